package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Placed orders, cancelled ones and refunds are rows of one dataset: a definition says which. */
class WhichRowsTest {

  @TempDir Path folder;

  private String script(String unit, String settings, String value) {
    return "kpi('a.b') {\n  title en: 'A'\n  unit %s\n  better higher\n  %s\n  value { %s }\n}\n"
        .formatted(unit, settings.replace(" ;; ", "\n  "), value);
  }

  /** Each with its place, and with the settings that its advice comes to. */
  @ParameterizedTest
  @CsvFileSource(resources = "/misleading/kinds.csv", delimiter = '\t', quoteCharacter = '`')
  void areSaid(String unit, String settings, String value, String problem, String advised)
      throws IOException {
    var tried = new TriedDefinition(folder);
    assertThat(tried.problems(script(unit, settings, value))).containsExactly(problem);
    assertThat(tried.problems(script(unit, advised, value))).isEmpty();
  }

  /** Where one part says it, a line for all of them would leave it none. */
  @Test
  void areSaidAfterEachPartWhereOneSaysItAlready() throws IOException {
    var tried = new TriedDefinition(folder);
    String refunded = "sum(refunded).where(status == 'refund') / ";

    assertThat(tried.problems(script("percent", "from orders", refunded + "sum(total)")))
        .containsExactly(
            "6:51 by its status a row of orders is placed, cancelled or refund, and nothing says"
                + " which of them are meant; write where(status == 'placed') after what has no"
                + " status yet; where several are meant, name them, like status in ['placed',"
                + " 'cancelled', 'refund']");
    assertThat(
            tried.problems(
                script(
                    "percent", "from orders", refunded + "sum(total).where(status == 'placed')")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/misleading/no-kinds.csv", delimiter = '\t', quoteCharacter = '`')
  void mayBeSaidAnywhereAndBeAll(String unit, String settings, String value) throws IOException {
    assertThat(new TriedDefinition(folder).problems(script(unit, settings, value))).isEmpty();
  }
}
