package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/**
 * How fast a simple CSV is told apart, parsed and checked cell by cell, beside the library for CSV
 * alone. By the time of the processor, as machines are seldom quiet; runs only when it is named.
 */
class CsvBenchmark {

  private static final System.Logger LOG = System.getLogger("benchmark");
  private static final int ROWS = Integer.getInteger("rows", 500_000);
  private static final int ROUNDS = 6;
  private static final Headings HEADINGS =
      Headings.of(
          List.of(
              "day = Date",
              "campaign = Campaign",
              "device = Device",
              "impressions = Impressions",
              "clicks = Clicks",
              "cost = Cost"));

  private long sum;

  @Test
  void rowsPerSecond() throws IOException {
    byte[] bytes = bytes();
    for (int round = 0; round < ROUNDS; round++) {
      double alone = seconds(() -> library(bytes));
      double checked = seconds(() -> toolkit(bytes));
      LOG.log(
          System.Logger.Level.INFO,
          "library alone %,.0f rows/s, parsed and checked %,.0f rows/s: %.2f times the time"
              .formatted(ROWS / alone, ROWS / checked, checked / alone));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static byte[] bytes() {
    var text = new StringBuilder(ROWS * 60);
    text.append("Date,Campaign,Device,Impressions,Clicks,Cost\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("2026-10-").append(i % 30 < 9 ? "0" : "").append(i % 30 + 1);
      text.append(",Winter sale ").append(i % 500).append(i % 2 == 0 ? ",mobile," : ",desktop,");
      text.append(i % 90_000).append(',').append(i % 700).append(',');
      text.append(i % 300).append('.').append(10 + i % 90).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private void library(byte[] bytes) throws IOException {
    var text = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8);
    try (var parser =
        CSVParser.builder()
            .setReader(new BufferedReader(text, 1 << 16))
            .setFormat(CSVFormat.DEFAULT)
            .get()) {
      parser.forEach(found -> sum += found.get(found.size() - 1).length());
    }
  }

  private void toolkit(byte[] bytes) throws IOException {
    var settings =
        new ReadSettings(
            ZoneId.of("UTC"),
            Currency.getInstance("EUR"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    var file = TestFile.of("bench.csv", bytes);
    var sheet = FileContent.of(file).sheets().get(0);
    var table = Table.find(sheet, HEADINGS, HEADINGS.keys()).orElseThrow();
    var forms =
        table.forms(
            new RecordingSink(), List.of("day"), List.of("impressions", "clicks"), List.of("cost"));
    Object[] values = new Object[6];
    long[] rows = new long[1];
    table.read(
        forms.orElseThrow(),
        settings,
        fields -> {
          values[0] = fields.day("day");
          values[1] = fields.text("campaign");
          values[2] = fields.text("device");
          values[3] = fields.measured(of -> of.count("impressions"));
          values[4] = fields.measured(of -> of.count("clicks"));
          values[5] = fields.measured(of -> of.decimal("cost"));
          rows[0] += fields.isSound() ? 1 : 0;
        });
    if (rows[0] != ROWS) {
      throw new IllegalStateException(rows[0] + " sound rows of " + ROWS);
    }
  }
}
