package io.retainer.connector.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What comes with the connector as data: mappings, and words. */
final class BuiltIn {

  private BuiltIn() {}

  static List<Mapping> mappings() {
    return lines("built-in.txt").stream().map(BuiltIn::mapping).toList();
  }

  /** Lines of a resource, without comments and blank ones. */
  static List<String> lines(String name) {
    return resource(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
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
