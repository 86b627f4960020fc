package io.retainer.workspace.pull;

import java.net.URI;

/** Where Google is asked. Nothing that a user types changes it; only tests give other ones. */
record Endpoints(URI token, URI analytics) {

  static Endpoints google() {
    return new Endpoints(
        URI.create("https://oauth2.googleapis.com/token"),
        URI.create("https://analyticsdata.googleapis.com/v1beta/properties/"));
  }
}
