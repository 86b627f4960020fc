package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row does not say leaves what it says in the number, and weighs nothing. */
class MissingInRowsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "social_posts|count|sum(likes + comments)|[likes: 3], [likes: 4, comments: 1]|8",
        "social_posts|count|sum(likes + comments + shares)|[likes: 3], [shares: 2], [comments: 1]|6",
        "social_posts|percent|sum(likes + comments) / sum(impressions)"
            + "|[likes: 3, impressions: 10], [comments: 1, impressions: 10]|0.2",
        "orders|money|sum(gross - total)|[gross: 10], [gross: 5, total: 1]|14",
        "search_queries|position|sum(position * impressions) / sum(impressions)"
            + "|[position: 5, impressions: 10], [impressions: 90]|5",
        "search_queries|position|weightedMean(position)"
            + "|[position: 5, impressions: 10], [impressions: 90]|5",
      })
  void isNoZeroAndTakesNothingWithIt(
      String dataset, String unit, String value, String rows, String expected) throws IOException {
    String text =
        """
        kpi('t.tried') {
          title en: 'A'
          unit %s
          better higher
          from %s
          value { %s }
          example 'a row that says little', rows: [%s], expect: %s
        }
        """
            .formatted(unit, dataset, value, rows, expected);
    Path script = Files.writeString(folder.resolve("tried.groovy"), text);

    var tried =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);
    assertThat(tried.problems()).as(text).isEmpty();
    assertThat(tried.passed()).as("%s: %s", text, tried.kpis()).isTrue();
  }
}
