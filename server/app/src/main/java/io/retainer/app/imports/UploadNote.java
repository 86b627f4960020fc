package io.retainer.app.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lies beside the files of an upload from the moment it was taken on, so that the next process goes
 * on with it when this one ends.
 *
 * @param by who sent it
 * @param fields of the form
 * @param begun how often its import was begun
 */
record UploadNote(
    ClientId client, String by, Map<String, String> fields, List<ReceivedFile> files, int begun) {

  private static final String NAME = "upload.json";

  UploadNote begunOnceMore() {
    return new UploadNote(client, by, fields, files, begun + 1);
  }

  void save(Path folder) throws IOException {
    ObjectNode json = Json.object();
    json.put("client", client.value()).put("by", by).put("begun", begun);
    ObjectNode said = json.putObject("fields");
    fields.forEach(said::put);
    for (ReceivedFile file : files) {
      json.withArray("files")
          .addObject()
          .put("name", file.name())
          .put("bytes", file.path().getFileName().toString());
    }
    Path half = folder.resolve(NAME + ".half");
    Files.writeString(half, Json.text(json));
    Files.move(half, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty when the upload had not arrived as a whole. */
  static Optional<UploadNote> read(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.read(Files.readString(folder.resolve(NAME)));
      Map<String, String> fields = new HashMap<>();
      for (Map.Entry<String, JsonNode> said : json.path("fields").properties()) {
        fields.put(said.getKey(), said.getValue().asText());
      }
      List<ReceivedFile> files = new ArrayList<>();
      for (JsonNode file : json.path("files")) {
        files.add(
            new ReceivedFile(
                file.path("name").asText(), folder.resolve(file.path("bytes").asText())));
      }
      return Optional.of(
          new UploadNote(
              new ClientId(json.path("client").asText()),
              json.path("by").asText(),
              fields,
              files,
              json.path("begun").asInt()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
