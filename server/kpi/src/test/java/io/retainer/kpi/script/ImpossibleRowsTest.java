package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retainer.kpi.KpiLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Conditions that no row can meet would give a zero that looks as if it had been counted. */
class ImpossibleRowsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(
      resources = "/misleading/impossible.csv",
      delimiter = '\t',
      quoteCharacter = '`',
      maxCharsPerColumn = 500)
  void areRefusedWithBothParts(String unit, String from, String value, String problem)
      throws IOException {
    assertThat(new TriedDefinition(folder).problems("a.b", unit, "from " + from, value))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/misleading/possible.csv", delimiter = '\t', quoteCharacter = '`')
  void whatARowMayMeetIsAdmitted(String unit, String from, String value) throws IOException {
    assertThat(new TriedDefinition(folder).problems("a.b", unit, "from " + from, value)).isEmpty();
  }

  private static final String OF_ONE_COUNTRY =
      """
      kpi('a.b') {
        title en: 'A'
        unit count
        better higher
        param markets: ['FI', 'SE']
        from orders
        where country in markets && (status == 'placed' || status == null)
        value { count().where(country == 'FI') }
      }
      """;

  /** That none of a client's countries is Finland is an answer: there were no such orders. */
  @Test
  void whatAClientChoosesIsNotHeldAgainstIt() throws IOException {
    var tried = new TriedDefinition(folder);

    assertThat(tried.problems(OF_ONE_COUNTRY)).isEmpty();
    assertThat(tried.problems(OF_ONE_COUNTRY.replace("['FI', 'SE']", "['NO']")))
        .containsExactly(
            "8:33 no row has both country == 'NO' and country == 'FI'; a row has one country: write"
                + " || where either will do, or leave one of the two out");
    Files.writeString(folder.resolve("a.groovy"), OF_ONE_COUNTRY);
    KpiLibrary library = KpiLibrary.open(List.of(folder), folder.resolve("good"));
    assertThatCode(() -> library.checkParameters(Map.of("markets", "NO, DK"), Map.of()))
        .doesNotThrowAnyException();
  }
}
