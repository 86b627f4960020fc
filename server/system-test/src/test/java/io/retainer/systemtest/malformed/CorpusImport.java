package io.retainer.systemtest.malformed;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.imports.FileImports;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;

/**
 * Imports malformed files in a process of its own, with little memory, and says on standard output
 * what is wrong with the answers: a line that begins with FINDING for each.
 *
 * <p>Arguments: checkout, folder of connectors, scratch folder, number of the first file, how many.
 */
final class CorpusImport {

  private static final int FILES_OF_A_WAREHOUSE = 500;
  private static final long LONGEST_SECONDS = 60;

  private final Corpus corpus;
  private final ConnectorLibrary connectors;
  private final Path scratch;
  private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
  private long slowest;
  private String slowestFile = "";
  private int findings;

  private CorpusImport(Corpus corpus, ConnectorLibrary connectors, Path scratch) {
    this.corpus = corpus;
    this.connectors = connectors;
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws Exception {
    var corpus = new Corpus(Seeds.of(Path.of(arguments[0])));
    try (var connectors = ConnectorLibrary.open(List.of(Path.of(arguments[1])))) {
      var run = new CorpusImport(corpus, connectors, Path.of(arguments[2]));
      int first = Integer.parseInt(arguments[3]);
      int end = first + Integer.parseInt(arguments[4]);
      for (int from = first; from < end; from += FILES_OF_A_WAREHOUSE) {
        run.some(from, Math.min(end, from + FILES_OF_A_WAREHOUSE));
      }
      System.out.printf(
          "DONE %d files, %d findings, %s, slowest %d ms (%s), heap limit %d MiB%n",
          end - first,
          run.findings,
          run.statuses,
          run.slowest,
          run.slowestFile,
          Runtime.getRuntime().maxMemory() >> 20);
      System.exit(run.findings == 0 ? 0 : 1);
    }
  }

  private void some(int from, int to) throws IOException, SQLException {
    Path home = Files.createTempDirectory(scratch, "corpus");
    Path facts = home.resolve("facts.duckdb");
    try (Warehouse warehouse = Warehouse.open(facts)) {
      FileImports imports = FileImports.open(warehouse, connectors, home.resolve("received"));
      for (int number = from; number < to; number++) {
        one(imports, home, corpus.file(number));
      }
    }
    leftOver(facts);
    delete(home);
  }

  private void one(FileImports imports, Path home, Corpus.Malformed file) throws IOException {
    var client =
        new Client(
            new ClientId("client-" + file.number() % 20),
            "Client",
            ZoneId.of("Europe/Helsinki"),
            Locale.ENGLISH,
            Currency.getInstance("EUR"));
    Path path = home.resolve("file-" + file.number());
    Files.write(path, file.content());
    var clock = new Timer(true);
    clock.schedule(tooLong(file), LONGEST_SECONDS * 1000);
    long began = System.nanoTime();
    int before = findings;
    try {
      List<ImportResult> results =
          imports.importFiles(
              client,
              List.of(new ReceivedFile(file.name(), path)),
              ImportOptions.none(),
              Progress.silent());
      results.forEach(result -> judge(file, result));
    } catch (RuntimeException | Error e) {
      finding(file, "an exception came out: " + e);
      e.printStackTrace(System.out);
    }
    clock.cancel();
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (millis > slowest) {
      slowest = millis;
      slowestFile = file.toString();
    }
    if (findings > before) {
      Path kept = Path.of(System.getProperty("java.io.tmpdir")).resolve("malformed-" + file.name());
      Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
      System.out.println("The file is kept: " + kept);
    } else {
      Files.delete(path);
    }
  }

  private TimerTask tooLong(Corpus.Malformed file) {
    Thread importing = Thread.currentThread();
    return new TimerTask() {
      @Override
      public void run() {
        finding(file, "still busy after " + LONGEST_SECONDS + " s");
        Stream.of(importing.getStackTrace()).limit(40).forEach(System.out::println);
        System.exit(3);
      }
    };
  }

  private void judge(Corpus.Malformed file, ImportResult result) {
    statuses.merge(result.status(), 1, Integer::sum);
    boolean isGood = result.status() == Status.ACCEPTED || result.status() == Status.DUPLICATE;
    if (!isGood && result.issues().isEmpty()) {
      finding(file, result.status() + " and not a word why");
    }
    for (ReadIssue issue : result.issues()) {
      if (issue.saw().contains("connector") && issue.saw().contains("failed")) {
        finding(file, "the connector threw: " + issue.saw());
      } else if (issue.saw().contains("could not be kept")) {
        finding(file, "the warehouse threw: " + issue.saw());
      } else if (issue.expected().isBlank() || issue.advice().isBlank()) {
        finding(file, "no word what to do about " + issue);
      } else {
        continue;
      }
      return;
    }
  }

  /** Of a file that was not accepted no row may be there. */
  private void leftOver(Path facts) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + facts)) {
      for (String table : tables(connection)) {
        long left =
            number(
                connection,
                "select count(*) from "
                    + table
                    + " where batch not in (select id from batches"
                    + " where status in ('ACCEPTED', 'PARTIAL') and not undone)");
        if (left > 0) {
          findings++;
          System.out.println("FINDING " + left + " rows of no accepted import in " + table);
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_name like 'facts_%'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private synchronized void finding(Corpus.Malformed file, String what) {
    findings++;
    System.out.println("FINDING " + file + ": " + what.replaceAll("\\s+", " "));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }
}
