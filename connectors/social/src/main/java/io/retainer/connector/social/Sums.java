package io.retainer.connector.social;

import java.util.Objects;
import java.util.stream.Stream;

/** Counts added up where the network gives the parts only. */
final class Sums {

  private Sums() {}

  /**
   * @return null when none of the parts is known
   */
  static Long of(Long... parts) {
    return Stream.of(parts).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
  }
}
