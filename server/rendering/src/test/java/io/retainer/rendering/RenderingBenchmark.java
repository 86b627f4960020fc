package io.retainer.rendering;

import io.retainer.model.report.ReportContent;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How long one report takes, from content to bytes. It is no part of the build; run it with
 *
 * <pre>{@code
 * ./mvnw -q -pl server/rendering -am test -Dtest=RenderingBenchmark
 * }</pre>
 */
class RenderingBenchmark {

  private static final int ROUNDS = 40;

  @Test
  void measures() {
    PrintStream out = System.out;
    Locale belarusian = Locale.forLanguageTag("be");
    ReportContent content = Samples.full(Samples.MINSK);
    long start = System.nanoTime();
    Renderings renderings = new Renderings(Samples.templates());
    renderings.warmUp();
    out.printf(Locale.ROOT, "warm-up          %6d ms%n", millis(start));
    first(out, "first PDF", () -> renderings.pdf(content, belarusian));
    first(out, "first workbook", () -> renderings.xlsx(content, belarusian));
    median(out, "PDF", () -> renderings.pdf(content, belarusian));
    median(out, "workbook", () -> renderings.xlsx(content, belarusian));
  }

  private static void first(PrintStream out, String what, Supplier<byte[]> rendering) {
    long start = System.nanoTime();
    int size = rendering.get().length;
    out.printf(Locale.ROOT, "%-16s %6d ms  %d bytes%n", what, millis(start), size);
  }

  private static void median(PrintStream out, String what, Supplier<byte[]> rendering) {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      rendering.get();
      times[i] = millis(start);
    }
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "%-16s %6d ms median, %d ms slowest of %d%n",
        what,
        times[ROUNDS / 2],
        times[ROUNDS - 1],
        ROUNDS);
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
