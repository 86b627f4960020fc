package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A sheet with one table: perhaps some lines before it, a row of headings, and rows to the end. */
public final class Table {

  private static final int DEEPEST_HEADING = 40;

  private final Sheet sheet;
  private final Columns columns;

  private Table(Sheet sheet, Columns columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /** Finds the row of headings that has all the keys, near the beginning of the sheet. */
  public static Optional<Table> find(Sheet sheet, Headings headings, Collection<String> required)
      throws IOException {
    List<Row> head = sheet.head();
    for (Row row : head.subList(0, Math.min(DEEPEST_HEADING, head.size()))) {
      Columns columns = headings.match(row);
      if (columns.hasAll(required)) {
        return Optional.of(new Table(sheet, columns));
      }
    }
    return Optional.empty();
  }

  public Sheet sheet() {
    return sheet;
  }

  public Columns columns() {
    return columns;
  }

  /** Rows before the headings. */
  public List<Row> preamble() throws IOException {
    return sheet.head().stream().filter(row -> row.line() < columns.line()).toList();
  }

  /**
   * Decides the forms of numbers and dates, by reading the whole sheet once.
   *
   * @return empty when the user has to be asked first; the question is put to the sink
   */
  public Optional<Forms> forms(
      FactSink sink,
      Collection<String> dates,
      Collection<String> counts,
      Collection<String> decimals)
      throws IOException {
    var decision =
        new FormsDecision(columns, sheet.isWorkbook() ? '\t' : sheet.delimiter())
            .dates(dates)
            .counts(counts)
            .decimals(decimals);
    return forms(decision, sink);
  }

  /** The same for a decision the connector has put together itself. */
  public Optional<Forms> forms(FormsDecision decision, FactSink sink) throws IOException {
    if (!isTyped(decision) && !isPlain(decision)) {
      eachRow(decision::see);
    }
    return decision.decide(sink);
  }

  /** A workbook that begins with typed cells is taken to go on so; a later text reads one way. */
  private boolean isTyped(FormsDecision decision) throws IOException {
    return sheet.isWorkbook() && beginsWith(decision::isSettledBy);
  }

  /**
   * A text in which no number can have a comma, and whose dates begin with a form that reads one
   * way. Should a date further down have another one, its row is rejected and not read wrongly.
   */
  private boolean isPlain(FormsDecision decision) throws IOException {
    return sheet instanceof DelimitedSheet text
        && beginsWith(decision::isPlain)
        && !text.mayHaveCommasInNumbers();
  }

  /**
   * Whether rows near the beginning are alike; a first row too long to be among them tells none.
   */
  private boolean beginsWith(Predicate<Row> form) throws IOException {
    List<Row> first = sheet.head().stream().filter(row -> row.line() > columns.line()).toList();
    return !first.isEmpty() && first.stream().allMatch(form);
  }

  /** Hands over every row below the headings that is not blank. */
  public void eachRow(Consumer<Row> reader) throws IOException {
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row.line() > columns.line() && !row.isBlank()) {
          reader.accept(row);
        }
      }
    }
  }

  /** Hands over every row below the headings as fields. The same object is turned to each row. */
  public void read(Forms forms, ReadSettings settings, Consumer<Fields> reader) throws IOException {
    read(forms, settings, false, reader);
  }

  /**
   * The same.
   *
   * @param shortRows whether the platform leaves out the last cells of a row when they are empty
   */
  public void read(Forms forms, ReadSettings settings, boolean shortRows, Consumer<Fields> reader)
      throws IOException {
    var fields = new Fields(columns, forms, settings.zone(), shortRows || sheet.isWorkbook());
    eachRow(row -> reader.accept(fields.at(row)));
  }
}
