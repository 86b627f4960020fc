package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.Restatement;
import io.retainer.spi.Column;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts gathered rows in force. A row under a key takes the place of the earlier one of that key; a
 * row about a whole span that of the same span; other tables replace everything of their series
 * within the days they speak of. What is replaced stays, out of force, until its batch is undone.
 */
final class Replacement {

  private static final long FEW_ROWS = 20_000;

  private final Sql sql;
  private final ClientId client;
  private final String connector;
  private final long batch;
  private final List<Restatement> restatements = new ArrayList<>();

  Replacement(Sql sql, ClientId client, String connector, long batch) {
    this.sql = sql;
    this.client = client;
    this.connector = connector;
    this.batch = batch;
  }

  /**
   * @return the series the rows went into
   */
  long accept(IntakeTable table) throws SQLException {
    long series = series(table);
    String facts = FactTable.name(table.header().dataset());
    String replaced = " where client = ? and series = ? and " + scope(table);
    restated(table, facts, replaced, series).ifPresent(restatements::add);
    sql.run("delete from " + facts + replaced + " and batch = ?", values(table, series, true));
    sql.run(
        "update " + facts + " set live = false" + replaced + " and live",
        values(table, series, false));
    insert(table, facts, series);
    note(table, series);
    return series;
  }

  /** How tables that were accepted differ from what they replaced. */
  List<Restatement> restatements() {
    return restatements;
  }

  private Optional<Restatement> restated(
      IntakeTable table, String facts, String replaced, long series) throws SQLException {
    return new Restating(
            sql, table, facts, replaced + " and live and batch <> ?", values(table, series, true))
        .restatement();
  }

  /** Which earlier rows give way. */
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

  private Object[] values(IntakeTable table, long series, boolean withBatch) {
    List<Object> values = new ArrayList<>(List.of(client.value(), series));
    if (!table.isKeyed() && table.header().grain() != Grain.PERIOD) {
      DateSpan span = table.spoken().orElse(DateSpan.ofDay(java.time.LocalDate.EPOCH));
      values.add(span.start());
      values.add(span.end());
    }
    if (withBatch) {
      values.add(batch);
    }
    return values.toArray();
  }

  private void insert(IntakeTable table, String facts, long series) throws SQLException {
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
            .formatted(facts, columns, table.aside(), isSorted ? "" : "order by period_start"),
        client.value(),
        series,
        batch);
  }

  private void note(IntakeTable table, long series) throws SQLException {
    TableHeader header = table.header();
    sql.insert(
        "batch_tables",
        batch,
        table.ordinal(),
        series,
        header.title(),
        header.dataset().name(),
        header.grain().name(),
        header.complete(),
        joined(header.columns()),
        table.rows(),
        table.rejectedRows(),
        table.span().map(DateSpan::start).orElse(null),
        table.span().map(DateSpan::end).orElse(null),
        table.spoken().map(DateSpan::start).orElse(null),
        table.spoken().map(DateSpan::end).orElse(null),
        table.silence(),
        joined(table.gaps()));
    for (var kept : table.keptBack().byColumn().entrySet()) {
      sql.insert(
          "suppressed_columns",
          batch,
          table.ordinal(),
          kept.getKey(),
          kept.getValue().count(),
          kept.getValue().threshold().map(java.math.BigDecimal::toPlainString).orElse(""));
    }
  }

  private long series(IntakeTable table) throws SQLException {
    TableHeader header = table.header();
    boolean keyed = table.isKeyed();
    String cut = keyed ? "" : joined(new TreeSet<>(header.cut()));
    String columns =
        keyed
            ? joined(header.dataset().columns().stream().map(Column::name).toList())
            : joined(new TreeSet<>(header.columns()));
    String grain = keyed ? Grain.EVENT.name() : header.grain().name();
    List<Long> known =
        sql.list(
            row -> row.getLong(1),
            """
            select id from series
            where client = ? and dataset = ? and source = ? and account = ? and cut = ?
              and grain = ? and keyed = ? and (keyed or "columns" = ?)
            """,
            client.value(),
            header.dataset().name(),
            connector,
            header.account(),
            cut,
            grain,
            keyed,
            columns);
    if (!known.isEmpty()) {
      return known.get(0);
    }
    long id = sql.number("select coalesce(max(id), 0) + 1 from series");
    sql.insert(
        "series",
        id,
        client.value(),
        header.dataset().name(),
        connector,
        header.account(),
        cut,
        columns,
        grain,
        keyed);
    return id;
  }

  /** Counts anew which periods the series has rows for. */
  void refreshPresence(long series) throws SQLException {
    String dataset =
        sql.list(row -> row.getString(1), "select dataset from series where id = ?", series).get(0);
    sql.run("delete from presence where series = ?", series);
    sql.run(
        """
        insert into presence
        select series, period_start, period_end, batch, currency, count(*)
        from facts_%s where client = ? and series = ? and live
        group by series, period_start, period_end, batch, currency
        """
            .formatted(dataset),
        client.value(),
        series);
  }

  private static String joined(java.util.Collection<String> words) {
    return String.join(",", words);
  }
}
