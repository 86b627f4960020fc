package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts the product is delivered with. */
class BuiltInScriptsTest {

  static final Path SCRIPTS = Path.of("..", "..", "kpi-scripts");

  @Test
  void allOfThemAreUnderstoodAndAllExamplesHold() {
    KpiScriptCheck.Report report =
        KpiScriptCheck.check(List.of(SCRIPTS), Computing.in(SCRIPTS, Authors.none()));

    assertThat(report.scripts()).hasSizeGreaterThan(5);
    for (KpiScriptCheck.Script script : report.scripts()) {
      assertThat(script.problems()).isEmpty();
      for (KpiScriptCheck.Kpi kpi : script.kpis()) {
        assertThat(kpi.examples()).as(kpi.id()).isNotEmpty();
        assertThat(kpi.examples()).as(kpi.id()).allMatch(KpiScriptCheck.Example::passed);
      }
    }
  }

  /** Clients read what a figure is; the names of parameters mean nothing to them. */
  @Test
  void noDescriptionNamesAParameter() throws IOException {
    Pattern parameters = Pattern.compile("(?<=[ ,])([a-z]+[A-Z][A-Za-z]*):");
    Pattern description = Pattern.compile("\\s*(about en|ru|be|fi): '.*");
    List<String> names = new ArrayList<>();
    List<String> descriptions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".groovy")).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.strip().startsWith("param ")) {
            parameters.matcher(line).results().forEach(found -> names.add(found.group(1)));
          } else if (description.matcher(line).matches()) {
            descriptions.add(line);
          }
        }
      }
    }

    assertThat(names).contains("notRankedAs", "refundBasis", "microEvents");
    assertThat(descriptions)
        .hasSizeGreaterThan(100)
        .noneMatch(text -> names.stream().anyMatch(text::contains));
  }
}
