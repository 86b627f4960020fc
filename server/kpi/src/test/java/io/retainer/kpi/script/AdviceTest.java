package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is said to somebody who did not find the word; and what is advised can be written. */
class AdviceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(
      resources = "/misleading/advice.csv",
      delimiter = '\t',
      quoteCharacter = '`',
      maxCharsPerColumn = 900)
  void saysWhereAndWhatToDo(String unit, String settings, String value, String problem)
      throws IOException {
    assertThat(new TriedDefinition(folder).problems("a.b", unit, settings, value))
        .first()
        .isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/misleading/advised.csv", delimiter = '\t', quoteCharacter = '`')
  void whatIsAdvisedIsAdmitted(String unit, String settings, String value) throws IOException {
    assertThat(new TriedDefinition(folder).problems("a.b", unit, settings, value)).isEmpty();
  }
}
