package io.retainer.kpi.script;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as a script writes them. */
final class Numbers {

  private Numbers() {}

  static Optional<BigDecimal> literal(Node node) {
    if (node instanceof Node.Number number) {
      return Optional.of(number.value());
    }
    if (node instanceof Node.Prefix prefix
        && prefix.operator().equals("-")
        && prefix.inner() instanceof Node.Number number) {
      return Optional.of(number.value().negate());
    }
    return Optional.empty();
  }

  /** A whole number from 1 to a largest one. */
  static Optional<Integer> whole(Node node, int largest) {
    return literal(node)
        .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.signum() > 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(largest)) <= 0)
        .map(BigDecimal::intValueExact);
  }
}
