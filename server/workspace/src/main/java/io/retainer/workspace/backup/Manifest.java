package io.retainer.workspace.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup holds, the last entry of it.
 *
 * @param taken when the copying began
 * @param factRows rows of all tables of facts
 * @param files by path inside the home, with slashes
 */
record Manifest(Instant taken, long factRows, Map<String, Content> files) {

  static final String NAME = "backup.json";
  private static final int FORMAT = 1;

  Manifest {
    files = new LinkedHashMap<>(files);
  }

  /** One file. */
  record Content(long bytes, String sha256) {}

  String text() {
    var json =
        Json.object()
            .put("format", FORMAT)
            .put("taken", taken.toString())
            .put("factRows", factRows);
    var all = json.putObject("files");
    files.forEach(
        (path, content) ->
            all.putObject(path).put("bytes", content.bytes()).put("sha256", content.sha256()));
    return Json.text(json);
  }

  static Manifest read(String text) {
    try {
      JsonNode json = Json.read(text);
      if (json.path("format").asInt() != FORMAT) {
        throw new BackupException(
            "The backup has format %s and this program reads format %d; restore it with a newer one"
                .formatted(json.path("format").asText("none"), FORMAT));
      }
      Map<String, Content> files = new LinkedHashMap<>();
      json.path("files")
          .properties()
          .forEach(
              file ->
                  files.put(
                      file.getKey(),
                      new Content(
                          file.getValue().path("bytes").asLong(),
                          file.getValue().path("sha256").asText())));
      return new Manifest(
          Instant.parse(json.path("taken").asText()), json.path("factRows").asLong(), files);
    } catch (JsonProcessingException | DateTimeException e) {
      throw new BackupException("The list of what the backup holds cannot be read", e);
    }
  }
}
