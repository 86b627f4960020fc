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
}
