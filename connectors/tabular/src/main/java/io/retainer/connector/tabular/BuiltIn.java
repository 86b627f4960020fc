package io.retainer.connector.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mappings that come with the connector. */
final class BuiltIn {

  private BuiltIn() {}

  static List<Mapping> mappings() {
    return resource("built-in.txt")
        .lines()
        .filter(name -> !name.isBlank())
        .map(BuiltIn::mapping)
        .toList();
  }

  private static Mapping mapping(String name) {
    var outcome = MappingReader.read(resource(name));
    return outcome
        .mapping()
        .orElseThrow(() -> new IllegalStateException(name + ": " + outcome.problems()));
  }

  static String resource(String name) {
    try (var in = BuiltIn.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
