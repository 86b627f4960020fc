package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an analyst reads of scripts with mistakes, all of it and nothing else: {@code
 * mistakes/*.txt} have the settings of a definition, and behind {@code ->} what is told, with line
 * and column. Of settings that a case does not have, {@code title}, {@code unit}, {@code better}
 * and {@code from} stand before it, and {@code value} behind it.
 */
class MistakesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "mistakes");
  private static final Path SCRIPTS = Path.of("..", "..", "kpi-scripts");
  private static final String HEADING = "kpi('a.b') {";

  @TempDir Path folder;

  record Case(String name, String script, List<String> told) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        Arrays.stream(Files.readString(file).split("(?m)^### "))
            .skip(1)
            .map(MistakesTest::read)
            .forEach(cases::add);
      }
    }
    return cases.stream();
  }

  private static Case read(String text) {
    List<String> lines = text.lines().toList();
    List<String> script = new ArrayList<>();
    List<String> told = new ArrayList<>();
    lines.stream()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .forEach(line -> (line.startsWith("-> ") ? told : script).add(line));
    return new Case(
        lines.get(0), String.join("\n", script), told.stream().map(s -> s.substring(3)).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysAllThatIsWrongAtOnce(Case one) throws IOException {
    Path script = Files.writeString(folder.resolve("own.groovy"), whole(one.script()));

    List<String> told =
        KpiScriptCheck.check(
                List.of(script), List.of(SCRIPTS), Computing.in(folder, Authors.none()))
            .scripts()
            .get(0)
            .faults()
            .stream()
            .map(KpiProblem::toString)
            .map(problem -> problem.replace(script + ":", ""))
            .toList();

    assertThat(told).containsExactlyElementsOf(one.told());
  }

  private static String whole(String settings) {
    if (settings.contains(HEADING)) {
      return settings + "\n";
    }
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (String setting : List.of("title en: 'A'", "unit count", "better higher", "from orders")) {
      if (!settings.contains(setting.split(" ")[0])) {
        text.append("  ").append(setting).append('\n');
      }
    }
    settings.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    if (!settings.contains("value")) {
      text.append("  value { count() }\n");
    }
    return text.append("}\n").toString();
  }
}
