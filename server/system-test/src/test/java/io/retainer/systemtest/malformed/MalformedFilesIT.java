package io.retainer.systemtest.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files damaged in every way we know end in a report that says what to do: never an exception, a
 * half batch, a hung process or one that runs out of memory. {@code malformed.files} says how many.
 */
class MalformedFilesIT {

  private static final int FILES = Integer.getInteger("malformed.files", 150);
  private static final int FIRST = Integer.getInteger("malformed.first", 0);

  @Test
  void everyOneEndsInAReport(@TempDir Path scratch) throws Exception {
    Path checkout =
        Path.of(System.getProperty("retainer.root", "../..")).toAbsolutePath().normalize();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CorpusImport.class.getName(),
                checkout.toString(),
                checkout.resolve("server/cli/target/retainer/connectors").toString(),
                scratch.toString(),
                Integer.toString(FIRST),
                Integer.toString(FILES))
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(said::add);
    }

    assertThat(said).noneMatch(line -> line.startsWith("FINDING"));
    assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    assertThat(said).last().asString().startsWith("DONE " + FILES + " files, 0 findings");
    System.out.println(said.get(said.size() - 1));
  }
}
