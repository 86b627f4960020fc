package io.retainer.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the API is what its description says, operation by operation: each answer has what is
 * described and nothing else, and each name that is taken is described.
 *
 * @param values what stands in the place of a part of a path, like {@code runs/{id}}
 * @param asks what has to be asked of a path besides
 */
record DescribedApi(
    ApiSchemas schemas,
    RunningServer server,
    Map<String, String> values,
    Map<String, String> asks) {

  private static final Pattern KNOWN =
      Pattern.compile("\"nobody-knows\" is not known; there are \\[(.*?)]");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * @return each operation whose JSON is not as it is described, with what is wrong
   */
  List<String> surprises() throws IOException, InterruptedException {
    List<String> surprises = new ArrayList<>();
    for (String path : paths("get")) {
      boolean isJson = operation(path, "get").at("/responses/200/content").has("application/json");
      if (isJson) {
        HttpResponse<String> answer = send(path, "GET", "");
        Set<?> wrong =
            answer.statusCode() == 200
                ? schemas.wrongIn(Json.read(answer.body()), "get", path, 200)
                : Set.of(answer.statusCode() + " " + answer.body());
        if (!wrong.isEmpty()) {
          surprises.add(path + " answers what is not described: " + wrong);
        }
      }
    }
    return surprises;
  }

  /**
   * @return each operation that takes other names than are described, with both
   */
  List<String> differences() throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    for (String verb : List.of("post", "put")) {
      for (String path : paths(verb)) {
        JsonNode body = operation(path, verb).path("requestBody").path("content");
        JsonNode schema = resolved(body.path("application/json").path("schema"));
        if (!schema.isMissingNode() && !schema.has("additionalProperties")) {
          Set<String> described = new TreeSet<>();
          schema.path("properties").properties().stream()
              .filter(each -> !each.getValue().path("readOnly").asBoolean())
              .forEach(each -> described.add(each.getKey()));
          String detail =
              Json.read(send(path, verb.toUpperCase(Locale.ROOT), "{\"nobody-knows\":1}").body())
                  .path("detail")
                  .asText();
          Matcher known = KNOWN.matcher(detail);
          Set<String> taken =
              known.find() ? new TreeSet<>(List.of(known.group(1).split(", "))) : Set.of(detail);
          if (!taken.equals(described)) {
            differences.add(
                "%s %s takes %s, and its description says %s"
                    .formatted(verb, path, taken, described));
          }
        }
      }
    }
    return differences;
  }

  private List<String> paths(String verb) {
    List<String> paths = new ArrayList<>();
    schemas
        .description()
        .path("paths")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().has(verb)) {
                paths.add(each.getKey());
              }
            });
    return paths;
  }

  private JsonNode operation(String path, String verb) {
    return schemas.description().path("paths").path(path).path(verb);
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? schemas.description().at(schema.path("$ref").asText().substring(1))
        : schema;
  }

  private HttpResponse<String> send(String path, String verb, String body)
      throws IOException, InterruptedException {
    String filled = path;
    for (Map.Entry<String, String> each : values.entrySet()) {
      filled = filled.replace(each.getKey(), each.getValue());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url().resolve(filled + asks.getOrDefault(path, "")))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + server.token());
    request =
        body.isEmpty()
            ? request
            : request
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
