package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.Suppressed;
import io.retainer.spi.TableWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row's cells as values, asked for by key. The first cell that does not hold what it should makes
 * the row unsound; its problem is kept and the question answered with null, so that a row is read
 * in one go and judged at the end.
 *
 * <pre>{@code
 * fields.at(row);
 * values[0] = fields.measured(row -> row.count("clicks"));
 * values[1] = fields.measured(row -> row.decimal("position"));
 * if (fields.isSound()) {
 *   writer.row(row.line(), span, values);
 * } else {
 *   fields.rejectTo(writer);
 * }
 * }</pre>
 */
public final class Fields {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Columns columns;
  private final Forms forms;
  private final ZoneId zone;
  private final boolean padded;
  private Row row;
  private ReadIssue problem;
  private boolean isMeasuring;
  private Suppressed keptBack;

  /**
   * @param zone the client's: moments with an offset are put on its clock
   * @param padded whether short rows are in order, as in a workbook
   */
  public Fields(Columns columns, Forms forms, ZoneId zone, boolean padded) {
    this.columns = columns;
    this.forms = forms;
    this.zone = zone;
    this.padded = padded;
  }

  /** Turns to a row. A row of another width than the headings is unsound from the start. */
  public Fields at(Row next) {
    row = next;
    problem = null;
    boolean isShort = next.size() < columns.width() && !padded;
    if (isShort || next.size() > columns.size() && next.width() > columns.size()) {
      problem =
          new ReadIssue(
              next.line(),
              "",
              next.size() + " cells",
              columns.width() + " cells, one for each heading",
              isShort
                  ? "The row is cut off: export the file again."
                  : "A cell holds the delimiter without quotes: correct the row.");
    }
    return this;
  }

  public Row row() {
    return row;
  }

  public Columns columns() {
    return columns;
  }

  public boolean isSound() {
    return problem == null;
  }

  public void rejectTo(TableWriter writer) {
    writer.rejected(problem, row.text());
  }

  /**
   * Makes the row unsound for a reason of the connector's own.
   *
   * @return null, in place of the value that cannot be told
   */
  public <T> T refuse(String key, String expected, String advice) {
    return refuse(columns.index(key), expected, advice);
  }

  /** The same for a column known by its place. */
  public <T> T refuse(int index, String expected, String advice) {
    if (problem == null) {
      problem =
          new ReadIssue(row.line(), columns.heading(index), row.cell(index), expected, advice);
    }
    return null;
  }

  /** The cell's text without blanks around, null when it is empty. */
  public String text(String key) {
    String text = Words.trim(row.cell(columns.index(key)));
    return text.isEmpty() ? null : text;
  }

  /** Whether the cell is empty or says that there is nothing. */
  public boolean isBlank(String key) {
    return Missing.is(row.cell(columns.index(key)));
  }

  /**
   * The number by which the source knows a thing, as text. Excel rounds a long one to {@code
   * 6.49E+17}, which is the same for many things, so that such a cell makes the row unsound.
   */
  public String id(String key) {
    int index = columns.index(key);
    String id = Ids.plain(row.cell(index));
    return Ids.isRounded(id)
        ? refuse(
            index,
            "the whole number, digit by digit",
            "Excel has rounded the numbers: download the export again and upload it without opening"
                + " it in Excel.")
        : id;
  }

  /**
   * A measure worked out from cells, or {@link Suppressed} when the source keeps one of them back:
   * {@code fields.measured(row -> row.count("users"))}. Asked for outside of this, such a cell
   * holds no number and makes the row unsound.
   */
  public Object measured(Function<Fields, ?> measure) {
    keptBack = null;
    isMeasuring = true;
    try {
      Object value = measure.apply(this);
      return keptBack == null ? value : keptBack;
    } finally {
      isMeasuring = false;
    }
  }

  public Long count(String key) {
    return count(columns.index(key));
  }

  /** A whole number from 0; null when the cell is empty or says that there is none. */
  public Long count(int index) {
    Long value = integer(index);
    return value != null && value < 0
        ? refuse(index, "a whole number from 0", "Correct the cell.")
        : value;
  }

  public Long integer(String key) {
    return integer(columns.index(key));
  }

  /**
   * A whole number; null when the cell is empty or says that there is none. Of {@code 12 (3.4%)} it
   * is the 12.
   */
  public Long integer(int index) {
    String cell = row.cell(index);
    long plain = Ids.digits(cell);
    if (plain >= 0) {
      return plain;
    }
    if (Missing.is(cell)) {
      return null;
    }
    BigDecimal value = number(index, Shares.countOf(cell));
    if (value == null) {
      return unread(index, "a whole number like 1234");
    }
    try {
      return value.longValueExact();
    } catch (ArithmeticException notWhole) {
      return refuse(index, "a whole number like 1234", "Correct the cell.");
    }
  }

  public BigDecimal decimal(String key) {
    return decimal(columns.index(key));
  }

  /** A number or an amount; null when the cell is empty or says that there is none. */
  public BigDecimal decimal(int index) {
    String cell = row.cell(index);
    if (Missing.is(cell)) {
      return null;
    }
    BigDecimal value = number(index, cell);
    return value == null ? unread(index, "a number like 12.50") : value;
  }

  public BigDecimal fraction(String key) {
    return fraction(columns.index(key));
  }

  /** A rate: {@code 1.93%} and {@code 0.0193} alike. */
  public BigDecimal fraction(int index) {
    String cell = row.cell(index);
    if (Missing.is(cell)) {
      return null;
    }
    String text = Words.trim(cell);
    boolean percent = text.endsWith("%");
    BigDecimal value = number(index, percent ? text.substring(0, text.length() - 1) : text);
    if (value == null) {
      return unread(index, "a rate like 1.93% or 0.0193");
    }
    return percent ? value.divide(HUNDRED) : value;
  }

  /** Yes or no, in the languages exports have; null when the cell is empty. */
  public Boolean truth(String key) {
    int index = columns.index(key);
    String cell = row.cell(index);
    if (Missing.is(cell)) {
      return null;
    }
    return Truth.of(cell).orElseGet(() -> refuse(index, "yes or no", "Correct the cell."));
  }

  /** A length of time: {@code 41.5} seconds, {@code 0:00:41}, {@code 12:05}, {@code 1m 05s}. */
  public BigDecimal seconds(String key) {
    int index = columns.index(key);
    String cell = row.cell(index);
    if (Missing.is(cell)) {
      return null;
    }
    BigDecimal clock = Clock.seconds(Words.trim(cell));
    return clock != null ? clock : decimal(index);
  }

  private BigDecimal number(int index, String text) {
    return form(index).parse(text);
  }

  private NumberForm form(int index) {
    return row.isTyped(index) ? NumberForm.POINT : forms.number(index);
  }

  /** What is no number may be one that the source keeps back. */
  private <T> T unread(int index, String expected) {
    Optional<Suppressed> suppressed =
        isMeasuring ? Threshold.of(row.cell(index), form(index)) : Optional.empty();
    if (suppressed.isPresent()) {
      keptBack = suppressed.get();
      return null;
    }
    return refuse(index, expected, "Correct the cell.");
  }

  public LocalDate day(String key) {
    return day(columns.index(key));
  }

  /** A day in the client's zone; null when the cell is empty. */
  public LocalDate day(int index) {
    Moment moment = moment(index);
    return moment == null ? null : moment.dayIn(zone);
  }

  /** A moment on the clock of the client's zone; null when the cell is empty. */
  public LocalDateTime time(String key) {
    Moment moment = moment(columns.index(key));
    return moment == null ? null : moment.on(zone);
  }

  /**
   * The same of a column in UTC, whose cells do not say so: those that name an offset keep it, and
   * a day without a time stays that day.
   */
  public LocalDateTime utcTime(String key) {
    Moment moment = moment(columns.index(key));
    return moment == null ? null : moment.ofUtc().on(zone);
  }

  private Moment moment(int index) {
    String cell = row.cell(index);
    if (Missing.is(cell)) {
      return null;
    }
    boolean mayCount = row.isTyped(index) || forms.isSerial(index);
    Moment counted = mayCount ? SerialDate.moment(Words.trim(cell)) : null;
    Moment moment = counted != null ? counted : DateText.parse(cell, forms.order(index));
    if (moment == null && forms.order(index) == null && DateText.needsOrder(cell)) {
      return refuse(
          index,
          "a date that reads one way only, like 2026-01-31",
          "Nothing in the column shows whether the day or the month comes first: upload the export"
              + " as it was downloaded, or write its dates as 2026-01-31.");
    }
    return moment == null
        ? refuse(index, "a date that exists, like 2026-01-31", "Correct the date.")
        : moment;
  }

  /** Makes the row unsound when the cell is empty. */
  public <T> T required(String key, T value) {
    if (value == null && problem == null) {
      refuse(
          columns.index(key), "a value", "The row cannot be used without it: complete the cell.");
    }
    return value;
  }

  /** The first of the keys that the table has. */
  public String firstOf(List<String> keys) {
    return keys.stream().filter(columns::has).findFirst().orElse(keys.get(0));
  }
}
