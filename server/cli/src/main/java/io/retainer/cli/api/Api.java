package io.retainer.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Speaks to one server with one token. */
public final class Api {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final URI root;
  private final String token;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  /**
   * @param server its address
   * @param token sent with every request
   */
  public Api(URI server, String token) {
    this(server, token, LIMIT);
  }

  /**
   * @param patience with each answer
   */
  public Api(URI server, String token, Duration patience) {
    this.root = server.resolve("/api/v1/");
    this.token = token;
    this.patience = patience;
  }

  /**
   * @param path below {@code /api/v1/}
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return json(send(request(path).GET()));
  }

  /** What is there, or nothing when the server answers that there is none. */
  public Optional<JsonNode> find(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(path).GET());
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(json(response));
  }

  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(body)))));
  }

  /** What is no JSON. */
  public String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(path).setHeader("Accept", "*/*").GET());
    if (response.statusCode() >= 400) {
      json(response);
    }
    return response.body();
  }

  /** Sends bytes as they are. */
  public JsonNode put(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return json(
        send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body))));
  }

  public void delete(String path) throws IOException, InterruptedException {
    json(send(request(path).DELETE()));
  }

  public JsonNode upload(String path, Multipart body) throws IOException, InterruptedException {
    return json(
        send(
            request(path)
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArrays(body.parts()))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(patience)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (ConnectException | HttpTimeoutException e) {
      throw new IOException(
          "The server at "
              + root.resolve("/")
              + " does not answer: it starts, ends or hangs. Its log says more; try again",
          e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 400) {
      throw new ApiException(
          response.statusCode(),
          "%s %s: %s"
              .formatted(response.request().method(), response.uri().getPath(), problem(response)));
    }
    return response.body().isBlank() ? Json.object() : Json.read(response.body());
  }

  /** The sentence of a problem+json answer, else what the server said. */
  private static String problem(HttpResponse<String> response) {
    try {
      JsonNode json = Json.read(response.body());
      if (json.hasNonNull("detail")) {
        return json.path("detail").asText();
      }
    } catch (JsonProcessingException e) {
      // No JSON: said as it is.
    }
    return "status " + response.statusCode() + " " + response.body().strip();
  }
}
