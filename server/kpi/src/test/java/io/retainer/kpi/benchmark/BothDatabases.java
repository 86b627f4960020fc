package io.retainer.kpi.benchmark;

import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiLibrary;
import io.retainer.warehouse.FactsInPostgres;
import io.retainer.warehouse.Warehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same agency in a DuckDB file and in a PostgreSQL 15 that this process starts. */
final class BothDatabases implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres server;

  BothDatabases(Path folder) throws IOException {
    this.folder = folder;
    FortyKpis.into(folder.resolve("scripts"));
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(
                Files.createDirectories(folder.resolve("postgres")).toFile())
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start();
  }

  Path file() {
    return folder.resolve("facts.duckdb");
  }

  FactsInPostgres place() {
    return new FactsInPostgres(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(server.getPort()),
        Optional.empty(),
        Optional.empty());
  }

  Warehouse inFile() {
    return Warehouse.open(file());
  }

  Warehouse inPostgres() {
    return Warehouse.open(place(), folder.resolve("in-postgres"));
  }

  /** The process of the database, whose children work. */
  ProcessHandle process() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        ResultSet child = connection.createStatement().executeQuery("select pg_backend_pid()")) {
      child.next();
      return ProcessHandle.of(child.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  /** Forty KPIs over three periods and twelve weeks, each period by channel too. */
  Map<String, BigDecimal> values(Warehouse warehouse) {
    return ReportBenchmark.values(
        new KpiEngine(
            KpiLibrary.open(List.of(folder.resolve("scripts")), folder.resolve("last-good")),
            warehouse));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
