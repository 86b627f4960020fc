package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named to {@code kpi test} and is no script, or none that anybody wants to read. */
class KpiTestOfOddFilesTest {

  private static final String KPI =
      """
      kpi('own.clicks') {
        title en: 'Own'
        unit count
        better higher
        from search_queries
        value { sum(clicks) }
        example 'they add up', rows: [[clicks: 1], [clicks: 2]], expect: 3
      }
      """;

  @TempDir Path home;
  @TempDir Path drafts;

  private Outcome test(Object... what) {
    Object[] arguments = new Object[what.length + 4];
    arguments[0] = "kpi";
    arguments[1] = "test";
    System.arraycopy(what, 0, arguments, 2, what.length);
    arguments[what.length + 2] = "--home";
    arguments[what.length + 3] = home;
    return retainer(arguments);
  }

  private static Path pipe(Path path) throws Exception {
    try {
      Process made = new ProcessBuilder("mkfifo", path.toString()).start();
      assumeTrue(made.waitFor() == 0, "pipes can be made here");
    } catch (IOException e) {
      assumeTrue(false, "there is no mkfifo: " + e.getMessage());
    }
    return path;
  }

  @Test
  void aPipeIsRefusedAtOnce() throws Exception {
    Outcome outcome = test(pipe(drafts.resolve("pipe")));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "pipe is no file, but a pipe or a device. Name a file with scripts, or a folder of such"
                + " files");
  }

  @Test
  void aPipeAmongScriptsIsSaid() throws Exception {
    Files.writeString(drafts.resolve("clicks.groovy"), KPI);
    pipe(drafts.resolve("pipe.groovy"));

    Outcome outcome = test(drafts);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("ok      " + drafts.resolve("clicks.groovy"))
        .contains("pipe.groovy has the name of a script and is no file, and is passed over");
  }

  @Test
  void aDeviceWithoutEndIsRefused() {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "there are such devices here");

    Outcome outcome = test("/dev/zero");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("/dev/zero is no file, but a pipe or a device")
        .doesNotContain("Exception");
  }

  @Test
  void ofALargeFileNoMoreIsReadThanAScriptMayHave() throws Exception {
    Path file = drafts.resolve("large.groovy");
    Files.writeString(file, KPI + "// and so on\n".repeat(100_000));

    Outcome outcome = test(file);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            "large.groovy the script has more than 65536 characters; a file has at most 65536"
                + " characters, 2000 lines and 100 KPIs; make several files of it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "// kpi('a.b') { … } comes tomorrow\n", "\uFEFF"})
  void aFileWithoutAKpiIsNoSuccess(String text) throws Exception {
    Path file = Files.writeString(drafts.resolve("empty.groovy"), text);

    Outcome outcome = test(file);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("FAILED  " + file)
        .contains("no KPI here; write kpi('area.name') { … }, or leave the file out")
        .contains(
            "1 script, 1 with something wrong; 0 KPIs that can be read, 0 examples, 1 to"
                + " look at");
  }

  @Test
  void aFolderWithoutAScriptIsNoSuccess() throws Exception {
    Files.writeString(drafts.resolve("clicks.kpi"), KPI);
    Path other = Files.createDirectories(home.resolve("drafts"));
    Files.writeString(other.resolve("clicks.groovy"), KPI);

    Outcome outcome = test(drafts, other);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("ok      " + other.resolve("clicks.groovy"))
        .contains("FAILED  " + drafts)
        .contains(
            "no script in this folder; the name of a script ends with .groovy, and does not begin"
                + " with a dot");
  }

  @Test
  void ofThousandsOfProblemsTheFirstArePrinted() throws Exception {
    for (int file = 0; file < 30; file++) {
      StringBuilder text = new StringBuilder();
      for (int kpi = 0; kpi < 25; kpi++) {
        text.append("kpi('own.n%d-%d') {\n  unit count\n}\n".formatted(file, kpi));
      }
      Files.writeString(drafts.resolve("many-%02d.groovy".formatted(file)), text);
    }

    Outcome outcome = test(drafts);
    JsonNode all = Json.read(test(drafts, "--json").out());

    int problems = all.findValuesAsText("message").size();
    assertThat(problems).isGreaterThan(1_000);
    assertThat(outcome.out().lines().filter(line -> line.matches("  .*:\\d+:\\d+ .*")))
        .hasSize(KpiTestReport.MOST_OF_ALL);
    assertThat(outcome.out())
        .contains(
            "  … and %d more in this file".formatted(problems / 30 - KpiTestReport.MOST_OF_A_FILE))
        .contains(
            "30 scripts, 30 with something wrong; 0 KPIs that can be read, 0 examples, "
                + problems
                + " to look at")
        .endsWith(
            "Here are the first 200. Mend those and run it again; --json prints all"
                + System.lineSeparator());
  }
}
