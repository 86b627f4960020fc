package io.retainer.workspace.pull;

import java.net.URI;

/**
 * Where platforms are asked. Nothing that a user types changes it; only tests give other ones.
 *
 * @param mailchimp with a place for the data centre
 */
record Endpoints(URI token, URI analytics, URI searchConsole, String mailchimp) {

  static Endpoints real() {
    return new Endpoints(
        URI.create("https://oauth2.googleapis.com/token"),
        URI.create("https://analyticsdata.googleapis.com/v1beta/properties/"),
        URI.create("https://searchconsole.googleapis.com/webmasters/v3/sites/"),
        "https://%s.api.mailchimp.com/3.0/");
  }
}
