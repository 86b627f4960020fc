package io.retainer.connector.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A gigabyte of CSV from recognition to rows, within the heap that the command gives; runs only
 * when it is named. The file is made while it is read, so that no disk is measured.
 */
class LargeFileBenchmark {

  private static final System.Logger LOG = System.getLogger("benchmark");

  private static final long BYTES = Long.getLong("megabytes", 1024) << 20;
  private static final String HEAD =
      "# ----------------------------------------\n# Pages and screens: Page path\n"
          + "# Account: Bench\n# Property: bench.example\n"
          + "# ----------------------------------------\n# \n# All Users\n"
          + "# Start date: 20260101\n# End date: 20261231\n"
          + "Page path and screen class,Views,Active users,Event count,Key events,Total revenue\n";

  @Test
  void aGigabyteWithinTheHeap() throws IOException {
    var file = TestFile.streamed("bench.csv", BYTES, Lines::new);
    var settings = AnalyticsFiles.settings(Optional.empty());
    var sink = new CountedRows();
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    new GoogleAnalytics4().recognise(file);
    new GoogleAnalytics4().read(file, settings, sink);
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    LOG.log(
        System.Logger.Level.INFO,
        "%,d MiB, %,d rows in %.1f s of the processor: %,.0f rows/s, heap at most %,d MiB"
            .formatted(
                BYTES >> 20,
                sink.rows(),
                seconds,
                sink.rows() / seconds,
                Runtime.getRuntime().maxMemory() >> 20));
    assertThat(sink.rows()).isGreaterThan(BYTES / 100);
  }

  /** A report as long as wanted. */
  private static final class Lines extends InputStream {
    private byte[] line = HEAD.getBytes(UTF_8);
    private int at;
    private long row;
    private long left = BYTES;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == line.length) {
        if (left <= 0) {
          return -1;
        }
        row++;
        line =
            ("/blog/post/number-"
                    + row
                    + ","
                    + row % 1000
                    + ","
                    + row % 700
                    + ","
                    + row % 4000
                    + ",0,12.5\n")
                .getBytes(UTF_8);
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, buffer, offset, count);
      at += count;
      left -= count;
      return count;
    }
  }
}
