package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31,193|31193",
        "1,234,567.89|1234567.89",
        "12.50|12.50",
        "-5|-5",
        "−5|-5",
        "(1,234.50)|-1234.50",
        "US$135.81|135.81",
        "CA$0.00|0.00",
        "-$5.00|-5.00",
        "12.5 EUR|12.5",
        "5e-05|0.00005",
        "6.49E+17|649000000000000000",
        "1 234.5|1234.5",
        "1'234.5|1234.5",
        "12,34,567|1234567",
        ".5|0.5",
        "64517.0|64517.0",
        "1 200 р.|1200"
      })
  void readsNumbersWithAPoint(String text, String expected) {
    assertThat(NumberForm.POINT.parse(text)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.234,5|1234.5", "1 234,56|1234.56", "12,5 EUR|12.5", "1\u00A0234|1234"})
  void readsNumbersWithAComma(String text, String expected) {
    assertThat(NumberForm.COMMA.parse(text)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "US$1,234.50", "US$ 1,234.50", "$1,234.50", "1,234.50 $", "CA$1,234.50", "R$1,234.50",
            "1,234.50 USD",
        "USD 1,234.50", "€1,234.50", "£1,234.50", "₴1,234.50", "₽1,234.50", "1,234.50 zł",
            "1,234.50 kr",
        "kr. 1,234.50", "1,234.50 Br", "1,234.50 руб.", "1,234.50₽", "1,234.50 грн",
            "1\u202F234.50", "1\u00A0234.50 €",
        "1'234.50", "1’234.50", "CHF 1’234.50", "Fr. 1'234.50", "1,234.50 (12.3%)", "+1,234.50"
      })
  void readsAnAmountInEveryCurrency(String text) {
    assertThat(NumberForm.POINT.parse(text)).isEqualByComparingTo("1234.50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234,50 €", "1 234,50 €", "1\u00A0234,50\u00A0₽", "1\u202F234,50\u00A0€", "R$ 1.234,50",
            "1 234,50 р.", "1 234,50 руб",
        "1 234,50 zł", "1 234,50 kr", "1 234,50 Br", "1 234,50 BYN", "1 234,50 ₴", "1'234,50",
            "1085,00 (26,66%)"
      })
  void readsAnAmountWithACommaInEveryCurrency(String text) {
    assertThat(NumberForm.COMMA.parse(text))
        .isEqualByComparingTo(text.startsWith("1085") ? "1085" : "1234.50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2K",
        "5M",
        "1.2k",
        "3 тыс.",
        "2 млн",
        "1.5B",
        "12 apples",
        "5 h",
        "5-",
        "1 of 2"
      })
  void takesARoundedOrCountedThingForNoNumber(String text) {
    assertThat(NumberForm.POINT.parse(text)).isNull();
  }

  @Test
  void theDotOfACurrencyProvesNothing() {
    assertThat(profile("1 200,50 р.", "15 р.").proven()).contains(NumberForm.COMMA);
    assertThat(profile("9 (0.5%)", "1085 (26.66%)").proven()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,23",
        "12,3456",
        "1.2.3",
        "abc",
        "--",
        "1e999999999",
        "",
        "12a",
        "1-2",
        "0x10",
        "2026-01-31",
        "1,,234"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(NumberForm.POINT.parse(text)).isNull();
  }

  @Test
  void aColumnProvesItsOwnForm() {
    assertThat(profile("12,5", "3").proven()).contains(NumberForm.COMMA);
    assertThat(profile("1,234,567").proven()).contains(NumberForm.POINT);
    assertThat(profile("1.234,50").proven()).contains(NumberForm.COMMA);
    assertThat(profile("0.123").proven()).contains(NumberForm.POINT);
    assertThat(profile("1 234,567").proven()).contains(NumberForm.COMMA);
  }

  @Test
  void whatReadsBothWaysStaysOpen() {
    assertThat(profile("1,234", "12").isOpen()).isTrue();
    assertThat(profile("1,234", "12,5").isOpen()).isFalse();
    assertThat(profile("1.5", "1,5").isMixed()).isTrue();
  }

  private static NumberProfile profile(String... cells) {
    var profile = new NumberProfile();
    for (String cell : cells) {
      profile.see(cell);
    }
    return profile;
  }
}
