package io.retainer.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Names and texts of each client: a JSON file for each, which may be edited by hand. */
final class TextsOfClients {

  private final Path folder;
  private final String example;

  /**
   * @param example of a file's content
   */
  TextsOfClients(Path folder, String example) {
    this.folder = folder;
    this.example = example;
  }

  Map<String, String> of(ClientId client) {
    Path file = file(client);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      Map<String, String> values = new TreeMap<>();
      Json.read(Files.readString(file))
          .properties()
          .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
      return values;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          file + " is no JSON object of texts like " + example + ": correct or delete it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Keeps values, and forgets those that are empty. */
  void set(ClientId client, Map<String, String> changes) {
    Map<String, String> values = new TreeMap<>(of(client));
    values.putAll(changes);
    values.values().removeIf(String::isBlank);
    ObjectNode document = Json.object();
    values.forEach(document::put);
    try {
      Path written = Files.createTempFile(folder, ".texts", ".tmp");
      Files.writeString(written, Json.text(document));
      Files.move(
          written,
          file(client),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path file(ClientId client) {
    return folder.resolve(client.value() + ".json");
  }
}
