package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content gives the same files elsewhere: in another zone, language and encoding. */
class OtherMachineTest {

  @TempDir Path folder;

  @Test
  void theBytesOfPdfAndWorkbookAreTheSame() throws Exception {
    Path there = folder.resolve("there");
    Path log = folder.resolve("log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n",
            "-Duser.name=somebody",
            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Elsewhere.class.getName(),
            there.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();

    List<String> here = hashes();

    assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the other process ends").isTrue();
    assertThat(there).as(Files.readString(log, StandardCharsets.ISO_8859_1)).exists();
    assertThat(Files.readAllLines(there)).containsExactlyElementsOf(here);
  }

  private static List<String> hashes() throws NoSuchAlgorithmException {
    Renderings renderings = new Renderings(Samples.templates());
    List<String> lines = new ArrayList<>();
    for (SampleKpis.Case sample : List.of(SampleKpis.Case.FULL, SampleKpis.Case.UGLY)) {
      for (String language : List.of("be", "fi")) {
        ReportContent content = Samples.content(sample, Samples.MINSK, Samples.TARGETS);
        Locale locale = Locale.forLanguageTag(language);
        lines.add(sample + " " + language + " pdf " + hash(renderings.pdf(content, locale)));
        lines.add(sample + " " + language + " xlsx " + hash(renderings.xlsx(content, locale)));
      }
    }
    byte[] rows =
        renderings.xlsx(Samples.withRows(Samples.MINSK, new SampleRows(200)), Locale.ENGLISH);
    lines.add("with rows xlsx " + hash(rows));
    return lines;
  }

  private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The other process. */
  static final class Elsewhere {

    private Elsewhere() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
      PrintStream out = System.out;
      out.println("renders in " + java.time.ZoneId.systemDefault() + ", " + Locale.getDefault());
      Path part = Path.of(arguments[0] + ".part");
      Files.write(part, hashes());
      Files.move(part, Path.of(arguments[0]));
    }
  }
}
