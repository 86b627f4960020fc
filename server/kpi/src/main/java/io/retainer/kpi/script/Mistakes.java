package io.retainer.kpi.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code not: 0.3} or {@code not: [0.3, 2]}: what common mistakes would make of an example.
 */
final class Mistakes {

  static final String WORD = "not";

  private Mistakes() {}

  static List<BigDecimal> read(Node.Entry entry, Problems problems) {
    List<Node> nodes =
        entry.value() instanceof Node.Items items ? items.nodes() : List.of(entry.value());
    List<BigDecimal> mistakes = new ArrayList<>();
    for (Node node : nodes) {
      Numbers.literal(node)
          .ifPresentOrElse(
              mistakes::add,
              () ->
                  problems.add(
                      node.at(),
                      "this is no number that a mistake would give",
                      "write not: 0.3, or not: [0.3, 2]"));
    }
    return mistakes;
  }

  /** A mistake that gives what is expected is none. */
  static void check(
      Node.Call example,
      Optional<BigDecimal> expected,
      List<BigDecimal> mistakes,
      Problems problems) {
    expected
        .filter(number -> mistakes.stream().anyMatch(m -> m.compareTo(number) == 0))
        .ifPresent(
            number ->
                problems.add(
                    example.at(),
                    "the example expects " + ShownNumber.of(number) + " and says not:, the same",
                    "choose rows of which the mistake makes another number"));
  }
}
