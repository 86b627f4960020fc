package io.retainer.testkit;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.Suppressed;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a connector reads, and refuses at once what breaks the contract. */
public final class RecordingSink implements FactSink {

  /**
   * A row as it was handed over.
   *
   * @param values by column name, without the columns that have none
   */
  public record ReadRow(long line, DateSpan period, Map<String, Object> values) {

    public Object value(String column) {
      return values.get(column);
    }
  }

  /** A row that was left out. */
  public record RejectedRow(ReadIssue issue, String text) {}

  /** A table as it was handed over. */
  public record ReadTable(
      TableHeader header,
      List<ReadRow> rows,
      List<RejectedRow> rejected,
      List<SourceTotal> totals) {

    @Override
    public String toString() {
      return "%s: %s by %s, %s, %s, period %s, account \"%s\", %s, complete %s%n%s%n%s%n%s"
          .formatted(
              header.title(),
              header.dataset().name(),
              new java.util.TreeSet<>(header.cut()),
              header.grain(),
              header.columns(),
              header.period(),
              header.account(),
              header.currency(),
              header.complete(),
              rows,
              rejected,
              totals);
    }

    /** The values of one column, missing ones as null. */
    public List<Object> column(String name) {
      header.dataset().column(name);
      return rows.stream().map(row -> row.value(name)).toList();
    }
  }

  private final List<ReadTable> tables = new ArrayList<>();
  private final List<ReadIssue> issues = new ArrayList<>();
  private final Map<Long, String> passedOver = new TreeMap<>();
  private final List<String> assumed = new ArrayList<>();
  private final List<String> unchanging = new ArrayList<>();

  @Override
  public TableWriter table(TableHeader header) {
    var table = new ReadTable(header, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    tables.add(table);
    return new Writer(table);
  }

  @Override
  public void issue(ReadIssue issue) {
    issues.add(issue);
  }

  @Override
  public void total(SourceTotal total) {
    if (tables.isEmpty()) {
      throw new BrokenPromise("A total before the first table: " + total);
    }
    var table = tables.get(tables.size() - 1);
    table.header().dataset().column(total.column());
    table.totals().add(total);
  }

  @Override
  public void passedOver(long line, String reason) {
    passedOver.merge(line, reason, (before, more) -> before + "; " + more);
  }

  @Override
  public void assumed(String what) {
    if (assumed.contains(what)) {
      return;
    }
    assumed.add(what);
  }

  @Override
  public void unchanging(String column) {
    table(column);
    unchanging.add(column);
  }

  private void table(String column) {
    if (tables.isEmpty()) {
      throw new BrokenPromise("An unchanging column before the first table: " + column);
    }
    tables.get(tables.size() - 1).header().dataset().column(column);
  }

  public List<ReadTable> tables() {
    return List.copyOf(tables);
  }

  /** The only table. */
  public ReadTable table() {
    if (tables.size() != 1) {
      throw new BrokenPromise("Expected one table, saw " + tables.size() + "; issues: " + issues);
    }
    return tables.get(0);
  }

  /** Tables of a dataset. */
  public List<ReadTable> tables(String dataset) {
    return tables.stream()
        .filter(table -> table.header().dataset().name().equals(dataset))
        .toList();
  }

  public List<ReadIssue> issues() {
    return List.copyOf(issues);
  }

  public Map<Long, String> passedOver() {
    return Map.copyOf(passedOver);
  }

  /** Columns that the source never changes. */
  public List<String> unchanging() {
    return List.copyOf(unchanging);
  }

  /** What was taken for granted. */
  public List<String> assumed() {
    return List.copyOf(assumed);
  }

  /** Everything, in words: two readings of one file are equal when these are. */
  public String transcript() {
    return tables + "\n" + issues + "\n" + passedOver + "\n" + assumed;
  }

  private final class Writer implements TableWriter {
    private final ReadTable table;

    Writer(ReadTable table) {
      this.table = table;
    }

    @Override
    public void row(long line, DateSpan period, Object[] values) {
      if (tables.get(tables.size() - 1) != table) {
        throw new BrokenPromise("A row for a table that is finished: " + table.header().title());
      }
      var columns = table.header().columns();
      if (values.length != columns.size()) {
        throw new BrokenPromise(
            "Line " + line + " has " + values.length + " values for " + columns);
      }
      if (line < 1 || period == null) {
        throw new BrokenPromise("A row without line or period: " + line + ", " + period);
      }
      var named = new LinkedHashMap<String, Object>();
      for (int i = 0; i < values.length; i++) {
        var column = table.header().dataset().column(columns.get(i));
        if (values[i] != null) {
          boolean isKeptBack = values[i] instanceof Suppressed && Suppressed.fits(column);
          if (!isKeptBack && !column.type().carrier().isInstance(values[i])) {
            throw new BrokenPromise(
                "Line %d: %s is a %s, expected %s"
                    .formatted(line, column.name(), values[i].getClass(), column.type().carrier()));
          }
          var relations = table.header().dataset().relations();
          if (values[i] instanceof String text && !relations.admits(column.name(), text)) {
            throw new BrokenPromise(
                "Line %d: %s is \"%s\", expected %s"
                    .formatted(
                        line, column.name(), text, relations.choices(column.name()).orElseThrow()));
          }
          named.put(column.name(), values[i]);
        }
      }
      table.rows().add(new ReadRow(line, period, named));
    }

    @Override
    public void rejected(ReadIssue issue, String text) {
      table.rejected().add(new RejectedRow(issue, text));
    }
  }
}
