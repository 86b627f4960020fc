package io.retainer.toolkit;

import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a figure that the source keeps back from a wrong one. The markers are data. */
final class Threshold {

  private static final String NUMBER = "{n}";
  private static final int LONGEST = 40;
  private static final List<String> MARKERS = Words.lines("suppressed.txt");

  private Threshold() {}

  /**
   * @param form how the column writes its numbers
   */
  static Optional<Suppressed> of(String cell, NumberForm form) {
    String text = withoutBrackets(Words.trim(cell)).toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return MARKERS.stream().flatMap(marker -> matched(marker, text, form).stream()).findFirst();
  }

  private static Optional<Suppressed> matched(String marker, String text, NumberForm form) {
    if (!marker.endsWith(NUMBER)) {
      return text.equals(marker) ? Optional.of(Suppressed.unstated()) : Optional.empty();
    }
    String before = marker.substring(0, marker.length() - NUMBER.length());
    if (!text.startsWith(before)) {
      return Optional.empty();
    }
    String number = Words.trim(text.substring(before.length()));
    boolean percent = number.endsWith("%");
    BigDecimal threshold =
        form.parse(percent ? Words.trim(number.substring(0, number.length() - 1)) : number);
    return threshold == null || threshold.signum() <= 0
        ? Optional.empty()
        : Optional.of(Suppressed.below(percent ? threshold.movePointLeft(2) : threshold));
  }

  private static String withoutBrackets(String text) {
    boolean hasBrackets =
        text.length() > 2
            && (text.startsWith("(") && text.endsWith(")")
                || text.startsWith("[") && text.endsWith("]"));
    return hasBrackets ? Words.trim(text.substring(1, text.length() - 1)) : text;
  }
}
