package io.retainer.app;

import io.retainer.app.access.Visitor;
import io.retainer.app.bootstrap.LeastRoles;
import io.retainer.app.bootstrap.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * Asks a server for an operation with empty bodies and for things that do not exist: whoever is let
 * in changes nothing of what is there.
 */
record Knocking(HttpClient browser, URI server, Map<String, Operation> operations) {

  private static final String BOUNDARY = "of-the-form";

  /** What is sent about a client; of operations that take it by another name, by that. */
  private static final String ABOUT = "{\"client\":\"%s\",\"report\":\"monthly-performance\"}";

  private static final Map<String, String> OTHERWISE_ABOUT =
      Map.of(
          "POST /api/v1/schedule-table",
          "{\"clients\":[\"%s\"],\"report\":\"monthly-performance\",\"rule\":\"day 5 at 08:00\"}");

  HttpResponse<Void> ask(LeastRoles.Line line, Visitor visitor, String csrf)
      throws IOException, InterruptedException {
    return ask(line, visitor, csrf, Map.of());
  }

  /**
   * @param csrf what the form carries; empty for a form without it
   */
  HttpResponse<Void> ask(
      LeastRoles.Line line, Visitor visitor, String csrf, Map<String, String> more)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(address(line.path())));
    visitor.headers().forEach(request::header);
    more.forEach(request::header);
    if (line.method().equals("GET")) {
      request.GET();
    } else {
      body(request, line, csrf);
    }
    return browser.send(request.build(), BodyHandlers.discarding());
  }

  /**
   * Asks for what belongs to a client.
   *
   * @param client whose the object in the address or the body is
   */
  HttpResponse<String> askAbout(LeastRoles.Line line, Visitor visitor, String client)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(address(of(line, client))));
    visitor.headers().forEach(request::header);
    if (line.method().equals("GET")) {
      request.GET();
    } else {
      bodyAbout(request, line, visitor.csrf(), client);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static String of(LeastRoles.Line line, String client) {
    String id =
        switch (line.of()) {
          case RUN -> "issued-" + client;
          case SCHEDULE -> "schedule-" + client;
          case DELIVERY -> "mail-" + client;
          default -> client;
        };
    String path = line.path().replace("{client}", client).replace("{owner}", "client");
    return line.of() == LeastRoles.Of.NONE ? path : path.replace("{id}", id);
  }

  private void bodyAbout(
      HttpRequest.Builder request, LeastRoles.Line line, String csrf, String client) {
    String type = operations.get(line.method() + " " + line.path()).consumes();
    String fields = "client=" + client + "&report=monthly-performance&period=2026-10&csrf=" + csrf;
    String json =
        OTHERWISE_ABOUT.getOrDefault(line.method() + " " + line.path(), ABOUT).formatted(client);
    boolean isForm = type.equals("application/x-www-form-urlencoded");
    boolean isMultipart = type.equals("multipart/form-data");
    request.header("Content-Type", isMultipart ? type + "; boundary=" + BOUNDARY : type);
    if (!csrf.isEmpty() && !isForm && !isMultipart) {
      request.header("X-CSRF-Token", csrf);
    }
    request.method(
        line.method(),
        BodyPublishers.ofString(isForm ? fields : isMultipart ? multipart(csrf, client) : json));
  }

  private static String multipart(String csrf, String client) {
    return part("csrf", csrf) + part("client", client) + "--" + BOUNDARY + "--\r\n";
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  /** What nobody is answered to any verb, without a body. */
  int knock(String verb, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(address(path)))
            .method(verb, BodyPublishers.noBody())
            .build();
    return browser.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String address(String path) {
    return path.replaceAll("\\{[a-z]+:pdf[^}]*}", "pdf")
        .replaceAll("\\{secret:[^/]*}", "A".repeat(43))
        .replaceAll("\\{name:[^/]*}", "none.css")
        .replaceAll("\\{[a-z]+}", "no-such-thing");
  }

  private void body(HttpRequest.Builder request, LeastRoles.Line line, String csrf) {
    String type = operations.get(line.method() + " " + line.path()).consumes();
    String body =
        switch (type) {
          case "application/x-www-form-urlencoded" -> csrf.isEmpty() ? "" : "csrf=" + csrf;
          case "multipart/form-data" -> multipart(csrf);
          default -> "{}";
        };
    boolean isMultipart = type.equals("multipart/form-data");
    request.header("Content-Type", isMultipart ? type + "; boundary=" + BOUNDARY : type);
    if (!csrf.isEmpty() && body.equals("{}")) {
      request.header("X-CSRF-Token", csrf);
    }
    request.method(line.method(), BodyPublishers.ofString(body));
  }

  private static String multipart(String csrf) {
    String field = "Content-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n";
    return "--" + BOUNDARY + "\r\n" + field + "--" + BOUNDARY + "--\r\n";
  }

  /** Whether the server does not know the visitor, or knows and does not let them. */
  static boolean isTurnedAway(HttpResponse<?> answer) {
    return answer.statusCode() == 401 || answer.statusCode() == 403 || isSentToSignIn(answer);
  }

  private static boolean isSentToSignIn(HttpResponse<?> answer) {
    return answer.statusCode() == 303
        && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in");
  }

  /** An answer that no rule about roles explains: the operation was not reached, or broke. */
  static boolean isAccident(HttpResponse<?> answer) {
    int status = answer.statusCode();
    return status == 405 || status == 406 || status == 415 || status >= 500;
  }
}
