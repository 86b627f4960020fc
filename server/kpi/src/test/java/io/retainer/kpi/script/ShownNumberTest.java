package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumberTest {

  @ParameterizedTest
  @CsvSource({"0E-100, 0", "0.00, 0", "12.50, 12.50", "1E-100, 1E-100", "1E+3, 1000"})
  void isWrittenAsInAScriptAndZeroIsZeroHoweverManyDigitsItHas(BigDecimal number, String shown) {
    assertThat(ShownNumber.of(number)).isEqualTo(shown);
  }
}
