package io.retainer.warehouse;

import io.retainer.model.client.Client;
import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.Restatement;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One file on its way into the facts. Rows are gathered aside, in tables that nobody else sees;
 * {@link #accept} puts all of them in force and {@link #keep} makes everything lasting, in one
 * transaction. Closed before that, or killed at any instant, nothing has happened. Used on one
 * thread.
 */
public final class Intake implements AutoCloseable {

  private static final int MOST_OF_THEIR_OWN = 64;

  /** Costs are booked and targets set for days to come; all else has happened. */
  private static final Set<Dataset> TOLD_AHEAD = Set.of(Datasets.COSTS, Datasets.PLANS_TARGETS);

  private final Database database;
  private final Connection connection;
  private final FactChanges facts;
  private final Client client;
  private final String connector;
  private final Instant now;
  private final Runnable onClose;
  private final List<IntakeTable> tables = new ArrayList<>();
  private final Map<List<String>, Gathering> byLayout = new HashMap<>();
  private final List<Gathering> gatherings = new ArrayList<>();
  private final Gathering rejected;
  private final Gathering totals;
  private final Sql sql;
  private final long batch;
  private final Set<Touched> touched = new LinkedHashSet<>();
  private long rejectedRows;
  private boolean isKept;
  private List<Restatement> restatements = List.of();
  private List<Doubled> doubled = List.of();
  private OptionalLong insteadOf = OptionalLong.empty();

  Intake(Database database, Client client, String connector, Instant now, Runnable onClose)
      throws SQLException {
    this.database = database;
    this.connection = database.writing();
    this.client = client;
    this.connector = connector;
    this.now = now;
    this.onClose = onClose;
    this.sql = new Sql(connection);
    try {
      facts = database.changes(connection);
      // Outside of a transaction: the engine would keep all gathered rows in memory.
      batch = sql.number("select coalesce(max(id), 0) + 1 from batches");
      rejected =
          aside(
              "rejected_aside",
              """
              ordinal bigint, title varchar, text varchar, line bigint, column_name varchar,
              saw varchar, expected varchar, advice varchar
              """);
      totals =
          aside(
              "totals_aside",
              """
              ordinal integer, dataset varchar, column_name varchar, value varchar, line bigint
              """);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Gathering aside(String table, String columns) throws SQLException {
    var gathering = new Gathering(database, connection, table, columns);
    gatherings.add(gathering);
    return gathering;
  }

  /** The id that the batch has if it is kept. */
  public String batch() {
    return Long.toString(batch);
  }

  /** Begins a table; the one before it is finished. */
  public IntakeTable table(TableHeader header) throws SQLException {
    finish();
    IntakeTable table =
        new IntakeTable(
            database,
            connection,
            tables.size(),
            header,
            client.currency().getCurrencyCode(),
            gathering(header));
    tables.add(table);
    return table;
  }

  /** The last day of what is told by day, when it is yet to come wherever the client may be. */
  public Optional<LocalDate> dayToCome() {
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return tables.stream()
        .filter(table -> !TOLD_AHEAD.contains(table.header().dataset()))
        .map(IntakeTable::lastDay)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .filter(tomorrow::isBefore);
  }

  /**
   * Where rows are gathered. Each table of the engine takes memory, however few rows there are, so
   * that of an archive with a file for each day the later ones go into one.
   */
  private Gathering gathering(TableHeader header) throws SQLException {
    boolean isOfItsOwn = tables.size() < MOST_OF_THEIR_OWN;
    List<String> layout = new ArrayList<>(header.columns());
    layout.add(header.dataset().name());
    Gathering known = isOfItsOwn ? null : byLayout.get(layout);
    if (known != null) {
      return known;
    }
    Gathering gathering = aside("gathered_" + tables.size(), IntakeTable.definition(header));
    if (!isOfItsOwn) {
      byLayout.put(layout, gathering);
    }
    return gathering;
  }

  /**
   * Keeps where a row stood that is left out, so that the user can correct it. What stood in it may
   * be names and addresses, and is kept nowhere but in the file itself.
   */
  public void rejected(String table, ReadIssue issue) throws SQLException {
    rejected
        .appender()
        .beginRow()
        .append(rejectedRows++)
        .append(table)
        .append("")
        .append(issue.line())
        .append(issue.column())
        .append(issue.saw().replace("\0", ""))
        .append(issue.expected())
        .append(issue.advice())
        .endRow();
  }

  /** Keeps a total that the source states about a table. */
  public void total(IntakeTable table, SourceTotal total) throws SQLException {
    totals
        .appender()
        .beginRow()
        .append(table.ordinal())
        .append(table.header().dataset().name())
        .append(total.column())
        .append(total.value().toPlainString())
        .append(total.line())
        .endRow();
  }

  /** No further row comes: counts and sums of the last table can be asked for. */
  public void finish() throws SQLException {
    if (!tables.isEmpty()) {
      tables.get(tables.size() - 1).finish();
    }
  }

  /** Why the rows cannot be put in force: their keys are those of other things. */
  public Optional<ReadIssue> namesakes() throws SQLException {
    finish();
    Namesakes namesakes = new Namesakes(facts, sql, client.id(), connector);
    for (IntakeTable table : tables) {
      Optional<ReadIssue> found = namesakes.of(table);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What earlier imports have of the things and days of the file, and the file has not. */
  public List<LeftByFile.Found> leftByFile() throws SQLException {
    finish();
    return new LeftByFile(facts, sql, client.id(), connector).of(tables);
  }

  /** Puts the rows in force, in place of those they replace. */
  public void accept() throws SQLException {
    finish();
    for (Gathering gathering : gatherings) {
      gathering.filled();
    }
    connection.setAutoCommit(false);
    Replacement replacement = new Replacement(facts, sql, client.id(), connector, batch);
    for (IntakeTable table : tables) {
      touched.add(replacement.accept(table));
    }
    for (Touched series : touched) {
      facts.notePresence(series);
    }
    restatements = List.copyOf(replacement.restatements());
    doubled = new Doublings(sql).of(client.id(), connector, tables);
  }

  /** How the tables differ from what they replaced, once accepted. */
  public List<Restatement> restatements() {
    return restatements;
  }

  /** What another source has brought of the same accounts and days, once accepted. */
  public List<Doubled> doubled() {
    return doubled;
  }

  /** The same bytes as an earlier batch, which is taken back when this one is kept. */
  public void insteadOf(ImportBatch earlier) {
    insteadOf = OptionalLong.of(Long.parseLong(earlier.id()));
  }

  /** Keeps the result and makes everything lasting. */
  public void keep(ImportResult result, long bytes) throws SQLException {
    keep(result, bytes, Told.nothing());
  }

  /**
   * Keeps the result and makes everything lasting.
   *
   * @param told what was told with the file
   */
  public void keep(ImportResult result, long bytes, Told told) throws SQLException {
    finish();
    for (Gathering each : List.of(rejected, totals)) {
      each.filled();
    }
    connection.setAutoCommit(false);
    sql.run(
        "insert into source_totals select ?, ordinal, dataset, column_name, value, line"
            + " from totals_aside order by ordinal, line",
        batch);
    sql.run(
        "insert into rejected_rows select ?, ordinal, title, text, line, column_name, saw,"
            + " expected, advice from rejected_aside order by ordinal",
        batch);
    Ledger.write(sql, batch, client.id(), now, bytes, told, result, tables);
    if (insteadOf.isPresent()) {
      new Undo(connection, facts).undo(insteadOf.getAsLong(), told.by(), now);
    }
    facts.settle();
    connection.commit();
    isKept = true;
    facts.tidy(touched);
  }

  @Override
  public void close() {
    try (connection;
        facts) {
      for (Gathering gathering : gatherings) {
        gathering.close();
      }
      if (!isKept && !connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new WarehouseException("An import could not be closed: " + e.getMessage(), e);
    } finally {
      onClose.run();
    }
  }
}
