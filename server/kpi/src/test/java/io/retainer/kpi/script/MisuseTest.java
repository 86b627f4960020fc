package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers that can be computed and flatter: plain from what their columns are. */
class MisuseTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(
      resources = "/misleading/misuse.csv",
      delimiter = '\t',
      quoteCharacter = '`',
      maxCharsPerColumn = 900)
  void isRefusedWithAdvice(String unit, String settings, String value, String problem)
      throws IOException {
    assertThat(new TriedDefinition(folder).problems("a.b", unit, settings, value))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/misleading/no-misuse.csv", delimiter = '\t', quoteCharacter = '`')
  void standsBesideWhatIsRight(String id, String unit, String settings, String value)
      throws IOException {
    assertThat(new TriedDefinition(folder).problems(id, unit, settings, value)).isEmpty();
  }
}
