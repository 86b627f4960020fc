package io.retainer.connector.commerce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.testkit.TestFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of a large shop in one file, in a process that has little memory for each order. */
class ManyOrdersTest {

  private static final int ORDERS = 120_000;

  @TempDir Path folder;

  @Test
  void hundredsOfThousandsOfOrdersAreReadWithinAHandfulOfBytesEach() throws Exception {
    Path file = folder.resolve("orders_export.csv");
    write(file);
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx72m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Reading.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("the process ends").isTrue();
    assertThat(Files.readString(log)).isEqualToIgnoringNewLines(2 * ORDERS + " rows");
  }

  private static void write(Path file) throws IOException {
    LocalDate first = LocalDate.of(2021, 1, 1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,"
              + "Created at,Lineitem quantity,Lineitem name,Lineitem price,Shipping Country\n");
      for (int i = 0; i < ORDERS; i++) {
        out.write(
            "#%d,c%d@example.com,paid,EUR,%d.50,4.90,%d.12,%d.40,0.00,%s 10:00:00 +0000,1,Tent,%d.50,FI%n"
                .formatted(
                    1001 + i, i, i % 900, i % 90, i % 900 + 5, first.plusDays(i / 70), i % 900));
      }
    }
  }

  /** The other process. */
  static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws IOException {
      ReadSettings settings =
          new ReadSettings(
              ZoneId.of("UTC"),
              Currency.getInstance("EUR"),
              Optional.empty(),
              Optional.empty(),
              Map.of());
      Counting sink = new Counting();
      new Shopify().read(TestFile.of(Path.of(arguments[0])), settings, sink);
      System.out.write((sink.rows + " rows\n").getBytes(UTF_8));
      System.out.flush();
    }
  }

  /** Keeps nothing. */
  private static final class Counting implements FactSink, TableWriter {

    private long rows;

    @Override
    public TableWriter table(TableHeader header) {
      return this;
    }

    @Override
    public void row(long line, DateSpan period, Object[] values) {
      rows++;
    }

    @Override
    public void rejected(ReadIssue issue, String text) {
      throw new IllegalStateException(issue.toString());
    }

    @Override
    public void issue(ReadIssue issue) {
      throw new IllegalStateException(issue.toString());
    }

    @Override
    public void total(SourceTotal total) {}

    @Override
    public void passedOver(long line, String reason) {}
  }
}
