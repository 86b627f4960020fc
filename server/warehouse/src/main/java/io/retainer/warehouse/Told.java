package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import java.util.Map;
import java.util.Optional;

/**
 * What was told with a file, so that it can be read again in the same way.
 *
 * @param by who imported it; may be empty
 * @param mapping text of a mapping that was given with it
 * @param settings those that its connector declares, without secrets
 */
public record Told(
    String by,
    Optional<String> account,
    Optional<DateSpan> period,
    Optional<String> mapping,
    Map<String, String> settings) {

  public Told {
    settings = Map.copyOf(settings);
  }

  /** Nothing. */
  public static Told nothing() {
    return new Told("", Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }
}
