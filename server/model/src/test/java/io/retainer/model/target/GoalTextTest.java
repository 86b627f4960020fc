package io.retainer.model.target;

import static io.retainer.model.target.Figures.BOUNCE;
import static io.retainer.model.target.Figures.COST;
import static io.retainer.model.target.Figures.CTR;
import static io.retainer.model.target.Figures.ENGAGEMENT;
import static io.retainer.model.target.Figures.FREQUENCY;
import static io.retainer.model.target.Figures.ORDERS;
import static io.retainer.model.target.Figures.REVENUE;
import static io.retainer.model.target.Figures.TOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTextTest {

  private static final BigDecimal HUNDRED_THOUSAND = new BigDecimal("100000");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">= 100000",
        ">=100000",
        "≥ 100 000",
        ">= 100\u00a0000 €",
        ">= 100\u202f000,00 EUR",
        "at least 100,000.00",
        "At least €100'000.00",
        ">= 100.000,00 eur",
        "100000"
      })
  void readsMoneyAsPeopleWriteIt(String text) {
    assertThat(GoalText.read(text, REVENUE, "EUR")).isEqualTo(new Goal.AtLeast(HUNDRED_THOUSAND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"<= 12,5 %|0.125", "at most 12.5%|0.125", "40 %|0.4", "<= 0,25 %|0.0025"})
  void readsAPercentAsItIsWritten(String text, BigDecimal fraction) {
    assertThat(GoalText.read(text, BOUNCE, "EUR")).isEqualTo(new Goal.AtMost(fraction));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2..4", "2 .. 4", "2…4", "2 to 4", "2x..4x", "2,0..4,0"})
  void readsABand(String text) {
    assertThat(GoalText.read(text, FREQUENCY, "EUR"))
        .isEqualTo(new Goal.Band(new BigDecimal(2), new BigDecimal(4)));
  }

  @Test
  void theUnitOfABandMayStandOnce() {
    assertThat(GoalText.read("1..2,5 %", CTR, "EUR"))
        .isEqualTo(new Goal.Band(new BigDecimal("0.01"), new BigDecimal("0.025")));
    assertThat(GoalText.read("4500..5500 EUR", COST, "EUR"))
        .isEqualTo(new Goal.Band(new BigDecimal("4500"), new BigDecimal("5500")));
  }

  @Test
  void aNumberAloneIsMeantInTheBetterDirection() {
    assertThat(GoalText.read("300", ORDERS, "EUR")).isInstanceOf(Goal.AtLeast.class);
    assertThat(GoalText.read("40 %", BOUNCE, "EUR")).isInstanceOf(Goal.AtMost.class);
    assertThatThrownBy(() -> GoalText.read("3", FREQUENCY, "EUR"))
        .hasMessage(
            "social.frequency is better neither higher nor lower; write which you want: >= 3,"
                + " <= 3, or a band like 2..4");
    assertThat(GoalText.read("<= 5000", COST, "EUR")).isInstanceOf(Goal.AtMost.class);
  }

  @Test
  void refusesToWantWhatIsWorse() {
    assertThatThrownBy(() -> GoalText.read(">= 40 %", BOUNCE, "EUR"))
        .hasMessage(
            "web.bounce-rate is better when it is lower; write <= (at most), or a band like 2..4");
    assertThatThrownBy(() -> GoalText.read("<= 300", ORDERS, "EUR"))
        .hasMessageContaining("better when it is higher; write >= (at least)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">= 100000 USD|is money in the client's currency: write it like 100000 EUR",
        ">= 5 %|is money in the client's currency",
        ">= 100.000|which may be thousands or decimals; write 100000 or 100",
        ">= 1,250|which may be thousands or decimals; write 1250 or 1.25",
        ">= much|Saw \"much\", expected a number like 100000 EUR",
        ">=|expected a number",
        "''|expected a number",
        "> 5|a target includes its bound: write >= or <=",
        "2-4|or a band like 2..4",
        "4..2|from the smaller bound to the larger one",
        "2..2|from the smaller bound to the larger one",
        ">= 1.2.3|expected a number like 1200 or 12.5",
        ">= 1e9|expected a number like 100000 EUR",
        ">= 0.12345678901|10 behind the decimal mark",
        ">= 999999999999999999999|up to 20 digits before"
      })
  void saysWhatToWriteInstead(String text, String advice) {
    assertThatThrownBy(() -> GoalText.read(text, REVENUE, "EUR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice);
  }

  @Test
  void refusesUnitsOfOtherKpis() {
    assertThatThrownBy(() -> GoalText.read(">= 5", CTR, "EUR"))
        .hasMessageContaining("search.ctr is a percent: write its sign, like 12.5 %");
    assertThatThrownBy(() -> GoalText.read(">= 300 €", ORDERS, "EUR"))
        .hasMessageContaining("orders.count is measured in count: write it like 1200");
    assertThatThrownBy(() -> GoalText.read(">= 2 min", ENGAGEMENT, "EUR"))
        .hasMessageContaining("is measured in seconds: write it like 4.5 s");
    assertThatThrownBy(() -> GoalText.read("10", TOP, "EUR")).hasMessageContaining("ordered list");
    assertThatThrownBy(() -> GoalText.read("1".repeat(81), ORDERS, "EUR"))
        .hasMessageContaining("up to 80 characters");
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      KpiUnit unit = KpiUnit.values()[random.nextInt(KpiUnit.values().length)];
      KpiDescriptor kpi = Figures.kpi("any.kpi", KpiKind.FLOW, unit, Direction.NEUTRAL);
      Goal goal = goal(random);
      String money = random.nextBoolean() ? "EUR" : "BYN";
      Optional<String> currency = Optional.of(money).filter(code -> unit == KpiUnit.MONEY);

      String text = GoalText.write(goal, unit, currency);

      assertThat(GoalText.read(text, kpi, money)).as(text + " of " + unit).isEqualTo(goal);
    }
  }

  private static Goal goal(Random random) {
    BigDecimal bound =
        BigDecimal.valueOf(random.nextLong(-10_000_000, 10_000_000), random.nextInt(0, 9));
    return switch (random.nextInt(3)) {
      case 0 -> new Goal.AtLeast(bound);
      case 1 -> new Goal.AtMost(bound);
      default -> new Goal.Band(bound, bound.add(BigDecimal.valueOf(random.nextLong(1, 999), 3)));
    };
  }
}
