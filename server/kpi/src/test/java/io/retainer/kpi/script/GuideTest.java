package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The analyst's guide knows every word of the language. */
class GuideTest {

  private static final Path GUIDE = Path.of("..", "..", "kpi-scripts", "README.md");

  static Stream<String> words() {
    Stream<String> vocabulary =
        Stream.of(
                Vocabulary.SETTINGS,
                Vocabulary.AGGREGATIONS,
                Vocabulary.BLOCKS,
                Vocabulary.HISTORY,
                Vocabulary.ROW_VALUES,
                Vocabulary.IN_VALUES,
                Vocabulary.CONDITIONS,
                Vocabulary.EXPECTATIONS,
                Vocabulary.COMPUTED)
            .map(Map::keySet)
            .flatMap(java.util.Set::stream);
    Stream<String> choices =
        Stream.of(Arrays.stream(KpiUnit.values()), Arrays.stream(Direction.values()))
            .flatMap(values -> values.map(value -> value.name().toLowerCase(Locale.ROOT)));
    return Stream.of(vocabulary, choices, ExampleRows.ROW_WORDS.stream())
        .flatMap(words -> words)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("words")
  void explainsEveryWord(String word) throws IOException {
    assertThat(Files.readString(GUIDE)).containsPattern("`\\.?" + word + "\\b");
  }

  @Test
  void namesEveryDatasetAndColumn() throws IOException {
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.text());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.noneWhereEmpty());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.parts());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.apart());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.opposed());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.overlapping());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.things());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.rates());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.without());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.sequences());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.journey());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.values());
    assertThat(Files.readString(GUIDE)).contains(DatasetTable.only());
  }

  @Test
  void listsAllThatComputationsMayUse() throws IOException {
    assertThat(Files.readString(GUIDE)).contains(ComputationTables.text());
  }

  @Test
  void itsExampleOfAComputationIsUnderstood() throws IOException {
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("kpi('web.sessions-momentum')");
    String script = guide.substring(start, guide.indexOf("```", start));

    Script read = Script.read("guide.groovy", script);

    assertThat(read.problems()).isEmpty();
    assertThat(read.computations()).hasSize(1);
  }

  @Test
  void itsFirstExampleWorks() throws IOException {
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("```groovy\n") + "```groovy\n".length();
    String script = guide.substring(start, guide.indexOf("```", start));

    assertThat(Script.read("guide.groovy", script).problems()).isEmpty();
  }
}
