package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/** What the server's own description says of the answers of its API. */
public record ApiSchemas(JsonNode description) {

  /** Reads it from a running server. OpenAPI 3.1 describes answers in JSON Schema. */
  public static ApiSchemas of(URI server) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/openapi")).build();
    String text = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new ApiSchemas(new YAMLMapper().readTree(text));
  }

  /**
   * @param path as it is described, with names in braces
   */
  public void describes(JsonNode answer, String verb, String path, int status) {
    assertThat(wrongIn(answer, verb, path, status)).as("%s %s", verb, path).isEmpty();
  }

  /** What of an answer is not as it is described. */
  Set<ValidationMessage> wrongIn(JsonNode answer, String verb, String path, int status) {
    JsonNode schema =
        description.at(
            "/paths/%s/%s/responses/%d/content/application~1json/schema"
                .formatted(path.replace("/", "~1"), verb, status));
    assertThat(schema.isObject()).as("%s %s is described", verb, path).isTrue();
    assertThat(schema).as("%s %s is described", verb, path).isNotEmpty();
    ObjectNode whole = Json.object();
    whole.setAll((ObjectNode) StrictSchemas.of(schema, Set.of()));
    ObjectNode components = Json.object();
    components.set("schemas", StrictSchemas.all(description.at("/components/schemas")));
    whole.set("components", components);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(answer);
  }
}
