package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The currency that stands at an amount, wherever it stands. */
class AmountCurrencyTest {

  @ParameterizedTest
  @CsvSource({
    "1.20 €, EUR",
    "€1.20, EUR",
    "5€50, EUR",
    "US$1.20, USD",
    "12 zł, PLN",
    "1.20 GBP, GBP"
  })
  void isReadBeforeBehindAndWithin(String amount, String currency) {
    assertThat(AmountCurrency.around(amount, "BYN")).contains(currency);
    assertThat(AmountCurrency.isBare(amount)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1 234,50", "-7", "(7.00)", "1'234", "\u22121\u00a0000,5"})
  void aNumberHasNone(String amount) {
    assertThat(AmountCurrency.around(amount, "EUR")).isEmpty();
    assertThat(AmountCurrency.isBare(amount)).isTrue();
  }

  @Test
  void aBareDollarIsTheClientsWhereItsCurrencyIsADollar() {
    assertThat(AmountCurrency.around("$5", "AUD")).contains("AUD");
  }
}
