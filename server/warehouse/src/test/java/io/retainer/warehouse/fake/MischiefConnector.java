package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does what no connector should, as the file says: {@code mischief recognise hang}, {@code mischief
 * read exit}.
 */
public final class MischiefConnector extends LinesConnector {

  /** Set, it ends everything that hangs. */
  public static final String OVER = "io.retainer.mischief-is-over";

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("mischief", "Mischief").about("Misbehaves.").build();
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    String line = first(file);
    if (line.startsWith("mischief recognise ")) {
      act(line.substring("mischief recognise ".length()), file, null);
    }
    return line.startsWith("mischief")
        ? Recognition.as("mischief")
        : Recognition.refused("no mischief");
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    act(first(file).substring("mischief read ".length()), file, sink);
  }

  private static void act(String what, SourceFile file, FactSink sink) throws IOException {
    switch (what) {
      case "hang" -> hang(() -> false);
      case "hang a little" -> hang(Thread::interrupted);
      case "overflow" -> overflow(0);
      case "memory" -> allocate();
      case "linkage" -> throw new NoClassDefFoundError("org/example/Missing");
      case "assertion" -> throw new AssertionError("a stranger's assertion");
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(3);
      case "open" -> openMany(file);
      case "rows" -> rows(sink);
      case "stubborn" -> stubborn(sink);
      case "context" -> throw new IllegalStateException("sees " + seen());
      default -> throw new IllegalArgumentException(what);
    }
  }

  /** As a pattern that goes wrong: nobody can interrupt it, but the test by a property. */
  private static void hang(java.util.function.BooleanSupplier until) {
    while (!until.getAsBoolean() && System.getProperty(OVER) == null) {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  private static long overflow(long depth) {
    return 1 + overflow(depth + 1);
  }

  /** More than any array may be, so that nothing has to be swept first to know it. */
  private static void allocate() {
    throw new AssertionError(new long[Integer.MAX_VALUE].length);
  }

  private static void openMany(SourceFile file) throws IOException {
    for (int i = 0; i < 20; i++) {
      file.open().read();
    }
  }

  private static void rows(FactSink sink) {
    var writer = sink.table(header());
    for (long line = 1; ; line++) {
      writer.row(line, DateSpan.ofDay(LocalDate.of(2026, 10, 1)), new Object[] {line});
    }
  }

  /** Catches whatever it is told and goes on. */
  private static void stubborn(FactSink sink) {
    hang(Thread::interrupted);
    for (int i = 0; i < 1000; i++) {
      try {
        sink.passedOver(i, "still here");
      } catch (Throwable e) {
        Thread.onSpinWait();
      }
    }
  }

  private static TableHeader header() {
    return new TableHeader(
        "rows",
        Datasets.WEB_TRAFFIC,
        List.of("sessions"),
        Set.of(),
        Grain.DAY,
        true,
        Optional.empty(),
        "main",
        Optional.empty());
  }

  /** What an ordinary library looks for: by its thread, its own loader, and as services. */
  private static List<String> seen() throws IOException {
    var found = new java.util.ArrayList<String>();
    var loaders =
        List.of(
            MischiefConnector.class.getClassLoader(),
            Thread.currentThread().getContextClassLoader());
    for (ClassLoader loader : loaders) {
      for (String name :
          List.of(
              "io.retainer.warehouse.Warehouse",
              "io.retainer.warehouse.connector.ConnectorLibrary",
              "org.duckdb.DuckDBDriver",
              "org.jooq.DSLContext",
              "org.junit.jupiter.api.Test")) {
        try {
          found.add(Class.forName(name, false, loader).getName());
        } catch (ClassNotFoundException e) {
          continue;
        }
      }
      for (String resource :
          List.of(
              "META-INF/services/java.sql.Driver",
              "io/retainer/warehouse/Warehouse.class",
              "io/retainer/spi/Connector.class")) {
        loader
            .getResources(resource)
            .asIterator()
            .forEachRemaining(url -> found.add(url.getPath().replaceFirst(".*/", "")));
      }
    }
    java.util.ServiceLoader.load(java.sql.Driver.class)
        .forEach(driver -> found.add(driver.getClass().getName()));
    return found;
  }

  private static String first(SourceFile file) throws IOException {
    try (var reader =
        new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
      return String.valueOf(reader.readLine());
    }
  }
}
