package io.retainer.kpi.script;

import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of parameters that state what they measure: {@code money(3.50, 'EUR')} in a script, {@code
 * 3.50 EUR} of a client.
 */
final class Quantities {

  private static final Map<String, KpiUnit> UNITS = units();

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,9})?");
  private static final Pattern WITH_UNIT =
      Pattern.compile("(" + NUMBER.pattern() + ")\\s*(%|\\p{L}*)");

  private Quantities() {}

  private static Map<String, KpiUnit> units() {
    Map<String, KpiUnit> units = new LinkedHashMap<>();
    for (String word : Vocabulary.PARAMETERS.keySet()) {
      units.put(word, KpiUnit.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return units;
  }

  /** Whether something is written as one, rightly or not. */
  static boolean isOne(Node node) {
    return node instanceof Node.Call call
        && call.target().isEmpty()
        && UNITS.containsKey(call.word());
  }

  static Optional<Node.Quantity> read(Node node) {
    if (!isOne(node) || problem(node).isPresent()) {
      return Optional.empty();
    }
    Node.Call call = (Node.Call) node;
    Optional<String> currency =
        call.arguments().size() == 2
            ? Optional.of(((Node.Text) call.arguments().get(1)).text())
            : Optional.empty();
    BigDecimal value = Numbers.literal(call.arguments().get(0)).orElseThrow();
    return Optional.of(new Node.Quantity(node.at(), value, UNITS.get(call.word()), currency));
  }

  /** What is wrong with it, and what to write. */
  static Optional<RowArithmetic.Refusal> problem(Node node) {
    Node.Call call = (Node.Call) node;
    List<Node> arguments = call.arguments();
    Optional<BigDecimal> value =
        arguments.isEmpty() ? Optional.empty() : Numbers.literal(arguments.get(0));
    boolean isMoney = call.word().equals("money");
    if (value.isEmpty() || !call.named().isEmpty()) {
      return refusal("'" + call.word() + "' without a number", example(call.word()));
    } else if (isMoney && arguments.size() != 2) {
      return refusal("an amount without its currency", example(call.word()));
    } else if (!isMoney && arguments.size() != 1) {
      return refusal("'" + call.word() + "' of more than one number", example(call.word()));
    } else if (isMoney
        && !(arguments.get(1) instanceof Node.Text text && MoneyWords.isCurrency(text.text()))) {
      return refusal(Shown.of(arguments.get(1)) + " is no currency", example(call.word()));
    } else if (call.word().equals("percent") && isNoFraction(value.get())) {
      return refusal(
          "'percent' of more than 1, which is 100 %",
          "a percentage is a fraction here: write percent("
              + ShownNumber.of(value.get().movePointLeft(2))
              + ") for "
              + ShownNumber.of(value.get())
              + " %");
    }
    return Optional.empty();
  }

  private static Optional<RowArithmetic.Refusal> refusal(String message, String advice) {
    return Optional.of(new RowArithmetic.Refusal(message, advice));
  }

  private static String example(String word) {
    return "write " + sample(word) + (word.equals("percent") ? " for 5 %" : "");
  }

  /** As it may be written. */
  static String sample(String word) {
    return switch (word) {
      case "money" -> "money(3.50, 'EUR')";
      case "percent" -> "percent(0.05)";
      default -> word + "(30)";
    };
  }

  private static boolean isNoFraction(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.ONE) > 0;
  }

  /** As a client reads and writes it. */
  static String text(Node.Quantity quantity) {
    return switch (quantity.unit()) {
      case MONEY -> quantity.value().toPlainString() + " " + quantity.currency().orElseThrow();
      case PERCENT -> ShownNumber.of(quantity.value().movePointRight(2)) + " %";
      default -> quantity.value().toPlainString();
    };
  }

  /** As a script writes it. */
  static String written(Node.Quantity quantity) {
    return quantity.unit().word()
        + "("
        + quantity.value().toPlainString()
        + quantity.currency().map(code -> ", '" + code + "'").orElse("")
        + ")";
  }

  /**
   * Another value of the same.
   *
   * @throws IllegalArgumentException saying what was seen and what was expected
   */
  static Node.Quantity with(String name, Node.Quantity own, String text) {
    Matcher typed = WITH_UNIT.matcher(text.strip());
    if (!typed.matches()) {
      throw unlike(name, own, text);
    }
    BigDecimal value = new BigDecimal(typed.group(1));
    String unit = typed.group(3);
    Node.Quantity with =
        switch (own.unit()) {
          case MONEY -> {
            String code =
                unit.isEmpty() ? own.currency().orElseThrow() : unit.toUpperCase(Locale.ROOT);
            if (!MoneyWords.isCurrency(code)) {
              throw unlike(name, own, text);
            }
            yield new Node.Quantity(own.at(), value, own.unit(), Optional.of(code));
          }
          case PERCENT -> {
            boolean isFraction = unit.isEmpty() && !isNoFraction(value);
            if (!isFraction && !unit.equals("%")) {
              throw unlike(name, own, text);
            }
            yield own.of(isFraction ? value : value.movePointLeft(2));
          }
          default -> {
            if (!unit.isEmpty() && !unit.equals(own.unit().word())) {
              throw unlike(name, own, text);
            }
            yield own.of(value);
          }
        };
    return with;
  }

  private static IllegalArgumentException unlike(String name, Node.Quantity own, String text) {
    String expected =
        switch (own.unit()) {
          case MONEY -> "an amount like " + text(own);
          case PERCENT -> "a percentage like " + text(own);
          case COUNT -> "a number like " + text(own);
          default -> "a number of " + own.unit().word() + " like " + text(own);
        };
    return new IllegalArgumentException(
        "Parameter "
            + name
            + ": saw \""
            + Shown.briefly(text)
            + "\", expected "
            + expected
            + (text.matches(".*[0-9],[0-9].*") ? ", with a point in it" : ""));
  }
}
