package io.retainer.kpi.script;

import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as a script writes them. */
final class Numbers {

  private Numbers() {}

  static Optional<BigDecimal> literal(Node node) {
    if (node instanceof Node.Number number) {
      return Optional.of(number.value());
    }
    if (node instanceof Node.Quantity quantity && quantity.unit() == KpiUnit.COUNT) {
      return Optional.of(quantity.value());
    }
    if (node instanceof Node.Prefix prefix
        && prefix.operator().equals("-")
        && prefix.inner() instanceof Node.Number number) {
      return Optional.of(number.value().negate());
    }
    return Optional.empty();
  }

  /** Whether it is a number, in whatever unit. */
  static boolean isOne(Node node) {
    return node instanceof Node.Quantity || literal(node).isPresent();
  }

  /** A whole number of days from 1 to a largest one. */
  static Optional<Integer> days(Node node, int largest) {
    return node instanceof Node.Quantity quantity && quantity.unit() == KpiUnit.DAYS
        ? whole(new Node.Number(node.at(), quantity.value()), largest)
        : whole(node, largest);
  }

  /** A whole number from 1 to a largest one. */
  static Optional<Integer> whole(Node node, int largest) {
    return literal(node)
        .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.signum() > 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(largest)) <= 0)
        .map(BigDecimal::intValueExact);
  }
}
