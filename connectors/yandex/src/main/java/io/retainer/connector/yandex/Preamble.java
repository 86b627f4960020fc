package io.retainer.connector.yandex;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines above the headings of a workbook: which days, which counter, and whether a segment
 * narrows the report.
 *
 * @param segment what narrows it, in the words of the file
 */
record Preamble(Optional<DateSpan> period, Optional<String> segment, Optional<String> account) {

  private static final Headings WORDS = Headings.load(Preamble.class, "preamble.txt");
  private static final String DAY = "(\\d{4}-\\d{2}-\\d{2}|\\d{2}\\.\\d{2}\\.\\d{4})";
  private static final Pattern DAYS = Pattern.compile(DAY + "\\D{1,8}" + DAY);

  /** {@code Посещаемость-2026-10-01-2026-10-31 (1).csv}, as Metrica names what it exports. */
  private static final Pattern FILE =
      Pattern.compile(".+-(\\d{4}-\\d{2}-\\d{2})-(\\d{4}-\\d{2}-\\d{2})[^/\\\\]*\\.[A-Za-z]+");

  static Preamble of(List<Row> rows) {
    Optional<DateSpan> period = Optional.empty();
    Optional<String> segment = Optional.empty();
    Optional<String> account = Optional.empty();
    for (Row row : rows) {
      String text = String.join(" ", row.cells()).strip();
      Matcher days = DAYS.matcher(text);
      if (period.isEmpty() && days.find()) {
        period = span(days.group(1), days.group(2));
      }
      Optional<String> said = said("segment", text);
      if (said.isPresent() && !WORDS.matches("whole", said.get())) {
        segment = said;
      }
      account = account.or(() -> said("account", text));
    }
    return new Preamble(period, segment, account);
  }

  static Optional<DateSpan> inFileName(String name) {
    Matcher matcher = FILE.matcher(name);
    return matcher.matches() ? span(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  static Optional<DateSpan> span(String first, String last) {
    var from = DateText.parse(first, DateOrder.DAY_FIRST);
    var to = DateText.parse(last, DateOrder.DAY_FIRST);
    return from == null || to == null || to.date().isBefore(from.date())
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(from.date(), to.date()));
  }

  /** What stands behind {@code Сегмент:}. */
  private static Optional<String> said(String key, String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !WORDS.matches(key, text.substring(0, colon))) {
      return Optional.empty();
    }
    return Optional.of(text.substring(colon + 1).strip()).filter(words -> !words.isEmpty());
  }
}
