package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.script.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the language, each shown by a script whose examples say what it does. */
class WordsTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "words");

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void doWhatTheirExamplesSay(Path script) {
    KpiScriptCheck.Script checked =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.kpis()).isNotEmpty();
    assertThat(checked.kpis())
        .allSatisfy(
            kpi ->
                assertThat(kpi.examples())
                    .as(kpi.id())
                    .isNotEmpty()
                    .allSatisfy(
                        example ->
                            assertThat(example.passed())
                                .as(example.title() + ": " + example.was())
                                .isTrue()));
  }

  static Stream<String> words() {
    return Stream.of(
            Vocabulary.AGGREGATIONS,
            Vocabulary.BLOCKS,
            Vocabulary.HISTORY,
            Vocabulary.ROW_VALUES,
            Vocabulary.IN_VALUES,
            Vocabulary.CONDITIONS)
        .flatMap(words -> words.keySet().stream());
  }

  /** So that no word of the guide is refused by a rule about something else. */
  @ParameterizedTest
  @MethodSource("words")
  void areAllShown(String word) throws IOException {
    Pattern used = Pattern.compile("\\b" + word + "[( ]");
    List<String> texts = new ArrayList<>();
    for (Path script : scripts().toList()) {
      texts.add(Files.readString(script));
    }

    assertThat(texts.stream().anyMatch(text -> used.matcher(text).find()))
        .as("a script of %s shows '%s'", FOLDER, word)
        .isTrue();
  }
}
