package io.retainer.rendering.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final Optional<String> NO_CURRENCY = Optional.empty();

  private static Formats in(String language) {
    return Formats.of(Locale.forLanguageTag(language));
  }

  /** Spaces that do not break are written as an underscore, to be seen. */
  private static String visible(String text) {
    return text.replace('\u00a0', '_');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|12480|12,480",
        "ru|12480|12_480",
        "be|1234567|1_234_567",
        "fi|-5|\u22125",
        "fi|999|999"
      })
  void writesCounts(String language, BigDecimal number, String expected) {
    assertThat(visible(in(language).amount(number, KpiUnit.COUNT, NO_CURRENCY)))
        .isEqualTo(expected);
  }

  @Test
  void amountsBelowEachOtherHaveAllCentsOrNone() {
    Optional<String> euro = Optional.of("EUR");
    BigDecimal small = new BigDecimal("1234.56");
    BigDecimal large = new BigDecimal("-12345678.90");

    Formats alone = in("en").forColumn(KpiUnit.MONEY, Stream.of(small));
    Formats together = in("en").forColumn(KpiUnit.MONEY, Stream.of(small, large));

    assertThat(alone.amount(small, KpiUnit.MONEY, euro)).isEqualTo("€1,234.56");
    assertThat(together.amount(small, KpiUnit.MONEY, euro)).isEqualTo("€1,235");
    assertThat(together.amount(large, KpiUnit.MONEY, euro)).isEqualTo("\u2212€12,345,679");
    // Where the currency stands above the column.
    assertThat(together.amount(small, KpiUnit.RATIO, NO_CURRENCY)).isEqualTo("1,235");
    assertThat(together.amount(new BigDecimal("0.0213"), KpiUnit.PERCENT, NO_CURRENCY))
        .isEqualTo("2.1%");
  }

  @ParameterizedTest
  @CsvSource({"PERCENT,0.0042,0.185,0.42%,18.50%", "COUNT,12.5,1200,12.5,'1,200.0'"})
  void whatStandsBelowEachOtherHasTheDecimalsOfTheOneThatNeedsMost(
      KpiUnit unit, BigDecimal exact, BigDecimal coarse, String first, String second) {
    Formats column = in("en").forColumn(unit, Stream.of(coarse, exact));

    assertThat(column.amount(exact, unit, NO_CURRENCY)).isEqualTo(first);
    assertThat(column.amount(coarse, unit, NO_CURRENCY)).isEqualTo(second);
    assertThat(column.amount(BigDecimal.ONE, KpiUnit.POSITION, NO_CURRENCY)).isEqualTo("1.0");
  }

  @Test
  void changesBelowEachOtherHaveTheDecimalsOfTheOneThatNeedsMost() {
    Delta tiny = points("0.0004");
    Delta large = points("-0.083");
    Delta tenfold = new Delta(Delta.Style.PERCENT, BigDecimal.TEN, Delta.Judgement.NEUTRAL);
    Delta tenth = new Delta(Delta.Style.PERCENT, new BigDecimal("0.1"), Delta.Judgement.NEUTRAL);

    assertThat(inColumn(large, tiny)).isEqualTo("\u22128.30_pp");
    assertThat(inColumn(tiny, large)).isEqualTo("+0.04_pp");
    assertThat(inColumn(large)).isEqualTo("\u22128.3_pp");
    assertThat(inColumn(tenfold, tenth)).isEqualTo("+1,000.0%");
    assertThat(inColumn(tenfold)).isEqualTo("+1,000%");
  }

  private static Delta points(String fraction) {
    return new Delta(Delta.Style.POINTS, new BigDecimal(fraction), Delta.Judgement.NEUTRAL);
  }

  private static String inColumn(Delta change, Delta... others) {
    Formats column = in("en").forChanges(Stream.concat(Stream.of(change), Stream.of(others)));
    return visible(column.delta(change, KpiUnit.PERCENT, NO_CURRENCY));
  }

  @Test
  void aRateAmongManyKeepsItsDecimals() {
    Stream<BigDecimal> views = Stream.of(new BigDecimal("12345678"), new BigDecimal("2.5"));

    assertThat(
            in("en")
                .forColumn(KpiUnit.RATIO, views)
                .amount(new BigDecimal("2.5"), KpiUnit.RATIO, NO_CURRENCY))
        .isEqualTo("2.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|0.185|18.5%",
        "ru|0.185|18,5_%",
        "be|0.185|18,5_%",
        "fi|0.185|18,5_%",
        "fi|0.0042|0,42_%",
        "en|0|0.0%",
        "en|1|100.0%"
      })
  void writesPercentagesToOneDecimalAndSmallOnesToTwo(
      String language, BigDecimal fraction, String expected) {
    assertThat(visible(in(language).amount(fraction, KpiUnit.PERCENT, NO_CURRENCY)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en|45|45", "fi|12.345|12,3", "be|0.35|0,35", "ru|-0.04|\u22120,04"})
  void writesPointsSoThatSmallDifferencesAreSeen(
      String language, BigDecimal points, String expected) {
    assertThat(visible(in(language).amount(points, KpiUnit.POINTS, NO_CURRENCY)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|SECONDS|45|45_s",
        "en|SECONDS|59.6|1_min 0_s",
        "en|SECONDS|3599|59_min 59_s",
        "en|SECONDS|3599.6|1_h 0_min",
        "ru|SECONDS|102517|28_ч 29_мин",
        "be|SECONDS|-102517|\u221228_гадз 29_хв",
        "en|MINUTES|0.5|30_s",
        "fi|MINUTES|1708.4|28_h 28_min",
        "en|MINUTES|120000|2,000_h 0_min",
        "en|HOURS|28.5|28.5_h"
      })
  void writesTimesInTheTwoUnitsThatAreRead(
      String language, KpiUnit unit, BigDecimal time, String expected) {
    assertThat(visible(in(language).amount(time, unit, NO_CURRENCY))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|SECONDS|0|0_s",
        "en|SECONDS|90|1_min 30_s",
        "be|SECONDS|120|2_хв",
        "ru|MINUTES|60|1_ч",
        "fi|MINUTES|150|2_h 30_min"
      })
  void writesATimeThatSomebodySetWithoutNoughts(
      String language, KpiUnit unit, BigDecimal time, String expected) {
    assertThat(visible(in(language).bound(time, unit, NO_CURRENCY))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80_BYN|120,50_BYN|80–120,50_BYN",
        "€80|€120.50|€80–120.50",
        "40_%|50_%|40–50_%",
        "30_s|2_min|30_s–2_min",
        "\u2212€5|€5|\u2212€5–€5",
        "\u22122|4|\u22122–4",
        "5|9|5–9"
      })
  void saysAUnitOfARangeOnce(String low, String high, String expected) {
    assertThat(Formats.range(low, high)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|12345.6|EUR|€12,345.60",
        "en|12345.6|BYN|BYN_12,345.60",
        "be|12345.6|BYN|12_345,60_BYN",
        "ru|-0.5|RUB|\u22120,50_₽",
        "fi|12345.6|EUR|12_345,60_€",
        "fi|1200|JPY|1_200_JPY",
        "fi|123456789.5|EUR|123_456_790_€"
      })
  void writesMoneyWithItsCurrency(
      String language, BigDecimal amount, String currency, String expected) {
    assertThat(visible(in(language).amount(amount, KpiUnit.MONEY, Optional.of(currency))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru|PERCENT|0.0834|+8,3_%",
        "en|PERCENT|-0.0834|\u22128.3%",
        "be|POINTS|-0.004|\u22120,4_п._п.",
        "fi|POINTS|0.05|+5,0_%\u2011yks.",
        "en|PLACES|1.2|+1.2_places",
        "en|PERCENT|0|0.0%",
        "en|PERCENT|12.5|+1,250%",
        "be|NEW|0|упершыню"
      })
  void writesChangesWithTheirSign(
      String language, Delta.Style style, BigDecimal amount, String expected) {
    Delta delta = new Delta(style, amount, Delta.Judgement.NEUTRAL);

    assertThat(visible(in(language).delta(delta, KpiUnit.PERCENT, NO_CURRENCY)))
        .isEqualTo(expected);
  }

  @Test
  void showsNoArrowUpForAChangeThatRoundsToNothing() {
    Delta delta = new Delta(Delta.Style.PERCENT, new BigDecimal("0.0001"), Delta.Judgement.GOOD);

    assertThat(in("en").arrow(delta)).isEqualTo("\u2192");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|2026-10|October_2026",
        "ru|2026-10|октябрь_2026",
        "be|2026-02|люты_2026",
        "fi|2026-10|lokakuu_2026",
        "en|2026-Q3|Q3_2026",
        "be|2026-Q3|3_квартал 2026",
        "fi|2026-W43|viikko_43/2026",
        "ru|2026|2026_год"
      })
  void namesPeriods(String language, String period, String expected) {
    assertThat(visible(in(language).period(Period.parse(period)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|1\u201331_October_2026",
        "ru|1\u201331_октября_2026_г.",
        "be|1\u201331_кастрычніка_2026_г.",
        "fi|1.\u201331._lokakuuta_2026"
      })
  void namesTheExactDaysWithTheMonthInTheRightForm(String language, String expected) {
    DateSpan october = Period.parse("2026-10").span();

    assertThat(visible(in(language).span(october))).isEqualTo(expected);
  }

  @Test
  void tellsTimeInTheClientsZone() {
    assertThat(
            visible(
                in("en").moment(Instant.parse("2026-11-02T22:30:00Z"), ZoneId.of("Europe/Minsk"))))
        .isEqualTo("3_November_2026, 01:30");
  }

  @Test
  void writesShortDatesForAxes() {
    assertThat(visible(in("ru").shortDate(LocalDate.of(2026, 10, 5)))).isEqualTo("5_окт.");
    assertThat(visible(in("fi").shortDate(LocalDate.of(2026, 10, 5)))).isEqualTo("5.10.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|3_November_2026, 08:15",
        "ru|3_ноября_2026_г., 08:15",
        "be|3_лістапада_2026_г., 08:15",
        "fi|3._marraskuuta_2026 klo_08.15"
      })
  void writesTheTimeOfDayAsTheLanguageDoes(String language, String expected) {
    Instant moment = Instant.parse("2026-11-03T05:15:00Z");

    assertThat(visible(in(language).moment(moment, ZoneId.of("Europe/Minsk")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi|country|FI|Suomi",
        "be|country|FI|Фінляндыя",
        "ru|country|BY|Беларусь",
        "en|country|Belarus|Belarus",
        "ru|network|tiktok|TikTok",
        "ru|network|mastodon|mastodon",
        "en|campaign|FI|FI"
      })
  void namesWhatExportsWriteAsCodes(
      String language, String dimension, String value, String expected) {
    assertThat(in(language).group(dimension, value)).isEqualTo(expected);
  }
}
