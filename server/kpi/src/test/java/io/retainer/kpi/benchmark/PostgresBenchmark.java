package io.retainer.kpi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.retainer.warehouse.Warehouse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows a second into the facts, and forty KPIs out of them, in a DuckDB file and in a PostgreSQL as
 * it comes. Run by name with {@code -Drows=1000000 -Dclients=50}, on Linux, which knows what the
 * processes of a database took; no part of the build's tests.
 */
public class PostgresBenchmark {

  private static final int WARM = 3;
  private static final int WARMING_ROWS = 200_000;
  private static final int MEASURED = 5;
  private static final double TICKS_A_SECOND = 100;

  private final long rows = Long.getLong("rows", 1_000_000);
  private final int clients = Integer.getInteger("clients", 1);
  private ProcessHandle postgres;

  @Test
  void measures(@TempDir Path folder) throws Exception {
    try (BothDatabases both = new BothDatabases(folder);
        Warehouse inFile = both.inFile();
        Warehouse inPostgres = both.inPostgres()) {
      postgres = both.process();
      new Agency(WARMING_ROWS, 1).into(folder.resolve("warm.duckdb"));
      filled("DuckDB", inFile);
      filled("PostgreSQL", inPostgres);
      Map<String, BigDecimal> values = asked("DuckDB", both, inFile);
      assertThat(asked("PostgreSQL", both, inPostgres)).isEqualTo(values);
    }
  }

  private void filled(String name, Warehouse warehouse) throws SQLException, IOException {
    warehouse.start();
    long start = System.nanoTime();
    double before = cpuSeconds();
    new Agency(rows, clients).into(warehouse);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = cpuSeconds() - before;
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows of %d clients in %d imports: %.1f s, %,.0f rows/s; %.1f s of CPU, %,.0f rows a CPU second%n",
        name,
        rows,
        clients,
        24 * clients,
        seconds,
        rows / seconds,
        cpu,
        rows / cpu);
  }

  private Map<String, BigDecimal> asked(String name, BothDatabases both, Warehouse warehouse)
      throws IOException {
    Map<String, BigDecimal> values = Map.of();
    for (int i = 0; i < WARM; i++) {
      values = both.values(warehouse);
    }
    long start = System.nanoTime();
    double before = cpuSeconds();
    for (int i = 0; i < MEASURED; i++) {
      both.values(warehouse);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: forty KPIs of one client: %.2f s, %.2f s of CPU%n",
        name,
        (System.nanoTime() - start) / 1e9 / MEASURED,
        (cpuSeconds() - before) / MEASURED);
    return values;
  }

  /** Of this process and the database's. */
  private double cpuSeconds() throws IOException {
    var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double seconds = (double) own.getProcessCpuTime() / TimeUnit.SECONDS.toNanos(1);
    seconds += cpuSeconds(postgres.pid());
    for (ProcessHandle child : postgres.children().toList()) {
      seconds += cpuSeconds(child.pid());
    }
    return seconds;
  }

  /** With what the children took that ended before. */
  private static double cpuSeconds(long process) throws IOException {
    try {
      String text = Files.readString(Path.of("/proc/" + process + "/stat"));
      List<String> fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
      return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum() / TICKS_A_SECOND;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
