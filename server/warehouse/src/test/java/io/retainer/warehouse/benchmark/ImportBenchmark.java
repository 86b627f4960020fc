package io.retainer.warehouse.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.time.Period;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.TestFacts;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.imports.FileImports;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows a second into the facts, and the time of a report's question about them. With a folder of
 * connector JARs it also imports a Google Analytics 4 export of that many rows from end to end:
 *
 * <pre>
 * ./mvnw -q -pl server/warehouse -am test-compile dependency:build-classpath -Dmdep.outputFile=/tmp/cp
 * java -cp server/warehouse/target/test-classes:server/warehouse/target/classes:$(cat /tmp/cp) \
 *   io.retainer.warehouse.benchmark.ImportBenchmark 1000000 server/cli/target/retainer/connectors
 * </pre>
 *
 * <p>With {@code -Dretainer.test.facts=trino} or {@code postgresql} they are kept there.
 */
public final class ImportBenchmark {

  private static final Client CLIENT =
      new Client(
          new ClientId("benchmark"),
          "Benchmark",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 1_000;

  private ImportBenchmark() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("retainer-benchmark");
    try (Warehouse warehouse = TestFacts.open(folder, Clock.systemUTC())) {
      for (int run = 1; run <= 3; run++) {
        append(warehouse, rows, run);
      }
      for (int run = 1; run <= 3; run++) {
        ask(warehouse);
      }
      if (arguments.length > 1) {
        importGa4(warehouse, folder, Path.of(arguments[1]), rows);
      }
    }
    say("files left in %s", folder);
  }

  private static void append(Warehouse warehouse, int rows, int run) throws SQLException {
    Mark start = Mark.now();
    try (Intake intake = warehouse.intake(CLIENT, "benchmark")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "benchmark",
                  Datasets.WEB_TRAFFIC,
                  List.of("channel", "sessions", "engaged_sessions", "users", "revenue"),
                  Set.of("channel"),
                  Grain.DAY,
                  true,
                  Optional.empty(),
                  "account " + run,
                  Optional.of("EUR")));
      Object[] values = new Object[5];
      for (int i = 0; i < rows; i++) {
        values[0] = "Channel " + i % 1_000;
        values[1] = (long) i;
        values[2] = (long) i / 2;
        values[3] = (long) i / 3;
        values[4] = java.math.BigDecimal.valueOf(i, 2);
        table.append(i, DateSpan.ofDay(START.plusDays((long) i * DAYS / rows)), values);
      }
      say("  %.2f s of CPU to append", start.cpuSeconds());
      intake.finish();
      say("  %.2f s of CPU to finish", start.cpuSeconds());
      intake.accept();
      say("  %.2f s of CPU to accept", start.cpuSeconds());
      intake.keep(accepted(run), 0);
    }
    report("appended and accepted", rows, start);
  }

  private static ImportResult accepted(int run) {
    return new ImportResult(
        "benchmark",
        "hash " + run,
        ImportResult.Status.ACCEPTED,
        Optional.empty(),
        Optional.of("benchmark"),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  /**
   * What a report asks: four sums by channel for a month, the one before, a year ago, and a year.
   */
  private static void ask(Warehouse warehouse) {
    Period october = Period.parse("2025-10");
    List<DateSpan> periods =
        new ArrayList<>(
            List.of(october.span(), october.previous().span(), october.sameLastYear().span()));
    IntStream.range(0, 13)
        .mapToObj(back -> Period.month(YearMonth.of(2025, 10).minusMonths(back)).span())
        .forEach(periods::add);
    List<Measure> measures =
        List.of("sessions", "engaged_sessions", "revenue").stream()
            .map(
                column ->
                    new Measure(
                        column,
                        new Aggregation.Sum(new RowValue.ColumnValue(column), Optional.empty())))
            .toList();
    Mark start = Mark.now();
    FactAnswer answer =
        warehouse.answer(
            new FactQuery(
                CLIENT.id(),
                Datasets.WEB_TRAFFIC,
                Optional.empty(),
                List.of("channel"),
                Optional.empty(),
                measures,
                periods,
                Optional.empty()));
    say(
        "asked 3 measures by channel over 16 periods: %,d cells in %.2f s, %.2f s of CPU",
        answer.cells().size(), start.seconds(), start.cpuSeconds());
  }

  private static void importGa4(Warehouse warehouse, Path folder, Path connectors, int rows)
      throws IOException {
    Path file = folder.resolve("ga4.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          """
          # ----------------------------------------
          # Traffic acquisition: Session default channel group
          # Account: Benchmark
          # Property: Benchmark
          # ----------------------------------------
          #
          # All Users
          # Start date: 20240101
          # End date: 20260926
          Date,Session default channel group,Sessions,Engaged sessions,Engagement rate,Events per session,Event count,Key events,Total revenue
          """);
      for (int i = 0; i < rows; i++) {
        out.write(
            START.plusDays((long) i * DAYS / rows).toString().replace("-", "")
                + ",Channel "
                + i % 1_000
                + ",1200,600,0.5,4.5,5400,12,345.67\n");
      }
    }
    try (ConnectorLibrary library = ConnectorLibrary.open(List.of(connectors))) {
      FileImports imports = FileImports.open(warehouse, library, folder.resolve("received"));
      Mark start = Mark.now();
      ImportResult result =
          imports
              .importFiles(
                  CLIENT, List.of(ReceivedFile.of(file)), ImportOptions.none(), Progress.silent())
              .get(0);
      report("GA4 file " + result.status().word() + " " + result.issues(), rows, start);
    }
  }

  /** A moment by the clock and by the CPU, since other work may share the machine. */
  private record Mark(long wall, long cpu) {

    static Mark now() {
      return new Mark(System.nanoTime(), MACHINE.getProcessCpuTime());
    }

    double seconds() {
      return (System.nanoTime() - wall) / 1e9;
    }

    double cpuSeconds() {
      return (MACHINE.getProcessCpuTime() - cpu) / 1e9;
    }
  }

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static void report(String what, int rows, Mark start) {
    double seconds = start.seconds();
    double cpu = start.cpuSeconds();
    say(
        "%s: %,d rows in %.2f s, %,.0f rows/s; %.2f s of CPU, %,.0f rows per CPU second",
        what, rows, seconds, rows / seconds, cpu, rows / cpu);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
