package io.retainer.warehouse;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Suppressed;
import io.retainer.spi.TableHeader;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of one table of a file, gathered aside. */
public final class IntakeTable {

  private static final Set<Grain> BY_DAY = Set.of(Grain.DAY, Grain.EVENT, Grain.SNAPSHOT);

  private final Database database;
  private final Sql sql;
  private final int ordinal;
  private final Gathering gathering;
  private final TableHeader header;
  private final List<Column> columns;
  private final int currencyColumn;
  private final String currency;
  private final RowAppender appender;
  private final int[] places;
  private final KeptBack keptBack = new KeptBack();
  private final boolean[] hasGap;
  private Optional<String> unchanging = Optional.empty();
  private boolean isFinished;
  private boolean isInOrder = true;
  private boolean isOfAssumedCurrency;
  private LocalDate latest = LocalDate.MIN;
  private LocalDate first = LocalDate.MAX;
  private LocalDate end = LocalDate.MIN;
  private long rows;
  private long rejectedRows;
  private long overwritten;
  private Optional<DateSpan> span = Optional.empty();

  /**
   * @param gathering what takes the rows, beside those of other tables maybe
   */
  IntakeTable(
      Database database,
      Connection connection,
      int ordinal,
      TableHeader header,
      String ofClient,
      Gathering gathering) {
    this.database = database;
    this.gathering = gathering;
    this.sql = new Sql(connection);
    this.ordinal = ordinal;
    this.header = header;
    this.columns = header.columns().stream().map(header.dataset()::column).toList();
    this.currencyColumn = header.columns().indexOf("currency");
    this.currency = header.currency().orElse(hasMoney() ? ofClient : null);
    this.places = new int[columns.size()];
    this.hasGap = new boolean[columns.size()];
    this.appender = gathering.appender();
  }

  private boolean hasMoney() {
    return columns.stream().anyMatch(column -> column.unit() == Unit.MONEY);
  }

  /** The columns of what takes rows of such tables. */
  static String definition(TableHeader header) {
    return "of_table integer, line bigint, period_start date, period_end date, currency varchar, suppressed varchar"
        + header.columns().stream()
            .map(header.dataset()::column)
            .filter(column -> !column.name().equals("currency"))
            .map(
                column ->
                    ", " + FactTable.quoted(column.name()) + " " + FactTable.type(column.type()))
            .collect(Collectors.joining());
  }

  /** The rows that wait, to be selected from. */
  String aside() throws SQLException {
    return "(select * from %s where of_table = %d) as waiting"
        .formatted(gathering.filled(), ordinal);
  }

  int ordinal() {
    return ordinal;
  }

  public TableHeader header() {
    return header;
  }

  /**
   * Takes a row that was checked: a value for each column, of the column's type or kept back,
   * decimals within eighteen digits of which six are places.
   */
  public void append(long line, DateSpan period, Object[] values) throws SQLException {
    isInOrder &= !period.start().isBefore(latest);
    latest = period.start();
    first = period.start().isBefore(first) ? period.start() : first;
    end = period.end().isAfter(end) ? period.end() : end;
    Object own = currencyColumn < 0 ? null : values[currencyColumn];
    isOfAssumedCurrency |= own == null && currency != null && header.currency().isEmpty();
    appender
        .beginRow()
        .append(ordinal)
        .append(line)
        .append(period.start())
        .append(period.end())
        .append(own == null ? currency : own)
        .append(keptBack.note(columns, values));
    for (int i = 0; i < values.length; i++) {
      hasGap[i] |= values[i] == null;
      if (i != currencyColumn) {
        appender.append(values[i] instanceof Suppressed ? null : values[i]);
        if (values[i] instanceof BigDecimal number) {
          places[i] = Math.max(places[i], number.scale());
        }
      }
    }
    appender.endRow();
    rows++;
  }

  /** The source never changes this column of a row. */
  public void unchanging(String column) {
    unchanging = Optional.of(column);
  }

  Optional<String> unchanging() {
    return unchanging;
  }

  /** Whether rows had amounts without a currency, which count as the client's. */
  public boolean isOfAssumedCurrency() {
    return isOfAssumedCurrency;
  }

  /** The last day that a row was of, where each row is of one day. */
  Optional<LocalDate> lastDay() {
    return rows == 0 || !BY_DAY.contains(header.grain())
        ? Optional.empty()
        : Optional.of(end.minusDays(1));
  }

  public void countRejected() {
    rejectedRows++;
  }

  public long rejectedRows() {
    return rejectedRows;
  }

  /**
   * Rows taken so far; once finished, rows left after a later one of the same key took its place.
   */
  public long rows() {
    return rows;
  }

  /** How many rows a later one of their key took the place of, once finished. */
  public long overwritten() {
    return overwritten;
  }

  /** First to last day of the rows, once finished. */
  public Optional<DateSpan> span() {
    return span;
  }

  void finish() throws SQLException {
    if (isFinished) {
      return;
    }
    isFinished = true;
    if (rows == 0) {
      return;
    }
    span = Optional.of(new DateSpan(first, end));
    if (isKeyed()) {
      keepTheLastOfEachKey();
    }
  }

  private void keepTheLastOfEachKey() throws SQLException {
    sql.run(
        """
        delete from %1$s where %4$s in (
          select each.%4$s from %1$s each join (
            select %3$s, max(%4$s) as last from %1$s where of_table = %2$d
            group by %3$s having count(*) > 1) later on later.%3$s = each.%3$s
          where each.of_table = %2$d and each.%4$s < later.last)
        """
            .formatted(gathering.filled(), ordinal, FactTable.quoted(key()), database.rowNumber()));
    long left = sql.number("select count(*) from " + aside());
    overwritten = rows - left;
    rows = left;
    span =
        sql.list(
                row -> Catalogue.span(row, 1),
                "select min(period_start), max(period_end) from " + aside())
            .get(0);
  }

  /** The values that the source kept back, by column. */
  KeptBack keptBack() {
    return keptBack;
  }

  /** Columns that a row lacked a value of. */
  List<String> gaps() {
    return IntStream.range(0, hasGap.length)
        .filter(i -> hasGap[i])
        .mapToObj(i -> columns.get(i).name())
        .toList();
  }

  /** Whether the rows came in the order of days. */
  boolean isInOrder() {
    return isInOrder;
  }

  boolean isKeyed() {
    return FactTable.isKeyed(header.dataset(), header.grain());
  }

  /** The column whose value names a row, of a table that has one. */
  public String key() {
    return header.dataset().key().get(0);
  }

  /** The days the table speaks of: its rows' and those the source says. */
  Optional<DateSpan> spoken() {
    if (span.isEmpty() || header.period().isEmpty()) {
      return span.or(header::period);
    }
    DateSpan said = header.period().get();
    DateSpan seen = span.get();
    return Optional.of(
        new DateSpan(
            said.start().isBefore(seen.start()) ? said.start() : seen.start(),
            said.end().isAfter(seen.end()) ? said.end() : seen.end()));
  }

  /** A run of days without a row that the source may have at either end too. */
  int silence() throws SQLException {
    if (header.period().isPresent()) {
      return 0;
    }
    List<LocalDate> days =
        sql.list(
            row -> row.getObject(1, LocalDate.class),
            "select distinct period_start from " + aside() + " order by period_start");
    return Rhythm.silence(days);
  }

  /**
   * What the rows give for a total of the source: the sum, or the mean by its weight; empty for
   * columns whose rows give no total.
   */
  public Optional<BigDecimal> total(String name) throws SQLException {
    Column column = header.dataset().column(name);
    if (!header.columns().contains(name) || column.type() == ColumnType.TEXT) {
      return Optional.empty();
    }
    String quoted = FactTable.quoted(name);
    if (column.additivity() == Additivity.ADDITIVE) {
      return sum(quoted);
    }
    String weight = column.weight().orElse("");
    if (!header.columns().contains(weight)) {
      return Optional.empty();
    }
    String weightName = FactTable.quoted(weight);
    Optional<BigDecimal> weighted =
        sum("cast(%s as decimal(38,6)) * %s".formatted(quoted, weightName));
    Optional<BigDecimal> weights =
        sum("case when %s is not null then %s end".formatted(quoted, weightName));
    return weights
        .filter(divisor -> divisor.signum() != 0)
        .flatMap(divisor -> weighted.map(sum -> sum.divide(divisor, MathContext.DECIMAL64)));
  }

  private Optional<BigDecimal> sum(String expression) throws SQLException {
    return sql.list(
            row -> Optional.ofNullable(row.getString(1)).map(BigDecimal::new),
            "select cast(sum(" + expression + ") as varchar) from " + aside())
        .get(0);
  }

  /** Whether the source leaves out rows, or values of the column, that its totals count. */
  public boolean lacks(String column) {
    return !header.complete() || keptBack.byColumn().containsKey(column);
  }

  /** Most decimal places that any row had in the column. */
  public int places(String column) {
    int index = header.columns().indexOf(column);
    return index < 0 ? 0 : places[index];
  }
}
