package io.retainer.warehouse;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.ImportedRows;
import io.retainer.model.fact.RowSource;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The facts of all clients, in one database. Any number of threads may ask; one import writes at a
 * time, and what it writes is seen by others when it is all there.
 */
public final class Warehouse implements FactSource, RowSource, AutoCloseable {

  private final Database database;
  private final Clock clock;
  private final Workload workload = new Workload();
  private final ReentrantLock writing = new ReentrantLock(true);

  Warehouse(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the file, or makes it. Costs next to nothing: the engine starts with the first question.
   *
   * @throws FactsInUseException when another process holds the file, saying which
   */
  public static Warehouse open(Path database) {
    return open(database, Clock.systemUTC());
  }

  /**
   * @param clock tells when a batch is imported
   */
  public static Warehouse open(Path database, Clock clock) {
    return new Warehouse(new DuckDb(database), clock);
  }

  /**
   * Opens the facts of a home that are kept elsewhere. Nothing is asked of it before the first
   * question.
   *
   * @param file where the facts of a home without one are: whoever holds that works in the home
   * @throws FactsInUseException when another process works in the home, saying which
   */
  public static Warehouse open(FactsElsewhere place, Path file) {
    return new Warehouse(Database.of(place, new FactsLock(file)), Clock.systemUTC());
  }

  /**
   * As {@link #open(FactsElsewhere, Path)}, beside other servers that do the same.
   *
   * @throws FactsInUseException when a process works in the home that has to be alone there
   */
  public static Warehouse openShared(FactsElsewhere place, Path file) {
    return new Warehouse(Database.of(place, FactsLock.shared(file)), Clock.systemUTC());
  }

  /** As one of several processes. */
  static Warehouse open(FactsElsewhere place, Clock clock) {
    return new Warehouse(Database.of(place, null), clock);
  }

  /**
   * Starts the engine now rather than with the first question.
   *
   * @throws WarehouseException when the file cannot be read
   */
  public void start() {
    read("open its file", connection -> true);
  }

  /** Rehearses a question, that the first one is answered as fast as the others. */
  public void warmUp() {
    read(
        "rehearse a statement",
        connection -> {
          engine(connection).each(Rehearsal.statement(), row -> {});
          return true;
        });
  }

  /** The same facts, with the amounts of some clients in their currency. */
  public FactSource converting(Conversion.Choice conversions) {
    return new Questions(answers(), conversions);
  }

  private FactSource asBooked() {
    return converting(Conversion.Choice.NONE);
  }

  @Override
  public FactAnswer answer(FactQuery query) {
    return asBooked().answer(query);
  }

  @Override
  public List<FactAnswer> answers(List<FactQuery> queries) {
    return asBooked().answers(queries);
  }

  @Override
  public TableAnswer table(TableQuery query) {
    return asBooked().table(query);
  }

  @Override
  public Optional<List<String>> largest(FactQuery query, RowValue value, int limit) {
    return asBooked().largest(query, value, limit);
  }

  /**
   * @throws WarehouseException when a statement fails or takes too long
   */
  @Override
  public List<ImportedRows> rows(Ask ask) {
    return read(
        "count rows of " + ask.dataset().name(),
        connection -> new Imported(ask, answers()).rows(connection));
  }

  /**
   * @throws WarehouseException when a statement fails or takes too long
   */
  @Override
  public Optional<ImportedRows> daily(Ask ask) {
    return read(
        "add up days of " + ask.dataset().name(),
        connection -> new Imported(ask, answers()).daily(connection));
  }

  private Engine engine(Connection connection) {
    return database.engine(connection);
  }

  /** What is there of a client, by dataset, source and account. */
  public List<SeriesCoverage> coverage(ClientId client) {
    return read(
        "list what is there",
        connection -> {
          Map<Long, Series.Batch> batches = Catalogue.batches(connection, client);
          List<SeriesCoverage> found = new ArrayList<>();
          for (Dataset dataset : Catalogue.datasets(connection, client)) {
            for (Series series : Catalogue.series(connection, client, dataset.name())) {
              found.add(covered(dataset, series, batches));
            }
          }
          return found;
        });
  }

  private static SeriesCoverage covered(
      Dataset dataset, Series series, Map<Long, Series.Batch> batches) {
    long last = series.lastBatch();
    return new SeriesCoverage(
        dataset.name(),
        series.source(),
        series.account(),
        series.cut(),
        series.keyed()
            ? series.tables().stream()
                .flatMap(table -> table.columns().stream())
                .collect(java.util.stream.Collectors.toSet())
            : series.columns(),
        series.grain(),
        series.tables().stream().allMatch(Series.Table::complete),
        SeriesChoice.spans(series).spans(),
        series.presence().stream().mapToLong(Series.Presence::rows).sum(),
        Long.toString(last),
        batches.containsKey(last) ? batches.get(last).at() : Instant.EPOCH);
  }

  /** What rows there are to look at in a dataset of a client. */
  public List<DataTable> tables(ClientId client, Dataset dataset) {
    return read(
        "list tables of " + dataset.name(),
        connection -> Exploring.tables(connection, client, dataset));
  }

  /** What rows there are to look at, of all datasets. */
  public List<DataTable> tables(ClientId client) {
    return read(
        "list tables",
        connection -> {
          List<DataTable> found = new ArrayList<>();
          for (Dataset dataset : Catalogue.datasets(connection, client)) {
            found.addAll(Exploring.tables(connection, client, dataset));
          }
          return found;
        });
  }

  /**
   * Rows of a table and what all that were asked for come to; empty when the client has no such
   * table any more.
   *
   * @param skip rows before the first one
   * @param most rows that are handed over
   * @param valuesOf a column whose values are told too, at most so many
   * @throws WarehouseException when a statement fails or takes too long
   */
  public Optional<RowsFound> explore(
      RowsAsk ask, long skip, int most, Optional<Column> valuesOf, int mostValues) {
    return read(
        "look at rows of " + ask.dataset().name(),
        connection ->
            new Exploring(engine(connection)).find(ask, skip, most, valuesOf, mostValues));
  }

  /**
   * Hands over rows one after the other.
   *
   * @return whether the client has the table
   * @throws WarehouseException when the statement fails or takes too long
   */
  public boolean explore(RowsAsk ask, long most, Consumer<RowsFound.Row> sink) {
    return read(
        "list rows of " + ask.dataset().name(),
        connection -> new Exploring(engine(connection)).each(ask, most, sink));
  }

  /** The client's imports, the latest first. */
  public List<ImportBatch> batches(ClientId client) {
    return read("list imports", connection -> Ledger.ofClient(connection, client));
  }

  /** Whether anything was ever imported for one of these clients, whatever became of it. */
  public boolean hasImports(Collection<ClientId> clients) {
    return read("see what was imported", connection -> Ledger.has(connection, clients));
  }

  /**
   * Imports of all these clients together, the latest first.
   *
   * @param most how many
   */
  public List<ImportBatch> latestBatches(Collection<ClientId> clients, int most) {
    return read("list imports", connection -> Ledger.latest(connection, clients, most));
  }

  /** Up to which day there is anything, by client and source. */
  public List<Reach> reaches(Collection<ClientId> clients) {
    return read("see what is new", connection -> Newest.reaches(connection, clients));
  }

  /**
   * The imports in force of these clients that have one of the names or of the hashes.
   *
   * @param since earlier ones are left out
   */
  public List<TakenFile> taken(
      Collection<ClientId> clients,
      Collection<String> names,
      Collection<String> hashes,
      Instant since) {
    return read(
        "find imports", connection -> Newest.taken(connection, clients, names, hashes, since));
  }

  /**
   * What the facts of some clients stand at: another text after each import and each undoing, so
   * that what was computed from them holds as long as it stays.
   */
  public String standing(Collection<ClientId> clients) {
    return read("see what was imported", connection -> Ledger.standing(connection, clients));
  }

  public Optional<ImportBatch> batch(String id) {
    return read("find an import", connection -> Ledger.find(connection, number(id)));
  }

  /** The batch in force that the same bytes of this client came in with. */
  public Optional<ImportBatch> accepted(ClientId client, String sha256) {
    return read("find an import", connection -> Ledger.accepted(connection, client, sha256));
  }

  /** What was told with the file of an import. */
  public Told told(String batch) {
    return read("find an import", connection -> Ledger.told(connection, number(batch)));
  }

  /**
   * Rows that an import left out, in the order of the file and without their text: that stands in
   * the file alone.
   */
  public List<RejectedRow> rejectedRows(String batch) {
    return read("list rejected rows", connection -> Ledger.rejectedRows(connection, number(batch)));
  }

  /** Begins an import; others wait until it is closed. */
  public Intake intake(Client client, String connector) {
    writing.lock();
    try {
      return new Intake(database, client, connector, clock.instant(), writing::unlock);
    } catch (SQLException | RuntimeException e) {
      writing.unlock();
      throw failure("begin an import", e);
    }
  }

  /**
   * Takes an import back: its rows go, and the rows they had replaced are in force again. What a
   * later import had replaced stays so.
   *
   * @param by who does it, for the ledger
   */
  public UndoAnswer undo(String batch, String by) {
    return undo(batch, by, true);
  }

  /** What {@link #undo} would do; nothing is changed. */
  public UndoAnswer undoTried(String batch) {
    return undo(batch, "", false);
  }

  private UndoAnswer undo(String batch, String by, boolean isMeant) {
    writing.lock();
    try (Connection connection = database.writing();
        FactChanges facts = database.changes(connection)) {
      connection.setAutoCommit(false);
      UndoAnswer answer = new Undo(connection, facts).undo(number(batch), by, clock.instant());
      if (isMeant) {
        facts.settle();
        connection.commit();
      } else {
        connection.rollback();
      }
      return answer;
    } catch (SQLException e) {
      throw failure("undo import " + batch, e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Deletes what there is about a client. A file keeps the bytes until it is written anew: {@link
   * FactsFile#rewrite}.
   *
   * @param isMeant else nothing is changed
   */
  public ForgottenFacts forget(ClientId client, boolean isMeant) {
    writing.lock();
    try (Connection connection = database.writing();
        FactChanges facts = database.changes(connection)) {
      connection.setAutoCommit(false);
      var forgetting = new Forgetting(connection, facts);
      List<String> files = forgetting.files(client.value());
      var forgotten = new ForgottenFacts(forgetting.rows(client.value()), files);
      if (isMeant) {
        facts.settle();
        connection.commit();
        facts.wipe();
      } else {
        connection.rollback();
      }
      return forgotten;
    } catch (SQLException e) {
      throw failure("forget " + client.value(), e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Copies the facts as they are between two imports, and opens the copy to see that it has them
   * all.
   *
   * @param file is made
   * @return the rows of all tables
   */
  public long copyTo(Path file) {
    writing.lock();
    try {
      return database.copyTo(file);
    } finally {
      writing.unlock();
    }
  }

  /** How many rows there are in all tables, those that were replaced too. */
  public long rowsOfAllTables() {
    return read("count all rows", connection -> database.tables(connection).rows());
  }

  private static long number(String id) {
    return id.matches("[0-9]{1,15}") ? Long.parseLong(id) : -1;
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T read(String what, Reading<T> reading) {
    try (Connection connection = database.reading();
        Workload.Work work = workload.begin(what)) {
      T result = reading.read(connection);
      connection.rollback();
      work.done();
      return result;
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  /** How many questions were answered since the start, and how long that took. */
  public Workload workload() {
    return workload;
  }

  private static RuntimeException failure(String what, Exception cause) {
    return cause instanceof RuntimeException known
        ? known
        : new WarehouseException("The warehouse cannot " + what + ": " + cause.getMessage(), cause);
  }

  private Answers answers() {
    return new Answers() {
      @Override
      public <T> T read(String what, Reading<T> reading) {
        return Warehouse.this.read(what, reading);
      }

      @Override
      public Engine engine(Connection connection) {
        return Warehouse.this.engine(connection);
      }
    };
  }

  /** Reads from one snapshot; what it is for stands in the message when that fails. */
  interface Answers {
    <T> T read(String what, Reading<T> reading);

    Engine engine(Connection connection);
  }

  interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }
}
