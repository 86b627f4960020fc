package io.retainer.rendering;

import io.retainer.model.client.Client;
import io.retainer.model.fact.RowSource;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceRows;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The third business day: the reports of 200 clients, PDF and workbook with 3,000 imported rows, as
 * many at a time as there are processors. It is no part of the build; run it with
 *
 * <pre>{@code
 * ./mvnw -q -pl server/rendering -am test -Dtest=BurstBenchmark -DargLine=-Xmx512m
 * }</pre>
 */
class BurstBenchmark {

  private static final int CLIENTS = 200;
  private static final int PART = 50;
  private static final long ROWS = 3_000;
  private static final List<String> LANGUAGES = List.of("en", "ru", "be", "fi");

  @Test
  void measures() throws Exception {
    PrintStream out = System.out;
    Renderings renderings = new Renderings(Samples.templates());
    renderings.warmUp();
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(processors);
    try {
      for (int done = 0; done < CLIENTS; done += PART) {
        List<Callable<Integer>> orders = new ArrayList<>();
        for (int i = done; i < done + PART; i++) {
          ReportContent content = content(i);
          orders.add(() -> render(renderings, content));
        }
        long start = System.nanoTime();
        long cpu = cpu();
        long bytes = 0;
        for (Future<Integer> size : pool.invokeAll(orders)) {
          bytes += size.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
            Locale.ROOT,
            "clients %3d to %3d: %.1f s, %.1f s CPU (%.2f cores), %d KB each, %s MB resident at"
                + " most%n",
            done + 1,
            done + PART,
            seconds,
            (cpu() - cpu) / 1e9,
            (cpu() - cpu) / 1e9 / seconds,
            bytes / PART / 1024,
            highest());
      }
    } finally {
      pool.shutdown();
    }
  }

  private static ReportContent content(int number) {
    String language = LANGUAGES.get(number % LANGUAGES.size());
    Client client =
        Samples.client("client-" + number, "Client " + number, "Europe/Minsk", language, "EUR");
    RowSource.Ask ask =
        new RowSource.Ask(client.id(), Datasets.AD_PERFORMANCE, Set.of(), Samples.OCTOBER.span());
    return Samples.with(
        Samples.full(client), new SourceRows(List.of(), new SampleRows(ROWS).rows(ask), ROWS));
  }

  private static int render(Renderings renderings, ReportContent content) throws IOException {
    Locale locale = content.client().locale();
    Path file = Files.createTempFile("burst", ".xlsx");
    try (OutputStream bytes = Files.newOutputStream(file)) {
      int pdf = renderings.pdf(content, locale).length;
      renderings.xlsx(content, locale, bytes);
      return pdf + (int) Files.size(file);
    } finally {
      Files.delete(file);
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The most memory that the process ever had, as Linux knows it. */
  private static String highest() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
        .findFirst()
        .orElse("?");
  }
}
