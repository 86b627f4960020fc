package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "<10, 10",
    "< 5, 5",
    "(<10), 10",
    "'<1,000', 1000",
    "< 10%, 0.10",
    "fewer than 50, 50",
    "Less than 3, 3",
    "менее 10, 10",
    "менш за 5, 5",
    "alle 20, 20"
  })
  void tellsAFigureThatIsKeptBack(String cell, BigDecimal below) {
    assertThat(Threshold.of(cell, NumberForm.POINT))
        .hasValueSatisfying(
            found -> assertThat(found.below().orElseThrow()).isEqualByComparingTo(below));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(thresholded)", "Suppressed", " withheld ", "below threshold"})
  void whereTheThresholdLiesNeedNotBeSaid(String cell) {
    assertThat(Threshold.of(cell, NumberForm.POINT)).contains(Suppressed.unstated());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--",
        "n/a",
        "<",
        "<>",
        "< none",
        "<0",
        "<-5",
        ">90",
        "10",
        "about 10",
        "<b>5</b>"
      })
  void nothingElseIs(String cell) {
    assertThat(Threshold.of(cell, NumberForm.POINT)).isEmpty();
  }

  @Test
  void theColumnsOwnFormIsRead() {
    assertThat(Threshold.of("<1.000", NumberForm.COMMA).orElseThrow().below().orElseThrow())
        .isEqualByComparingTo("1000");
  }
}
