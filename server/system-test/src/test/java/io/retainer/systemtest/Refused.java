package io.retainer.systemtest;

import io.retainer.cli.server.RunningServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A request that is refused. */
record Refused(int status, String method, String path, String type, String accepted, String body) {

  HttpResponse<String> asked(RunningServer server) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.url().resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", type)
                .header("Accept", accepted)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  @Override
  public String toString() {
    return method + " " + path + ", " + body.substring(0, Math.min(40, body.length()));
  }
}
