package io.retainer.kpi.script;

import io.retainer.model.kpi.KpiValue.Status;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an example expects: {@code 0.07} however sure it is, {@code partial(0.07)}, or {@code
 * noData}.
 *
 * @param status empty when any value with the number will do
 */
public record Expected(Optional<BigDecimal> number, Optional<Status> status) {

  /** How sure a number is. */
  private static final Map<String, Status> NUMBERS =
      Map.of("known", Status.KNOWN, "partial", Status.PARTIAL, "estimated", Status.ESTIMATED);

  private static final String ONES = "known(0.07), partial(0.07), estimated(0.07)";

  private static final Map<String, Status> WITHOUT =
      Map.of(
          "noData", Status.NO_DATA,
          "suppressed", Status.SUPPRESSED,
          "notComputable", Status.NOT_COMPUTABLE);

  /** Reads it, or says what may stand there. */
  static Optional<Expected> read(Node node, Problems problems) {
    Optional<BigDecimal> number = Numbers.literal(node);
    if (number.isPresent()) {
      return Optional.of(new Expected(number, Optional.empty()));
    }
    if (node instanceof Node.Name name && WITHOUT.containsKey(name.name())) {
      return Optional.of(new Expected(Optional.empty(), Optional.of(WITHOUT.get(name.name()))));
    }
    if (isOfNumber(node)) {
      Node.Call call = (Node.Call) node;
      return Optional.of(
          new Expected(
              Numbers.literal(call.arguments().get(0)), Optional.of(NUMBERS.get(call.word()))));
    }
    String word =
        node instanceof Node.Name name
            ? name.name()
            : node instanceof Node.Call call ? call.word() : "";
    if (NUMBERS.containsKey(word)) {
      problems.add(node.at(), "'" + word + "' without its number", "write " + word + "(0.07)");
    } else if (WITHOUT.containsKey(word)) {
      problems.add(node.at(), "'" + word + "' has no number", "write expect: " + word);
    } else {
      problems.add(
          node.at(),
          "this is nothing to expect",
          "write a number, " + ONES + ", noData, notComputable or suppressed");
    }
    return Optional.empty();
  }

  private static boolean isOfNumber(Node node) {
    return node instanceof Node.Call call
        && call.target().isEmpty()
        && NUMBERS.containsKey(call.word())
        && call.named().isEmpty()
        && call.arguments().size() == 1
        && Numbers.literal(call.arguments().get(0)).isPresent();
  }

  /** Whether a value may have this status. */
  public boolean admits(Status of) {
    return status.isEmpty() ? NUMBERS.containsValue(of) : status.get() == of;
  }

  /** As a script writes it. */
  public String text() {
    String digits = number.map(ShownNumber::of).orElse("");
    return status
        .map(known -> word(known) + (digits.isEmpty() ? "" : "(" + digits + ")"))
        .orElse(digits);
  }

  /** The word for a status. */
  public static String word(Status status) {
    return Stream.of(NUMBERS, WITHOUT)
        .flatMap(words -> words.entrySet().stream())
        .filter(entry -> entry.getValue() == status)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
