package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.RowSource;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceRows;
import io.retainer.spi.Datasets;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than a sheet can have, in a process that could not hold them. */
class ManyRowsTest {

  private static final long ROWS = 1_050_000;

  @TempDir Path folder;

  @Test
  void aMillionRowsAreWrittenWithin256MebibytesAndGoOnInAnotherSheet() throws Exception {
    Path file = folder.resolve("many.xlsx");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Writing.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("the process ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long first = rows(zip, "Raw_orders");
      long second = rows(zip, "Raw_orders_2");
      assertThat(first).isEqualTo(1_048_576);
      assertThat(first - 1 + second - 1).isEqualTo(ROWS);
    }
  }

  private static long rows(ZipFile zip, String sheet) throws IOException {
    String workbook = text(zip, "xl/workbook.xml");
    int at = workbook.indexOf("name=\"" + sheet + "\"");
    String id = workbook.substring(at).split("r:id=\"")[1].split("\"")[0];
    String target =
        text(zip, "xl/_rels/workbook.xml.rels").split("Id=\"" + id + "\"")[1].split("Target=\"")[1];
    long rows = 0;
    try (InputStream in = zip.getInputStream(zip.getEntry("xl/" + target.split("\"")[0]));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      char[] buffer = new char[1 << 16];
      int state = 0;
      String end = "</row>";
      for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
        for (int i = 0; i < length; i++) {
          state = buffer[i] == end.charAt(state) ? state + 1 : buffer[i] == '<' ? 1 : 0;
          if (state == end.length()) {
            rows++;
            state = 0;
          }
        }
      }
    }
    return rows;
  }

  private static String text(ZipFile zip, String entry) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The other process. */
  static final class Writing {

    private Writing() {}

    public static void main(String[] arguments) throws IOException {
      PrintStream out = System.out;
      RowSource.Ask ask =
          new RowSource.Ask(
              Samples.MINSK.id(), Datasets.ORDERS, Set.of("7"), Samples.OCTOBER.span());
      SourceRows rows = new SourceRows(List.of(), new SampleRows(ROWS).rows(ask), 2 * ROWS);
      ReportContent content = Samples.with(Samples.full(Samples.MINSK), rows);
      try (OutputStream file =
          new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
        new Renderings(Samples.templates()).xlsx(content, Locale.ENGLISH, file);
      }
      out.println("written");
    }
  }
}
