package io.retainer.kpi.script;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words for units where none belongs, and units that there are not. */
final class UnitWords {

  private static final Map<String, String> INSTEAD =
      Map.of(
          "weeks", "a week is 7 days: write days(14) for two",
          "week", "a week is 7 days: write days(7)",
          "months", "a month is counted in days: write days(30)",
          "month", "a month is counted in days: write days(30)",
          "years", "a year is counted in days: write days(365)",
          "year", "a year is counted in days: write days(365)",
          "pct", "write percent(0.05) for 5 %",
          "percentage", "write percent(0.05) for 5 %",
          "ratio", "write the number alone, like 0.05, or percent(0.05) for 5 %",
          "number", "write the number alone, like 101");

  private UnitWords() {}

  /** A value of a parameter that begins with a unit that there is not. */
  static void unknown(Node.Call call, Problems problems) {
    String word = call.word();
    String known = String.join(", ", Vocabulary.PARAMETERS.keySet());
    String advice =
        MoneyWords.has(word)
            ? "an amount names its currency: write money(3.50, 'EUR')"
            : Optional.ofNullable(INSTEAD.get(word.toLowerCase(Locale.ROOT)))
                .or(
                    () ->
                        Nearest.to(word, Vocabulary.PARAMETERS.keySet())
                            .map(near -> "did you mean '" + near + "'?"))
                .orElse("write the number alone, or with one of them");
    problems.add(call.at(), "unknown unit '" + word + "'; there are " + known, advice);
  }

  /** Whether it is an amount with its unit where none can stand; then that is said. */
  static boolean report(Node.Call call, Problems problems) {
    boolean isUnit =
        Vocabulary.PARAMETERS.containsKey(call.word())
            && !Vocabulary.knows(call.word())
            && call.target().isEmpty();
    if (isUnit) {
      problems.add(
          call.at(),
          "'" + call.word() + "' outside of a parameter",
          "give the number a name on a line of its own, and write the name here: param cost: "
              + Quantities.sample(call.word()));
    }
    return isUnit;
  }

  /** A text where a number belongs; parameters stand where their names do. */
  static void text(Node.Text text, Fields fields, Problems problems) {
    problems.add(
        text.at(),
        Shown.of(text) + " where a number belongs",
        fields != null && fields.has(text.text())
            ? "write the column without quotes: " + text.text()
            : text.text().chars().anyMatch(Character::isDigit)
                ? "write a number without quotes; an amount is a parameter without them: param cost:"
                    + " money(3.50, 'EUR')"
                : "write a number, without quotes");
  }
}
