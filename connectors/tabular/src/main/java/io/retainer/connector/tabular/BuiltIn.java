package io.retainer.connector.tabular;

import io.retainer.mapping.Mapping;
import io.retainer.mapping.Mappings;
import java.util.List;

/** What comes with the connector as data: mappings, and words. */
final class BuiltIn {

  private BuiltIn() {}

  static List<Mapping> mappings() {
    return Mappings.builtIn(BuiltIn.class);
  }

  /** Lines of a resource, without comments and blank ones. */
  static List<String> lines(String name) {
    return resource(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  static String resource(String name) {
    return Mappings.text(BuiltIn.class, name);
  }
}
