package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.imports.FileImports;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A warehouse with the connector of tests, and short words to import and ask. */
public final class Desk implements AutoCloseable {

  public static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  public static final DateSpan OCTOBER = span("2026-10-01", "2026-10-31");
  public static final DateSpan SEPTEMBER = span("2026-09-01", "2026-09-30");
  public static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");

  public final Path folder;
  public final Warehouse warehouse;
  public final ConnectorLibrary connectors;
  public final FileImports imports;
  private int files;

  public Desk(Path folder) {
    this(folder, TestFacts.open(folder, Clock.fixed(NOW, ZoneId.of("UTC"))));
  }

  Desk(Path folder, Warehouse warehouse) {
    this.folder = folder;
    this.warehouse = warehouse;
    try {
      Path jars = Files.createDirectories(folder.resolve("connectors"));
      ConnectorJar.write(jars.resolve("lines.jar"), LinesConnector.class);
      connectors = ConnectorLibrary.open(List.of(jars));
      imports = FileImports.open(warehouse, connectors, folder.resolve("received"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports a file of lines; the first line is added. */
  public ImportResult lines(String... lines) {
    return file("lines\n" + String.join("\n", lines) + "\n", ImportOptions.none());
  }

  /** Imports a file of lines that nothing is wrong with. */
  public ImportResult accepted(String... lines) {
    ImportResult result = lines(lines);
    assertThat(result.issues()).isEmpty();
    assertThat(result.status()).isEqualTo(ImportResult.Status.ACCEPTED);
    return result;
  }

  public ImportResult file(String content, ImportOptions options) {
    try {
      Path file = folder.resolve("file-" + ++files + ".txt");
      Files.writeString(file, content);
      return imports
          .importFiles(ACME, List.of(ReceivedFile.of(file)), options, Progress.silent())
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks one measure over periods. */
  public FactAnswer ask(String dataset, Aggregation aggregation, DateSpan... periods) {
    return warehouse.answer(query(dataset, List.of(), Optional.empty(), aggregation, periods));
  }

  public static FactQuery query(
      String dataset,
      List<String> by,
      Optional<Grain> bucket,
      Aggregation aggregation,
      DateSpan... periods) {
    return new FactQuery(
        ACME.id(),
        Datasets.named(dataset),
        Optional.empty(),
        by,
        Optional.empty(),
        List.of(new Measure("value", aggregation)),
        Arrays.asList(periods),
        bucket);
  }

  /** The one number of an answer about one period. */
  public static Optional<BigDecimal> value(FactAnswer answer) {
    return answer.cells().stream()
        .map(cell -> cell.values().get("value"))
        .filter(java.util.Objects::nonNull)
        .map(BigDecimal::stripTrailingZeros)
        .map(number -> number.scale() < 0 ? number.setScale(0) : number)
        .reduce(
            (one, other) -> {
              throw new AssertionError("More than one number: " + answer.cells());
            });
  }

  public static Aggregation sum(String column) {
    return new Aggregation.Sum(new RowValue.ColumnValue(column), Optional.empty());
  }

  public static Aggregation count() {
    return new Aggregation.Count(Optional.empty());
  }

  public static Condition is(String column, String text) {
    return new Condition.Compare(column, Condition.Comparator.EQUAL, text);
  }

  public static DateSpan span(String first, String last) {
    return DateSpan.ofDays(LocalDate.parse(first), LocalDate.parse(last));
  }

  /** Lines that say the same for every day. */
  public static String days(String first, String last, String cells) {
    StringBuilder lines = new StringBuilder();
    for (LocalDate day = LocalDate.parse(first);
        !day.isAfter(LocalDate.parse(last));
        day = day.plusDays(1)) {
      lines.append(day).append('|').append(cells).append('\n');
    }
    return lines.toString();
  }

  @Override
  public void close() {
    warehouse.close();
    connectors.close();
  }
}
