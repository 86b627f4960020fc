package io.retainer.app.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.Progress;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.ReadImports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far an upload is, for another server to show. */
final class UploadJson {

  private UploadJson() {}

  static String write(Upload upload) {
    ObjectNode json = Json.object();
    json.set(
        "files",
        Json.array(
            upload.files(),
            file -> {
              ObjectNode one = Json.object().put("name", file.name()).put("rows", file.rows());
              file.step().ifPresent(step -> one.put("step", step.name()));
              return one;
            }));
    json.set("results", Json.array(upload.results(), ImportJson::of));
    json.set("sketches", Json.array(upload.sketches(), Json::text));
    upload.problem().ifPresent(problem -> json.put("problem", problem));
    return Json.text(json);
  }

  static Upload read(
      String id, ClientId client, String by, Instant sentAt, boolean isOver, String text)
      throws JsonProcessingException {
    JsonNode json = Json.exact(text);
    List<String> names = new ArrayList<>();
    json.path("files").forEach(file -> names.add(file.path("name").asText()));
    var upload = new Upload(id, client, by, sentAt, names);
    for (JsonNode file : json.path("files")) {
      if (file.has("step")) {
        upload.at(
            file.path("name").asText(),
            Progress.Step.valueOf(file.path("step").asText()),
            file.path("rows").asLong());
      }
    }
    if (isOver) {
      end(upload, json);
    }
    return upload;
  }

  private static void end(Upload upload, JsonNode json) {
    Optional<String> problem = Optional.ofNullable(json.path("problem").asText(null));
    if (problem.isPresent()) {
      upload.failed(problem.get());
    } else {
      Set<String> sketches = new HashSet<>();
      json.path("sketches").forEach(sketch -> sketches.add(sketch.asText()));
      upload.done(ReadImports.of(json.path("results")), sketches);
    }
  }
}
