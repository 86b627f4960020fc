package io.retainer.compute.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Question.Source;
import io.retainer.compute.protocol.Sums;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of series that have no total or mean are not put together by plain arithmetic either. */
class SumCheckTest {

  private static final Map<String, Sums> SERIES =
      Map.of(
          "sessions", Sums.TOTAL_AND_MEAN,
          "revenue", Sums.TOTAL_AND_MEAN,
          "people", Sums.MEAN,
          "rate", Sums.NEITHER);

  private static List<String> findings(String text) {
    Findings findings = new Findings(1, 1);
    ComputationText.meaningful(new Source(text.replace(" ;; ", "\n"), 1, 1), SERIES, findings);
    return findings.list().stream().map(Finding::message).toList();
  }

  private static final String NO_TOTAL =
      "the values of 'people' are levels or people, which do not add up";
  private static final String NO_MEAN =
      "the mean of 'rate' would weigh small periods like large ones";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people.value(0) + people.value(1)",
        "people.last + people.before(1).last + people.before(2).last",
        "people.values[0] + people.values[1]",
        "people.value(0) - (0 - people.value(1))",
        "people.value(0) - -people.value(1)",
        "def a = people.last ;; def b = people.value(0) ;; a + b",
        "squareRoot(power(people.value(0) + people.value(1), 2.0))",
        "(people.value(0) + people.value(1)) / 3",
        "100 * (people.value(0) + people.value(1)) / sessions.last",
        "sessions.last / (people.value(0) + people.value(1))",
        "mean(people.values) * people.size",
        "people.known * mean(people.values)",
        "mean(people.values) * people.values.size()",
        "total(sessions.values + people.values)",
        "def all = sessions.values + people.values ;; total(all)",
        "total(sessions.values.plus(people.values))"
      })
  void peopleHaveNoTotal(String text) {
    assertThat(findings(text)).contains(NO_TOTAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(rate.value(0) + rate.value(1)) / 2",
        "(rate.value(0) + rate.value(1) + rate.value(2)) / 3",
        "rate.value(0) * 0.5 + rate.value(1) * 0.5",
        "def a = rate.last ;; def b = rate.before(1).last ;; (a + b) / 2"
      })
  void ratesHaveNoMean(String text) {
    assertThat(findings(text)).containsExactly(NO_MEAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people.last + sessions.last | people | sessions",
        "revenue.last - -rate.last | revenue | rate"
      })
  void valuesOfTwoKindsHaveNoSum(String text, String one, String other) {
    assertThat(findings(text))
        .containsExactly(
            "adds values of '%s' and of '%s', which are of two kinds: amounts, levels or people, rates"
                .formatted(one, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessions.value(0) + sessions.value(1)",
        "(people.value(0) + people.value(1)) / 2",
        "people.last - people.value(0)",
        "rate.last - rate.before(1).last",
        "(rate.last - rate.value(0)) / rate.value(0)",
        "2 * people.last - people.before(1).last",
        "people.last - people.value(2) - (people.value(1) - people.value(0))",
        "sessions.last + revenue.last",
        "0.4 * sessions.last / mean(sessions.values) + 0.6 * rate.last / median(rate.values)",
        "mean(people.values) * 2",
        "mean(sessions.values) * sessions.size",
        "sessions.last * rate.last",
        "total(sessions.values + revenue.values)"
      })
  void whatMeansSomethingStands(String text) {
    assertThat(findings(text)).isEmpty();
  }
}
