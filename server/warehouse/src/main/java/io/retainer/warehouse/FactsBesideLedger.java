package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Facts in the database of the ledger: its transaction is theirs too. */
final class FactsBesideLedger implements FactChanges {

  private static final long FEW_ROWS = 20_000;

  private final Database database;
  private final Connection connection;
  private final Sql sql;

  FactsBesideLedger(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.sql = new Sql(connection);
  }

  @Override
  public Earlier givingWay(Arriving rows) throws SQLException {
    return new Earlier(
        rows.series().facts() + replaced(rows) + " and live and batch <> ?", values(rows, true));
  }

  @Override
  public void replace(Arriving rows) throws SQLException {
    String facts = rows.series().facts();
    String replaced = replaced(rows);
    sql.run("delete from " + facts + replaced + " and batch = ?", values(rows, true).toArray());
    sql.run(
        "update " + facts + " set live = false" + replaced + " and live",
        values(rows, false).toArray());
    insert(rows);
  }

  /** Which earlier rows give way. */
  private static String replaced(Arriving rows) throws SQLException {
    return " where client = ? and series = ? and " + scope(rows.table());
  }

  private static String scope(IntakeTable table) throws SQLException {
    if (table.isKeyed()) {
      String key = FactTable.quoted(table.key());
      return "%1$s in (select %1$s from %2$s)".formatted(key, table.aside());
    }
    if (table.header().grain() == Grain.PERIOD) {
      return """
      exists (select 1 from %1$s where waiting.period_start = %2$s.period_start
        and waiting.period_end = %2$s.period_end)"""
          .formatted(table.aside(), FactTable.name(table.header().dataset()));
    }
    return "period_start >= ? and period_end <= ?";
  }

  private static List<Object> values(Arriving rows, boolean withBatch) {
    List<Object> values = new ArrayList<>(List.of(rows.series().client(), rows.series().series()));
    if (rows.isOfSpan()) {
      values.add(rows.span().start());
      values.add(rows.span().end());
    }
    if (withBatch) {
      values.add(rows.batch());
    }
    return values;
  }

  private void insert(Arriving rows) throws SQLException {
    IntakeTable table = rows.table();
    String columns =
        table.header().columns().stream()
            .filter(column -> !column.equals("currency"))
            .map(column -> ", " + FactTable.quoted(column))
            .collect(Collectors.joining());
    // In the order of days, so that a month is a short read; most sources sort that way themselves.
    // Of few rows always: see Sql.insert.
    boolean isSorted = table.isInOrder() && table.rows() > FEW_ROWS;
    sql.run(
        """
        insert into %1$s (client, series, batch, live, line, period_start, period_end, currency,
          suppressed%2$s)
        select ?, ?, ?, true, line, period_start, period_end, currency, suppressed%2$s
        from %3$s %4$s
        """
            .formatted(
                rows.series().facts(),
                columns,
                table.aside(),
                isSorted ? "" : "order by period_start"),
        rows.series().client(),
        rows.series().series(),
        rows.batch());
  }

  @Override
  public String namesakes(IntakeTable table, ClientId client) {
    return FactTable.name(table.header().dataset());
  }

  @Override
  public String within(IntakeTable table, DateSpan days, ClientId client, List<String> columns) {
    return FactTable.name(table.header().dataset());
  }

  @Override
  public void notePresence(Touched series) throws SQLException {
    sql.run("delete from presence where series = ?", series.series());
    sql.run(
        """
        insert into presence
        select series, period_start, period_end, batch, currency, count(*)
        from %s where client = ? and series = ? and live
        group by series, period_start, period_end, batch, currency
        """
            .formatted(series.facts()),
        series.client(),
        series.series());
  }

  @Override
  public long rows(Touched series, long batch) throws SQLException {
    return count(series, batch, "");
  }

  @Override
  public long rowsInForce(Touched series, long batch) throws SQLException {
    return count(series, batch, " and live");
  }

  private long count(Touched series, long batch, String condition) throws SQLException {
    return sql.number(
        "select count(*) from " + series.facts() + " where series = ? and batch = ?" + condition,
        series.series(),
        batch);
  }

  @Override
  public Map<Long, Long> inForce(Touched series) throws SQLException {
    Map<Long, Long> found = new TreeMap<>();
    sql.list(
        row -> found.put(row.getLong(1), row.getLong(2)),
        "select batch, count(*) from "
            + series.facts()
            + " where series = ? and live group by batch",
        series.series());
    return found;
  }

  @Override
  public void takeBack(Touched series, long batch) throws SQLException {
    sql.run(
        "delete from " + series.facts() + " where series = ? and batch = ?",
        series.series(),
        batch);
    sql.run(
        "update %s as f set live = true where series = ? and not live and not exists (%s)"
            .formatted(series.facts(), later(series)),
        series.series());
  }

  /** Something imported later that stands in the place of a row of {@code f}. */
  private static String later(Touched series) {
    if (series.keyed()) {
      return "select 1 from %s g where g.series = f.series and g.%2$s = f.%2$s and g.batch > f.batch"
          .formatted(series.facts(), series.key());
    }
    if (series.grain() == Grain.PERIOD) {
      return """
      select 1 from %s g where g.series = f.series and g.period_start = f.period_start
        and g.period_end = f.period_end and g.batch > f.batch"""
          .formatted(series.facts());
    }
    return """
    select 1 from batch_tables t join batches b on b.id = t.batch
    where t.series = f.series and t.batch > f.batch and not b.undone
      and t.span_start <= f.period_start and t.span_end >= f.period_end""";
  }

  /** They are among the tables of the ledger. */
  @Override
  public Map<String, Long> forget(String client) {
    return Map.of();
  }

  @Override
  public FactsTables tables() throws SQLException {
    return FactsTables.in(connection);
  }

  @Override
  public void define(String table, Map<String, String> columns) throws SQLException {
    String name = FactTable.quoted(table);
    List<String> definitions =
        columns.entrySet().stream()
            .map(
                each ->
                    FactTable.quoted(each.getKey()) + " " + database.definition(each.getValue()))
            .toList();
    if (!tables().names().contains(table)) {
      sql.run("create table %s (%s)".formatted(name, String.join(", ", definitions)));
      return;
    }
    for (String column : definitions) {
      sql.run("alter table %s add column %s".formatted(name, column));
    }
  }

  @Override
  public boolean takesRowsInOrder() {
    return false;
  }

  @Override
  public RowAppender appender(String table) throws SQLException {
    return database.appenderInto(connection, table);
  }

  @Override
  public void settle() {}

  @Override
  public void tidy(Set<Touched> touched) {
    database.tidy(connection, touched.stream().map(Touched::vocabulary).distinct().toList());
  }

  @Override
  public void wipe() throws SQLException {
    database.wipe(connection);
  }

  @Override
  public void close() {}
}
