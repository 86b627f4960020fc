package io.retainer.warehouse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Where tests keep facts: in a file of their folder or, with {@code
 * -Dretainer.test.facts=postgresql}, in a database of its own on a PostgreSQL that this process
 * starts; with {@code trino}, in a schema of a Trino too, which is started or, with {@code
 * -Dtrino.url=jdbc:trino://host:port/catalog}, runs.
 */
public final class TestFacts {

  private static final String KIND = System.getProperty("retainer.test.facts", "");
  private static final boolean IS_POSTGRES = KIND.equals("postgresql");
  private static final boolean IS_TRINO = KIND.equals("trino");

  /** In the folder; another process finds the database by it. */
  private static final String NOTE = "facts-in-postgres.txt";

  private static EmbeddedPostgres server;

  private TestFacts() {}

  /** Lets another process find what was asked for. */
  static void prepare(Path folder) {
    if (IS_POSTGRES || IS_TRINO) {
      inPostgres(folder);
    }
  }

  /** The facts of a folder, which are found there again. */
  public static Warehouse open(Path folder, Clock clock) {
    if (IS_TRINO) {
      return Warehouse.open(inTrino(folder), clock);
    }
    return IS_POSTGRES || Files.exists(folder.resolve(NOTE))
        ? Warehouse.open(inPostgres(folder), clock)
        : Warehouse.open(folder.resolve("facts.duckdb"), clock);
  }

  /** The same without what a warehouse adds. */
  static Database database(Path folder) {
    if (IS_TRINO) {
      return new Trino(inTrino(folder), null);
    }
    return IS_POSTGRES
        ? new Postgres(inPostgres(folder))
        : new DuckDb(folder.resolve("facts.duckdb"));
  }

  /** Lets whatever is opened in the folder be in a PostgreSQL. */
  static FactsInPostgres inPostgres(Path folder) {
    try {
      Path note = folder.resolve(NOTE);
      if (!Files.exists(note)) {
        Files.writeString(note, empty().url());
      }
      return at(Files.readString(note));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ledger in a database of the folder's own, the rows in a schema of the same name. */
  static FactsInTrino inTrino(Path folder) {
    FactsInPostgres place = inPostgres(folder);
    String schema = place.url().replaceAll(".*/|\\?.*", "");
    return new FactsInTrino(
        Optional.ofNullable(System.getProperty("trino.url"))
            .map(catalog -> catalog + "/" + schema)
            .orElseGet(() -> TrinoServer.started().url(schema)),
        Optional.empty(),
        Optional.empty(),
        FactsInPostgres.ledger(place.url(), Optional.empty(), Optional.empty()));
  }

  static FactsInPostgres at(String url) {
    return new FactsInPostgres(url, Optional.empty(), Optional.empty());
  }

  /** A database with nothing in it. */
  static FactsInPostgres empty() {
    String name = "facts_" + UUID.randomUUID().toString().replace("-", "");
    execute("create database " + name);
    return at(
        "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(server().getPort(), name));
  }

  static void execute(String statement) {
    try (Connection connection = server().getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends with this process. */
  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                    Files.createTempDirectory("retainer-postgres").toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "300")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
