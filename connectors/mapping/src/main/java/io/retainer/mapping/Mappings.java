package io.retainer.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mappings that come with a connector, as resources beside its class. */
public final class Mappings {

  private Mappings() {}

  /** Those that {@code built-in.txt} lists. */
  public static List<Mapping> builtIn(Class<?> beside) {
    return text(beside, "built-in.txt")
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> mapping(beside, name))
        .toList();
  }

  private static Mapping mapping(Class<?> beside, String name) {
    var outcome = MappingReader.read(text(beside, name));
    return outcome
        .mapping()
        .orElseThrow(() -> new IllegalStateException(name + ": " + outcome.problems()));
  }

  public static String text(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
