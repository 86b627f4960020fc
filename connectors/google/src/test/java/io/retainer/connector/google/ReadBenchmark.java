package io.retainer.connector.google;

import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Rows per second of a GA4 report through {@code read}, counted and thrown away. No test, so it
 * runs only when it is named; the README of the connectors has the command.
 */
class ReadBenchmark {

  private static final System.Logger LOG = System.getLogger("benchmark");

  private static final int ROWS = 500_000;
  private static final int ROUNDS = 6;

  @Test
  void rowsPerSecond() throws IOException {
    var text = new StringBuilder(ROWS * 110);
    text.append("# ----------------------------------------\n# Pages and screens: Page path\n");
    text.append("# Account: Bench\n# Property: bench.example\n");
    text.append("# ----------------------------------------\n# \n# All Users\n");
    text.append("# Start date: 20260101\n# End date: 20261231\n");
    text.append("Page path and screen class,Views,Active users,Views per active user,");
    text.append("Average engagement time per active user,Event count,Key events,Total revenue,");
    text.append("Engagement rate,Bounce rate\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("/blog/post/how-to-build-number-").append(i).append(',').append(i % 1000);
      text.append(',').append(i % 700).append(",1.3862121708729378,109.99814268545832,");
      text.append(i % 4000).append(",0,12.5,0.62001524003048,0.3799847599695199\n");
    }
    var file = TestFile.of("bench.csv", text.toString());
    var settings = AnalyticsFiles.settings(Optional.empty());
    for (int round = 0; round < ROUNDS; round++) {
      var sink = new CountedRows();
      long start = System.nanoTime();
      new GoogleAnalytics4().read(file, settings, sink);
      double seconds = (System.nanoTime() - start) / 1e9;
      LOG.log(
          System.Logger.Level.INFO,
          "%,d rows in %.2f s: %,.0f rows/s"
              .formatted(sink.rows(), seconds, sink.rows() / seconds));
    }
  }
}
