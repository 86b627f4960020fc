package io.retainer.warehouse.imports;

import io.retainer.spi.Column;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.Suppressed;
import io.retainer.spi.TableHeader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a row can be a fact. A connector is a stranger's code, so nothing is taken on trust. */
final class RowCheck {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final BigDecimal TOO_LARGE = new BigDecimal("1000000000000");
  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_ROUNDED = 30;
  private static final Pattern ROUNDED = Pattern.compile("\\s*[1-9]([.,]\\d+)?E\\+\\d{2}\\s*");

  private final TableHeader header;
  private final List<Column> columns;
  private final int key;

  RowCheck(TableHeader header) {
    this.header = header;
    this.columns = header.columns().stream().map(header.dataset()::column).toList();
    this.key =
        header.dataset().key().isEmpty()
            ? -1
            : header.columns().indexOf(header.dataset().key().get(0));
  }

  Optional<ReadIssue> problem(long line, DateSpan period, Object[] values) {
    if (values.length != columns.size()) {
      return Optional.of(
          new ReadIssue(
              line,
              "",
              values.length + " values",
              columns.size() + " values, one for each column of the table",
              "Report this to the connector's author."));
    }
    Optional<ReadIssue> outside = period(line, period);
    if (outside.isPresent()) {
      return outside;
    }
    for (int i = 0; i < values.length; i++) {
      Optional<ReadIssue> wrong = value(line, i, values[i]);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<ReadIssue> period(long line, DateSpan period) {
    if (period.start().isBefore(EARLIEST) || period.end().isAfter(LATEST)) {
      return Optional.of(
          new ReadIssue(
              line,
              "",
              period.toString(),
              "days between 1970 and 2099",
              "Correct the date in the source and export again."));
    }
    Grain grain = header.grain();
    boolean oneDay = grain == Grain.DAY || grain == Grain.EVENT || grain == Grain.SNAPSHOT;
    long days = period.days();
    boolean fits =
        oneDay
            ? days == 1
            : grain == Grain.WEEK ? days == 7 : grain != Grain.MONTH || days >= 28 && days <= 31;
    return fits
        ? Optional.empty()
        : Optional.of(
            new ReadIssue(
                line,
                "",
                period.toString(),
                "one " + (oneDay ? "day" : grain.name().toLowerCase(java.util.Locale.ROOT)),
                "Report this to the connector's author."));
  }

  private Optional<ReadIssue> value(long line, int index, Object value) {
    Column column = columns.get(index);
    if (value == null) {
      return index == key ? Optional.of(withoutKey(line, column)) : Optional.empty();
    }
    if (value instanceof Suppressed && Suppressed.fits(column)) {
      return Optional.empty();
    }
    if (value.getClass() != column.type().carrier()) {
      return Optional.of(
          new ReadIssue(
              line,
              column.name(),
              shown(value) + " (" + value.getClass().getSimpleName() + ")",
              column.type().carrier().getSimpleName(),
              "Report this to the connector's author."));
    }
    if (value instanceof BigDecimal number && !fits(number)) {
      return Optional.of(
          new ReadIssue(
              line,
              column.name(),
              shown(number),
              "a number below 1,000,000,000,000",
              "Correct the value in the source and export again."));
    }
    if (value instanceof String text) {
      return text(line, column, text, index == key)
          .or(
              () ->
                  header.dataset().relations().admits(column.name(), text)
                      ? Optional.empty()
                      : Optional.of(ofNoKind(line, column, text)));
    }
    return Optional.empty();
  }

  private ReadIssue ofNoKind(long line, Column column, String text) {
    return new ReadIssue(
        line,
        column.name(),
        shown(text),
        header.dataset().relations().choices(column.name()).orElseThrow(),
        "KPIs know no other "
            + column.name()
            + " and would leave the row out: say in the mapping which of them it is, or leave the"
            + " cell empty.");
  }

  private static boolean fits(BigDecimal number) {
    // An exponent of a billion must not be expanded to find out that it is too large.
    return number.precision() - (long) number.scale() <= 12
        && number.scale() < 1_000
        && number.setScale(6, RoundingMode.HALF_EVEN).abs().compareTo(TOO_LARGE) < 0;
  }

  private static Optional<ReadIssue> text(long line, Column column, String text, boolean isKey) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.of(
          new ReadIssue(
              line,
              column.name(),
              text.substring(0, 40) + "… (" + text.length() + " characters)",
              "at most " + LONGEST_TEXT + " characters",
              "A quotation mark that is not closed may have swallowed the following lines."));
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of(
          new ReadIssue(
              line,
              column.name(),
              text.replace("\0", "\\0"),
              "text without zero bytes",
              "Export the file again; it is damaged or in an unexpected encoding."));
    }
    if (isRounded(text)) {
      return Optional.of(
          new ReadIssue(
              line,
              column.name(),
              text,
              "the whole number, digit by digit",
              "Excel has rounded the numbers, so that different ones look alike: download the export"
                  + " again and upload it without opening it in Excel."));
    }
    return isKey && text.isBlank() ? Optional.of(withoutKey(line, column)) : Optional.empty();
  }

  /** {@code 1,2E+17}: what a spreadsheet leaves of an id; several ids become the same. */
  static boolean isRounded(String text) {
    return text.length() <= LONGEST_ROUNDED && ROUNDED.matcher(text).matches();
  }

  private static ReadIssue withoutKey(long line, Column column) {
    return new ReadIssue(
        line,
        column.name(),
        "nothing",
        "the value that tells rows apart",
        "Add the id in the source, or leave the row out.");
  }

  private static String shown(Object value) {
    String text = value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
