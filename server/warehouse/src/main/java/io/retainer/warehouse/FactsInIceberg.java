package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts in Iceberg, apart from their ledger. Gathered rows wait in the ledger's database, and those
 * they are compared with are brought there; what gives way and what arrives is changed where it
 * lies.
 */
final class FactsInIceberg implements FactChanges {

  private static final Logger LOG = LoggerFactory.getLogger(FactsInIceberg.class);

  private final Postgres database;
  private final Connection ledger;
  private final Sql sql;
  private final IcebergWriter iceberg;
  private final Set<Long> filled = new HashSet<>();
  private int brought;

  FactsInIceberg(FactsInTrino place, Postgres database, Connection ledger) throws SQLException {
    this.database = database;
    this.ledger = ledger;
    this.sql = new Sql(ledger);
    this.iceberg = new IcebergWriter(place, ledger);
  }

  @Override
  public Earlier givingWay(Arriving rows) throws SQLException {
    Optional<String> from = iceberg.from(rows.series().facts());
    if (from.isEmpty() || !hasRows(rows)) {
      return new Earlier("(select 1 where false) as none", List.of());
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String own : List.of("period_start", "period_end", "currency", FactTable.SUPPRESSED)) {
      columns.put(own, FactTable.columns(rows.series().vocabulary()).get(own));
    }
    columns.putAll(ofRows(rows.table()));
    List<IcebergRows> parts = new ArrayList<>();
    for (IcebergRows part : replaced(rows)) {
      parts.add(part.and("live").and("batch <> ?", rows.batch()));
    }
    return new Earlier(
        bring(source(rows.series().facts(), from.get(), columns), parts, columns), List.of());
  }

  /** Columns of the vocabulary that the gathered rows have. */
  private static Map<String, String> ofRows(IntakeTable table) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : table.header().columns()) {
      if (!name.equals("currency")) {
        columns.put(name, FactTable.type(table.header().dataset().column(name).type()));
      }
    }
    return columns;
  }

  /** The table with these columns, of which it may not have all yet. */
  private String source(String table, String from, Map<String, String> columns) {
    Set<String> present = iceberg.columns(table);
    String missing =
        columns.entrySet().stream()
            .filter(column -> !present.contains(column.getKey()))
            .map(
                column ->
                    ", cast(null as %s) as %s"
                        .formatted(
                            IcebergTables.type(column.getValue()),
                            FactTable.quoted(column.getKey())))
            .collect(Collectors.joining());
    return missing.isEmpty() ? from : "(select t.*" + missing + " from " + from + " as t)";
  }

  /** Whether any rows may give way; the ledger knows of which days there are some. */
  private boolean hasRows(Arriving rows) throws SQLException {
    long series = rows.series().series();
    if (filled.contains(series)) {
      return true;
    }
    if (rows.isOfSpan()) {
      DateSpan span = rows.span();
      return sql.number(
              """
              select count(*) from presence
              where series = ? and period_start >= ? and period_end <= ?
              """,
              series,
              span.start(),
              span.end())
          > 0;
    }
    return sql.number("select count(*) from presence where series = ?", series) > 0;
  }

  /** Which earlier rows give way: in parts, as a statement takes no more than a million letters. */
  private List<IcebergRows> replaced(Arriving rows) throws SQLException {
    IntakeTable table = rows.table();
    IcebergRows ofSeries = IcebergRows.of(rows.series());
    if (table.isKeyed()) {
      return ofSeries.withKeys(rows.series().key(), keys(table));
    }
    if (table.header().grain() == Grain.PERIOD) {
      return ofSeries.withPeriods(
          sql.list(
              row -> Catalogue.span(row, 1).orElseThrow(),
              "select distinct period_start, period_end from " + table.aside() + " order by 1, 2"));
    }
    DateSpan span = rows.span();
    return List.of(
        ofSeries.and("period_start >= ?", span.start()).and("period_end <= ?", span.end()));
  }

  private List<String> keys(IntakeTable table) throws SQLException {
    return sql.list(
        row -> row.getString(1),
        "select distinct %1$s from %2$s where %1$s is not null order by 1"
            .formatted(FactTable.quoted(table.key()), table.aside()));
  }

  /** Rows of Trino in a temporary table of the ledger's database. */
  private String bring(String from, List<IcebergRows> parts, Map<String, String> columns)
      throws SQLException {
    String name = "brought_" + brought++;
    String definition =
        columns.entrySet().stream()
            .map(each -> FactTable.quoted(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    sql.run("create temp table %s (%s)".formatted(name, database.definition(definition)));
    List<String> types = List.copyOf(columns.values());
    try (RowAppender appender = database.appenderAside(ledger, name)) {
      for (IcebergRows part : parts) {
        iceberg
            .asked()
            .list(
                row -> {
                  appender.beginRow();
                  for (int i = 0; i < types.size(); i++) {
                    appender.append(FactsTable.value(row, i + 1, types.get(i)));
                  }
                  appender.endRow();
                  return true;
                },
                "select %s from %s where %s".formatted(names(columns), from, part.condition()),
                part.values().toArray());
      }
      appender.flush();
    }
    return name;
  }

  private static String names(Map<String, String> columns) {
    return columns.keySet().stream().map(FactTable::quoted).collect(Collectors.joining(", "));
  }

  @Override
  public void replace(Arriving rows) throws SQLException {
    String facts = rows.series().facts();
    iceberg.open(facts, FactTable.columns(rows.series().vocabulary()));
    if (hasRows(rows)) {
      for (IcebergRows part : replaced(rows)) {
        if (filled.contains(rows.series().series())) {
          iceberg.change("delete from " + facts, part.and("batch = ?", rows.batch()));
        }
        iceberg.change("update " + facts + " set live = false", part.and("live"));
      }
    }
    insert(rows);
    filled.add(rows.series().series());
  }

  private void insert(Arriving rows) throws SQLException {
    Map<String, String> gathered = new LinkedHashMap<>();
    Map<String, String> all = FactTable.columns(rows.series().vocabulary());
    for (String own :
        List.of("line", "period_start", "period_end", "currency", FactTable.SUPPRESSED)) {
      gathered.put(own, all.get(own));
    }
    gathered.putAll(ofRows(rows.table()));
    Map<String, String> columns = new LinkedHashMap<>();
    for (String own : List.of("client", "series", "batch", "live")) {
      columns.put(own, all.get(own));
    }
    columns.putAll(gathered);
    List<String> types = List.copyOf(gathered.values());
    try (RowAppender appender = iceberg.appender(rows.series().facts(), columns);
        Statement statement = ledger.createStatement()) {
      statement.setFetchSize(2_000);
      try (ResultSet row =
          statement.executeQuery(
              "select %s from %s order by period_start, line"
                  .formatted(names(gathered), rows.table().aside()))) {
        while (row.next()) {
          appender
              .beginRow()
              .append(rows.series().client())
              .append(rows.series().series())
              .append(rows.batch())
              .append(true);
          for (int i = 0; i < types.size(); i++) {
            appender.append(FactsTable.value(row, i + 1, types.get(i)));
          }
          appender.endRow();
        }
      }
      appender.flush();
    }
  }

  @Override
  public String namesakes(IntakeTable table, ClientId client) throws SQLException {
    String facts = FactTable.name(table.header().dataset());
    Map<String, String> all = FactTable.columns(table.header().dataset());
    Map<String, String> columns = new LinkedHashMap<>();
    for (String own :
        List.of(
            "client", "series", "batch", "live", table.key(), table.unchanging().orElseThrow())) {
      columns.put(own, all.get(own));
    }
    Optional<String> from = iceberg.from(facts);
    return from.isEmpty()
        ? bring("", List.of(), columns)
        : bring(
            source(facts, from.get(), columns),
            new IcebergRows("client = ? and live", List.of(client.value()))
                .withKeys(FactTable.quoted(table.key()), keys(table)),
            columns);
  }

  @Override
  public String within(IntakeTable table, DateSpan days, ClientId client, List<String> columns)
      throws SQLException {
    String facts = FactTable.name(table.header().dataset());
    Map<String, String> all = FactTable.columns(table.header().dataset());
    Map<String, String> brought = new LinkedHashMap<>();
    List.of("client", "series", "batch", "live", "period_start", table.key())
        .forEach(own -> brought.put(own, all.get(own)));
    columns.forEach(own -> brought.put(own, all.get(own)));
    Optional<String> from = iceberg.from(facts);
    return from.isEmpty()
        ? bring("", List.of(), brought)
        : bring(
            source(facts, from.get(), brought),
            List.of(
                new IcebergRows("client = ? and live", List.of(client.value()))
                    .and("period_start >= ?", days.start())
                    .and("period_start < ?", days.end())),
            brought);
  }

  @Override
  public void notePresence(Touched series) throws SQLException {
    sql.run("delete from presence where series = ?", series.series());
    Optional<String> from = iceberg.from(series.facts());
    if (from.isEmpty()) {
      return;
    }
    List<String> types = List.of("bigint", "date", "date", "bigint", "varchar", "bigint");
    IcebergRows rows = IcebergRows.of(series).and("live");
    try (RowAppender appender = database.appenderInto(ledger, "presence")) {
      iceberg
          .asked()
          .list(
              row -> {
                appender.beginRow();
                for (int i = 0; i < types.size(); i++) {
                  appender.append(FactsTable.value(row, i + 1, types.get(i)));
                }
                appender.endRow();
                return true;
              },
              """
              select series, period_start, period_end, batch, currency, count(*)
              from %s where %s group by series, period_start, period_end, batch, currency
              order by period_start, period_end, batch
              """
                  .formatted(from.get(), rows.condition()),
              rows.values().toArray());
      appender.flush();
    }
  }

  @Override
  public long rows(Touched series, long batch) throws SQLException {
    return count(series, IcebergRows.of(series).and("batch = ?", batch));
  }

  @Override
  public long rowsInForce(Touched series, long batch) throws SQLException {
    return count(series, IcebergRows.of(series).and("batch = ?", batch).and("live"));
  }

  private long count(Touched series, IcebergRows rows) throws SQLException {
    Optional<String> from = iceberg.from(series.facts());
    return from.isEmpty()
        ? 0
        : iceberg
            .asked()
            .number(
                "select count(*) from " + from.get() + " where " + rows.condition(),
                rows.values().toArray());
  }

  @Override
  public Map<Long, Long> inForce(Touched series) throws SQLException {
    Map<Long, Long> found = new TreeMap<>();
    Optional<String> from = iceberg.from(series.facts());
    if (from.isPresent()) {
      IcebergRows rows = IcebergRows.of(series).and("live");
      iceberg
          .asked()
          .list(
              row -> found.put(row.getLong(1), row.getLong(2)),
              "select batch, count(*) from %s where %s group by batch"
                  .formatted(from.get(), rows.condition()),
              rows.values().toArray());
    }
    return found;
  }

  @Override
  public void takeBack(Touched series, long batch) throws SQLException {
    String facts = series.facts();
    iceberg.open(facts, FactTable.columns(series.vocabulary()));
    iceberg.change("delete from " + facts, IcebergRows.of(series).and("batch = ?", batch));
    new IcebergRevival(sql, iceberg).of(series, batch);
  }

  @Override
  public Map<String, Long> forget(String client) throws SQLException {
    Map<String, Long> gone = new TreeMap<>();
    for (String table : iceberg.tables()) {
      FactsTable there =
          FactsTable.of(iceberg.connection(), table, iceberg.from(table).orElseThrow());
      if (!there.columns().containsKey("client")) {
        continue;
      }
      long rows =
          iceberg
              .asked()
              .number("select count(*) from " + there.from() + " where client = ?", client);
      if (rows > 0) {
        iceberg.open(table, Map.of());
        iceberg.change(
            "delete from " + FactTable.quoted(table),
            new IcebergRows("client = ?", List.of(client)));
        gone.put(table, rows);
      }
    }
    return gone;
  }

  @Override
  public FactsTables tables() throws SQLException {
    FactsTables tables = Trino.ofLedger(ledger);
    for (String table : iceberg.tables()) {
      tables.connections().put(table, iceberg.connection());
      tables.sources().put(table, iceberg.from(table).orElseThrow());
    }
    return tables;
  }

  @Override
  public void define(String table, Map<String, String> columns) throws SQLException {
    if (FactTable.isName(table)) {
      iceberg.open(table, columns);
    } else {
      new FactsBesideLedger(database, ledger).define(table, columns);
    }
  }

  @Override
  public boolean takesRowsInOrder() {
    return true;
  }

  @Override
  public RowAppender appender(String table) throws SQLException {
    if (!FactTable.isName(table)) {
      return database.appenderInto(ledger, table);
    }
    FactsTable there = tables().named(table);
    Map<String, String> columns = new LinkedHashMap<>();
    there.columns().keySet().forEach(name -> columns.put(name, there.type(name)));
    return iceberg.appender(table, columns);
  }

  @Override
  public void settle() throws SQLException {
    iceberg.settle();
  }

  /** Each import leaves files of its own; of many small ones of a client few are made. */
  @Override
  public void tidy(Set<Touched> touched) {
    try {
      boolean isGathered = false;
      for (Touched each : touched) {
        isGathered |= iceberg.gather(each.facts(), each.client());
      }
      if (isGathered) {
        iceberg.settle();
      }
      ledger.commit();
    } catch (SQLException | WarehouseException e) {
      LOG.warn("The files of an import stay as they are", e);
    }
  }

  @Override
  public void wipe() throws SQLException {
    iceberg.moveOn();
    iceberg.settle();
    ledger.commit();
    iceberg.wipe();
    database.wipe(ledger);
  }

  @Override
  public void close() throws SQLException {
    iceberg.close();
  }
}
