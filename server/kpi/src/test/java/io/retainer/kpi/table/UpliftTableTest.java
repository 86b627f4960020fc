package io.retainer.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftTableTest {

  private static TableResult of(int a, int ofA, int b, int ofB) {
    return UpliftTable.of(
        BigDecimal.valueOf(a),
        BigDecimal.valueOf(ofA),
        BigDecimal.valueOf(b),
        BigDecimal.valueOf(ofB));
  }

  private static Map<String, BigDecimal> measures(TableResult result) {
    Map<String, BigDecimal> measures = new HashMap<>();
    result.table().rows().forEach(r -> measures.put((String) r.get(0), (BigDecimal) r.get(1)));
    return measures;
  }

  /** Expected values by SciPy's normal distribution. */
  @Test
  void hasTheIntervalsAndThePValueOfTheTextbook() {
    TableResult result = of(100, 1000, 120, 960);
    Map<String, BigDecimal> measures = measures(result);

    assertThat(result.value().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(measures.get("p-value").doubleValue()).isCloseTo(0.0796465088816, within(1e-10));
    assertThat(measures.get("difference, 95 % from").doubleValue())
        .isCloseTo(-0.0029892390151, within(1e-10));
    assertThat(measures.get("difference, 95 % to").doubleValue())
        .isCloseTo(0.0529892390151, within(1e-10));
    assertThat(measures.get("uplift, 95 % from").doubleValue())
        .isCloseTo(-0.0266620466722, within(1e-10));
    assertThat(measures.get("uplift, 95 % to").doubleValue())
        .isCloseTo(0.6053005995070, within(1e-10));
  }

  /** Where nobody or everybody succeeded, the formulas know no doubt at all. */
  @ParameterizedTest
  @CsvSource({"30,30,40,40", "0,30,0,40", "0,30,40,40"})
  void hasNoIntervalWhereNothingVaries(int a, int ofA, int b, int ofB) {
    Map<String, BigDecimal> measures = measures(of(a, ofA, b, ofB));

    assertThat(measures.get("difference")).isNotNull();
    assertThat(measures)
        .containsEntry("uplift, 95 % from", null)
        .containsEntry("uplift, 95 % to", null)
        .containsEntry("difference, 95 % from", null)
        .containsEntry("difference, 95 % to", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|10|1|10|A has no successes, so that B is no number of times better; the table has the"
            + " difference.",
        "1|0|1|10|A was not tried: it has no trials.",
        "1|10|0|0|B was not tried: it has no trials.",
        "11|10|1|10|A has more successes than trials, or less than none.",
        "1|10|11|10|B has more successes than trials, or less than none.",
      })
  void hasNoUpliftOverNothingAndSaysWhy(int a, int ofA, int b, int ofB, String why) {
    TableResult result = of(a, ofA, b, ofB);

    assertThat(result.value()).isEmpty();
    assertThat(result.why().orElseThrow().english()).isEqualTo(why);
  }
}
