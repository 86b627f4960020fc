package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The click rate of one country less that of all, from rows to value. */
class DifferenceOfRatesTest {

  private static final String ROWS =
      "rows: [[country: 'FI', clicks: 12, impressions: 100], [country: 'SE', clicks: 18, impressions: 500]]";

  @TempDir Path folder;

  private List<String> problems(String unit, String value, String... examples) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("a.groovy"),
            """
            kpi('a.b') {
              title en: 'A'
              unit %s
              better higher
              from search_queries
              value { %s }
              by country
            %s
            }
            """
                .formatted(unit, value, String.join("\n", examples)));
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .faults()
        .stream()
        .map(KpiProblem::toString)
        .toList();
  }

  private static String example(String title, String rows, String expect) {
    return "  example '%s', %s, expect: %s".formatted(title, rows, expect);
  }

  private static final String FINNISH =
      "sum(clicks).where(country == 'FI') / sum(impressions).where(country == 'FI')";
  private static final String ALL = "sum(clicks) / sum(impressions)";

  @Test
  void isInPoints() throws IOException {
    assertThat(
            problems(
                "points",
                "100 * (" + FINNISH + " - " + ALL + ")",
                example("12 % and 5 %", ROWS, "7"),
                example("a group", ROWS, "0, group: [country: 'FI']"),
                example(
                    "nothing was shown there",
                    "rows: [[country: 'SE', clicks: 18, impressions: 500]]",
                    "notComputable"),
                example(
                    "kept back",
                    "rows: [[country: 'FI', clicks: suppressed, impressions: 100], [country: 'SE', clicks: 18, impressions: 500]]",
                    "suppressed")))
        .isEmpty();
  }

  @Test
  void byTheSecondItIsAChange() throws IOException {
    assertThat(
            problems(
                "percent",
                "(" + FINNISH + " - " + ALL + ") / (" + ALL + ")",
                example("7 points of 5 %", ROWS, "1.4"),
                example(
                    "of nothing",
                    "rows: [[country: 'FI', clicks: 0, impressions: 100]]",
                    "notComputable")))
        .isEmpty();
  }
}
