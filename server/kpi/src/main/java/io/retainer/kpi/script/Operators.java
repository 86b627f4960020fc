package io.retainer.kpi.script;

import java.util.Set;

/**
 * Which signs may stand side by side. Groovy has some forty operators and tries them all; a
 * definition needs few.
 */
final class Operators {

  private static final String SIGNS = "=+-*/<>!&|.:";
  private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String BEFORE_A_NEGATION = "=+*/<>:";

  private Operators() {}

  /** Looks at the sign at an offset, and the one after it. */
  static void check(String text, int at, Place place, Problems problems) {
    char sign = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (SIGNS.indexOf(sign) < 0) {
      return;
    }
    boolean isFirst = PAIRS.contains("" + sign + next);
    boolean isSecond = at > 0 && PAIRS.contains("" + text.charAt(at - 1) + sign);
    boolean isNegated =
        (next == '-' || next == '!') && (isSecond || BEFORE_A_NEGATION.indexOf(sign) >= 0);
    boolean isAlone = SIGNS.indexOf(next) < 0;
    boolean isTold = at > 0 && text.charAt(at - 1) == '.';
    boolean isHalf = (sign == '&' || sign == '|') && !isFirst && !isSecond && !isTold;
    if (isHalf || !isAlone && !isFirst && !isNegated) {
      String message = "'" + sign + (isAlone ? "" : next) + "' is no operator of a definition";
      if (!problems.areToldOf(message, place.line())) {
        problems.add(
            place,
            message,
            sign == '.' && next == '.'
                ? "compare with both ends, like items >= 1 && items <= 5"
                : "there are + - * / == != < <= > >= && || !");
      }
    }
  }
}
