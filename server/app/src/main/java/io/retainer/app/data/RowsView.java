package io.retainer.app.data;

import io.retainer.app.shell.Page;
import io.retainer.model.client.Client;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Unit;
import io.retainer.warehouse.DataTable;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RowsAsk.Filter;
import io.retainer.warehouse.RowsAsk.Match;
import io.retainer.warehouse.RowsFound;
import io.retainer.warehouse.RowsFound.Foot;
import io.retainer.warehouse.RowsFound.NoSum;
import io.retainer.warehouse.RowsFound.Row;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows of a table as a page shows them.
 *
 * @param tables all that the dataset has
 * @param batch the import whose rows alone are shown
 * @param number of the page, from 1
 */
public record RowsView(
    Client client,
    DataQuery asked,
    List<DataTable> tables,
    Map<String, String> sources,
    RowsFound found,
    Optional<ImportBatch> batch,
    int number) {

  static final int ROWS = 50;
  static final int PAGES = 200;
  static final int VALUES = 40;

  /** What a table for a spreadsheet may have. */
  static final int MOST = 50_000;

  public String path() {
    return "/clients/" + client.id().value() + "/data";
  }

  public DataTable table() {
    return found.table();
  }

  public String dataset() {
    return table().dataset().name();
  }

  public boolean mayBeTakenAlong() {
    return found.count() > 0 && found.count() <= MOST;
  }

  public int most() {
    return MOST;
  }

  public long first() {
    return (number - 1L) * ROWS + 1;
  }

  public long last() {
    return first() + found.rows().size() - 1;
  }

  public boolean hasNext() {
    return last() < found.count() && number < PAGES;
  }

  /** More than the pages hold. */
  public boolean isCut() {
    return found.count() > (long) ROWS * PAGES;
  }

  public long paged() {
    return (long) ROWS * PAGES;
  }

  public List<Column> columns() {
    return table().columns().stream().filter(each -> !each.name().equals("currency")).toList();
  }

  /** What rows may be filtered by: what is written in words, and numbers that name a thing. */
  public List<Column> filterable() {
    return columns().stream()
        .filter(
            each ->
                each.additivity() == Additivity.DIMENSION && each.type() != ColumnType.TIMESTAMP
                    || each.additivity() == Additivity.KEY && !Person.is(each))
        .toList();
  }

  public boolean isFilterable(Column column) {
    return filterable().contains(column);
  }

  public boolean isNumber(Column column) {
    return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
  }

  public boolean isPerson(Column column) {
    return Person.is(column);
  }

  /** What kind of table it is: what the source broke its numbers down by, and into which times. */
  static String kind(Page page, DataTable of) {
    String cut =
        of.dataset().columns().stream()
            .filter(each -> of.cut().contains(each.name()))
            .map(each -> page.columnTitle(of.dataset().name(), each.name()))
            .collect(Collectors.joining(", "));
    String grain = page.text("data.grain." + of.grain().name());
    return cut.isEmpty() ? grain : cut + " · " + grain;
  }

  public String kindOf(Page page, DataTable of) {
    return kind(page, of);
  }

  public Object value(Row row, Column column) {
    return row.cells().get(table().columns().indexOf(column));
  }

  /** The text of an address by which rows of the same value are found. */
  public String plain(Row row, Column column) {
    Object value = value(row, column);
    return value == null ? "" : value.toString();
  }

  /** A cell in the visitor's language, its unit aside. */
  public String cell(Page page, Row row, Column column) {
    Object value = value(row, column);
    if (value == null) {
      return row.keptBack().contains(column.name()) ? page.text("data.kept-back") : "–";
    }
    if (value instanceof Boolean is) {
      return page.text(is ? "data.yes" : "data.no");
    }
    if (value instanceof LocalDateTime moment) {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(page.visit().language().locale())
          .format(moment);
    }
    if (value instanceof LocalDate day) {
      return page.date(day);
    }
    if (value instanceof Long number) {
      return page.number(number);
    }
    if (value instanceof BigDecimal number) {
      return number(page, column, number);
    }
    return Person.is(column) ? Person.shortened(value.toString()) : value.toString();
  }

  private static String number(Page page, Column column, BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(page.visit().language().locale());
    switch (column.unit()) {
      case MONEY -> {
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
      }
      case FRACTION -> {
        format = NumberFormat.getPercentInstance(page.visit().language().locale());
        format.setMaximumFractionDigits(2);
      }
      default -> format.setMaximumFractionDigits(4);
    }
    return format.format(number);
  }

  /** What a column's numbers are in, where that is not plain. */
  public Optional<String> unit(Page page, Column column) {
    return switch (column.unit()) {
      case SECONDS -> Optional.of(page.text("data.unit.seconds"));
      case MONEY -> foot(column).currency().filter(any -> foot(column).why().isEmpty());
      default -> Optional.empty();
    };
  }

  /** Whether rows have to say which currency they are in. */
  public boolean hasCurrency() {
    return found.rows().stream().anyMatch(row -> row.currency().isPresent())
        && table().columns().stream().anyMatch(each -> each.unit() == Unit.MONEY);
  }

  public Foot foot(Column column) {
    return found.foot().get(table().columns().indexOf(column));
  }

  public String sum(Page page, Column column) {
    return foot(column).sum().map(sum -> number(page, column, sum)).orElse("–");
  }

  /** Columns without a sum, by the reason. */
  public Map<NoSum, String> withoutSum(Page page) {
    Map<NoSum, String> found = new LinkedHashMap<>();
    for (Column column : columns()) {
      foot(column)
          .why()
          .ifPresent(
              why ->
                  found.merge(
                      why,
                      page.columnTitle(dataset(), column.name()),
                      (one, other) -> one + ", " + other));
    }
    return found;
  }

  /** A filter in words. */
  public String filter(Page page, String text) {
    Filter filter = DataQuery.filter(text, table());
    String title = page.columnTitle(dataset(), filter.column());
    if (filter.match() == Match.CONTAINS) {
      return page.text("data.filter.contains", title, filter.text());
    }
    return filter.text().isEmpty()
        ? page.text("data.filter.none", title)
        : page.text("data.filter.is", title, shown(page, filter.column(), filter.text()));
  }

  /** A value as it is listed. */
  public String shown(Page page, String column, String text) {
    return text.isEmpty()
        ? page.text("data.no-value")
        : table().dataset().column(column).type() == ColumnType.BOOLEAN
            ? page.text(text.equals("true") ? "data.yes" : "data.no")
            : text;
  }

  /** Whether the column is what rows are sorted by, as a header says it. */
  public String sorted(String column) {
    boolean isIt = asked.sort().equals(column) || asked.sort().isEmpty() && column.equals("date");
    return !isIt ? null : asked.isDescending() ? "descending" : "ascending";
  }
}
