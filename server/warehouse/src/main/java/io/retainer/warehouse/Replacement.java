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
import java.util.TreeSet;

/**
 * Puts gathered rows in force. A row under a key takes the place of the earlier one of that key; a
 * row about a whole span that of the same span; other tables replace everything of their series
 * within the days they speak of. What is replaced stays, out of force, until its batch is undone.
 */
final class Replacement {

  private final FactChanges facts;
  private final Sql sql;
  private final ClientId client;
  private final String connector;
  private final long batch;
  private final List<Restatement> restatements = new ArrayList<>();

  Replacement(FactChanges facts, Sql sql, ClientId client, String connector, long batch) {
    this.facts = facts;
    this.sql = sql;
    this.client = client;
    this.connector = connector;
    this.batch = batch;
  }

  /**
   * @return the series the rows went into
   */
  Touched accept(IntakeTable table) throws SQLException {
    Touched series = Touched.of(sql, "s.id = ?", series(table)).get(0);
    Arriving rows = new Arriving(table, series, batch);
    new Restating(sql, table, facts.givingWay(rows)).restatement().ifPresent(restatements::add);
    facts.replace(rows);
    note(table, series.series());
    return series;
  }

  /** How tables that were accepted differ from what they replaced. */
  List<Restatement> restatements() {
    return restatements;
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

  private static String joined(java.util.Collection<String> words) {
    return String.join(",", words);
  }
}
