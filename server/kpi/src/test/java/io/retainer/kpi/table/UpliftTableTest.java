package io.retainer.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  @Test
  void hasNoUpliftOverNothing() {
    assertThat(of(0, 10, 1, 10).value()).isEmpty();
    assertThat(of(1, 0, 1, 10).value()).isEmpty();
    assertThat(of(11, 10, 1, 10).value()).as("more successes than trials").isEmpty();
  }
}
