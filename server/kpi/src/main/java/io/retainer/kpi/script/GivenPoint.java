package io.retainer.kpi.script;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value of a series that an example gives.
 *
 * @param number empty where there is none
 * @param isUnsure whether it is suppressed or partial
 * @param isEstimate whether it was not counted
 */
record GivenPoint(Optional<BigDecimal> number, boolean isUnsure, boolean isEstimate) {

  private static final GivenPoint NONE = new GivenPoint(Optional.empty(), false, false);

  /** {@code 3}, {@code null}, {@code suppressed}, {@code partial(3)} or {@code estimated(3)}. */
  static GivenPoint read(Node node, Problems problems) {
    if (node instanceof Node.Nothing) {
      return NONE;
    } else if (node instanceof Node.Name name && name.name().equals("suppressed")) {
      return new GivenPoint(Optional.empty(), true, false);
    }
    boolean isPartial = isOf("partial", node);
    boolean isEstimate = isOf("estimated", node);
    Optional<BigDecimal> number =
        Numbers.literal(isPartial || isEstimate ? ((Node.Call) node).arguments().get(0) : node);
    if (number.isEmpty()) {
      problems.add(
          node.at(),
          "this is no value of a series",
          "write a number, null, suppressed, partial(3) or estimated(3)");
    }
    return new GivenPoint(number, isPartial, isEstimate);
  }

  private static boolean isOf(String word, Node node) {
    return node instanceof Node.Call call
        && call.word().equals(word)
        && call.target().isEmpty()
        && call.named().isEmpty()
        && call.arguments().size() == 1
        && Numbers.literal(call.arguments().get(0)).isPresent();
  }
}
