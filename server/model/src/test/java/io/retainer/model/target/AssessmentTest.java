package io.retainer.model.target;

import static io.retainer.model.target.Figures.BOUNCE;
import static io.retainer.model.target.Figures.COST;
import static io.retainer.model.target.Figures.CTR;
import static io.retainer.model.target.Figures.ORDERS;
import static io.retainer.model.target.Figures.REVENUE;
import static io.retainer.model.target.Figures.over;
import static io.retainer.model.target.Figures.partial;
import static io.retainer.model.target.Figures.running;
import static io.retainer.model.target.Figures.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.target.Verdict.Why;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

  private static final LocalDate AFTER = LocalDate.of(2026, 11, 3);

  @ParameterizedTest
  @CsvSource({
    "100000, MET, 1",
    "100000.01, MET, 1.0000001",
    "99999.99, MISSED, 0.9999999",
    "93000, MISSED, 0.93"
  })
  void aClosedMonthIsSimplyCompared(BigDecimal value, Verdict verdict, BigDecimal share) {
    Assessment seen = assess(">= 100000", whole(REVENUE, "2026-10", value.toPlainString()), AFTER);

    assertThat(seen.verdict()).isEqualTo(verdict);
    assertThat(seen.share().orElseThrow()).isEqualByComparingTo(share);
    assertThat(seen.pace()).isEmpty();
  }

  @Test
  void ofARateThereIsAVerdictAndNoShare() {
    Assessment seen = assess("<= 40 %", over(BOUNCE, "2026-10", "0.41", "500"), AFTER);

    assertThat(seen.verdict()).isEqualTo(Verdict.MISSED);
    assertThat(seen.share()).isEmpty();
  }

  @Test
  void aBandHasTwoSidesAndItsBoundsBelongToIt() {
    assertThat(assess("1..2 %", over(CTR, "2026-10", "0.02", "500"), AFTER).verdict())
        .isEqualTo(Verdict.WITHIN_BAND);
    assertThat(assess("1..2 %", over(CTR, "2026-10", "0.0201", "500"), AFTER).verdict())
        .isEqualTo(Verdict.OUTSIDE_BAND);
    assertThat(assess("1..2 %", over(CTR, "2026-10", "0.0099", "500"), AFTER).verdict())
        .isEqualTo(Verdict.OUTSIDE_BAND);
  }

  @Test
  void doesNotJudgeWhatIsNotThereOrNotWholeOrSmall() {
    KpiFigure gap = partial(ORDERS, "2026-10", "290", DateSpan.ofDay(LocalDate.of(2026, 10, 4)));

    assertThat(assess("300", Figures.none(ORDERS, "2026-10"), AFTER).why()).contains(Why.NO_VALUE);
    assertThat(assess("300", gap, AFTER).why()).contains(Why.PARTIAL);
    assertThat(assess("300", gap, AFTER).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(assess("1 %", over(CTR, "2026-10", "0.5", "29"), AFTER).why())
        .contains(Why.SMALL_BASE);
    assertThat(assess("1 %", over(CTR, "2026-10", "0.5", "30"), AFTER).why()).isEmpty();
    assertThat(assess("300", whole(ORDERS, "2026-10", "310"), LocalDate.of(2026, 10, 31)).why())
        .contains(Why.RUNNING);
  }

  @Test
  void moneyOfAnotherCurrencyIsNotCompared() {
    Target dollars =
        new Target(
            REVENUE.id(),
            Period.Kind.MONTH,
            new Goal.AtLeast(BigDecimal.TEN),
            Optional.of("USD"),
            Target.ALWAYS);

    Assessment seen = Assessment.of(dollars, whole(REVENUE, "2026-10", "100"), AFTER);

    assertThat(seen.why()).contains(Why.OTHER_CURRENCY);
    assertThat(seen.share()).isEmpty();
  }

  @Test
  void fiveEighthsOfWhatWasExpectedIsNotOnTrack() {
    // 15 of 30 days, 6 000 planned: 3 000 expected, 1 875 spent.
    KpiFigure spent =
        partial(
            COST,
            "2026-09",
            "1875",
            DateSpan.ofDays(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 30)));

    Pace pace = assess("<= 6000", spent, LocalDate.of(2026, 9, 16)).pace().orElseThrow();

    assertThat(pace.value()).isEqualByComparingTo("0.625");
    assertThat(pace.status()).isEqualTo(Pace.Status.BEHIND);
    assertThat(pace.elapsed()).isEqualTo(15);
    assertThat(pace.days()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"2699, BEHIND", "2700, ON_TRACK", "3000, ON_TRACK", "3300, ON_TRACK", "3301, AHEAD"})
  void paceHasTwoSides(String spent, Pace.Status status) {
    DateSpan rest = DateSpan.ofDays(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 30));

    assertThat(
            assess("<= 6000", partial(COST, "2026-09", spent, rest), LocalDate.of(2026, 9, 16))
                .pace()
                .orElseThrow()
                .status())
        .isEqualTo(status);
  }

  @Test
  void aBandBringsItsOwnWidthToThePace() {
    DateSpan rest = DateSpan.ofDays(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 30));
    LocalDate today = LocalDate.of(2026, 9, 16);

    assertThat(pace("5000..7000", partial(COST, "2026-09", "2500", rest), today))
        .isEqualTo(Pace.Status.ON_TRACK);
    assertThat(pace("5000..7000", partial(COST, "2026-09", "2499", rest), today))
        .isEqualTo(Pace.Status.BEHIND);
    assertThat(pace("5000..7000", partial(COST, "2026-09", "3501", rest), today))
        .isEqualTo(Pace.Status.AHEAD);
  }

  @Test
  void todayIsNoDayOfThePaceThoughSomeOfItsRowsAreThere() {
    // 100 a day until yesterday, 40 of today until noon.
    KpiFigure orders = running(ORDERS, "2026-10", "1540", Map.of(15, "1500"));

    Pace pace = assess("3100", orders, LocalDate.of(2026, 10, 16)).pace().orElseThrow();

    assertThat(pace.elapsed()).isEqualTo(15);
    assertThat(pace.value()).isEqualByComparingTo("1");
  }

  @Test
  void thePaceIsOverTheMostDaysThatAreKnown() {
    // On the last day of March, February has 28 days to compare; a year before there are 30.
    KpiFigure orders = running(ORDERS, "2026-03", "3040", Map.of(28, "2800", 30, "3000"));

    Pace pace = assess("3100", orders, LocalDate.of(2026, 3, 31)).pace().orElseThrow();

    assertThat(pace.elapsed()).isEqualTo(30);
    assertThat(pace.value()).isEqualByComparingTo("1");
  }

  @Test
  void rowsOfTodayAloneAreNoPace() {
    DateSpan rest = DateSpan.ofDays(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 31));

    assertThat(
            assess("3100", partial(ORDERS, "2026-10", "40", rest), LocalDate.of(2026, 10, 1))
                .pace())
        .isEmpty();
  }

  @Test
  void aClosedMonthWhoseDataEndsEarlyHasAPaceOverTheDaysThatAreThere() {
    DateSpan missing = DateSpan.ofDays(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 10, 31));

    Pace pace =
        assess("310", partial(ORDERS, "2026-10", "210", missing), AFTER).pace().orElseThrow();

    assertThat(pace.elapsed()).isEqualTo(21);
    assertThat(pace.value()).isEqualByComparingTo("1");
  }

  /** Ten of thirty days: 3 000 are a third, and 1 000 that may be three times as much no pace. */
  @Test
  void thereIsNoPaceWhereMissingValuesDecideIt() {
    LocalDate today = LocalDate.of(2026, 9, 11);

    assertThat(assess("9000", lacking("1000", "3000"), today).pace()).isEmpty();
    assertThat(assess("9000", lacking("1000", "1100"), today).pace().orElseThrow().status())
        .isEqualTo(Pace.Status.BEHIND);
    assertThat(assess("9000", lacking("1000", null), today).pace()).isEmpty();
  }

  private static KpiFigure lacking(String value, String high) {
    DateSpan rest = DateSpan.ofDays(LocalDate.of(2026, 9, 11), LocalDate.of(2026, 9, 30));
    KpiFigure figure = partial(ORDERS, "2026-09", value, rest);
    Reason keptBack = new Reason(Reason.Code.BELOW_THRESHOLD, List.of("9", "c", "10"), "Kept.");
    KpiValue current = figure.current();
    KpiValue partial =
        new KpiValue(
                current.status(),
                current.value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Reason.of(Stream.concat(current.reason().stream(), Stream.of(keptBack))))
            .within(
                Optional.ofNullable(high)
                    .map(most -> new Bounds(new BigDecimal(value), new BigDecimal(most))));
    return new KpiFigure(
        figure.kpi(), figure.period(), partial, figure.compared(), figure.coverage());
  }

  @Test
  void aRateHasNoPace() {
    DateSpan missing = DateSpan.ofDays(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 10, 31));

    assertThat(assess("<= 40 %", partial(BOUNCE, "2026-10", "0.3", missing), AFTER).pace())
        .isEmpty();
  }

  @Test
  void whateverTheNumbersAVerdictAndAPaceAgreeWithPlainArithmetic() {
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      long value = random.nextLong(0, 2000);
      long bound = random.nextLong(1, 2000);
      int covered = random.nextInt(0, 32);
      boolean atLeast = random.nextBoolean();
      KpiDescriptor kpi = atLeast ? ORDERS : COST;
      String goal = (atLeast ? ">= " : "<= ") + bound;
      KpiFigure figure = covered(kpi, value, covered);

      Assessment seen = assess(goal, figure, AFTER);

      if (covered == 31) {
        boolean reached = atLeast ? value >= bound : value <= bound;
        assertThat(seen.verdict()).isEqualTo(reached ? Verdict.MET : Verdict.MISSED);
        assertThat(seen.pace()).isEmpty();
      } else {
        assertThat(seen.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(seen.pace().isPresent()).isEqualTo(covered > 0);
      }
      seen.pace()
          .ifPresent(
              pace -> {
                double expected = (double) value / (bound * (covered / 31.0));
                assertThat(pace.value().doubleValue())
                    .isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(1e-6));
                if (Math.abs(Math.abs(expected - 1) - 0.1) > 1e-9) {
                  assertThat(pace.status())
                      .isEqualTo(
                          expected < 0.9
                              ? Pace.Status.BEHIND
                              : expected > 1.1 ? Pace.Status.AHEAD : Pace.Status.ON_TRACK);
                }
              });
    }
  }

  @Test
  void moreNeverTurnsMetIntoMissedNorPaceBackwards() {
    Random random = new Random(13);
    for (int i = 0; i < 1000; i++) {
      long value = random.nextLong(0, 2000);
      long more = value + random.nextLong(0, 500);
      int covered = random.nextInt(1, 32);
      String goal = ">= " + random.nextLong(1, 2000);

      Assessment less = assess(goal, covered(ORDERS, value, covered), AFTER);
      Assessment greater = assess(goal, covered(ORDERS, more, covered), AFTER);

      assertThat(less.verdict() == Verdict.MET && greater.verdict() == Verdict.MISSED).isFalse();
      less.pace()
          .ifPresent(
              pace ->
                  assertThat(greater.pace().orElseThrow().status())
                      .isGreaterThanOrEqualTo(pace.status()));
    }
  }

  @Test
  void onlyFiguresWithATargetAreAssessed() {
    Targets targets = client -> List.of(target(ORDERS, "300"));
    var client =
        new io.retainer.model.client.Client(
            new io.retainer.model.client.ClientId("nordic"),
            "Nordic",
            java.time.ZoneOffset.UTC,
            java.util.Locale.ENGLISH,
            java.util.Currency.getInstance("EUR"));
    List<KpiFigure> figures =
        List.of(whole(ORDERS, "2026-10", "310"), whole(REVENUE, "2026-10", "1"));

    assertThat(targets.assess(client, figures, AFTER)).containsOnlyKeys(ORDERS.id());
    assertThat(Targets.NONE.assess(client, figures, AFTER)).isEmpty();
  }

  private static KpiFigure covered(KpiDescriptor kpi, long value, int days) {
    String text = String.valueOf(value);
    return days == 31
        ? whole(kpi, "2026-10", text)
        : partial(
            kpi,
            "2026-10",
            text,
            DateSpan.ofDays(LocalDate.of(2026, 10, 1 + days), LocalDate.of(2026, 10, 31)));
  }

  private static Pace.Status pace(String goal, KpiFigure figure, LocalDate today) {
    return assess(goal, figure, today).pace().orElseThrow().status();
  }

  private static Assessment assess(String goal, KpiFigure figure, LocalDate today) {
    return Assessment.of(target(figure.kpi(), goal), figure, today);
  }

  private static Target target(KpiDescriptor kpi, String goal) {
    return new Target(
        kpi.id(),
        Period.Kind.MONTH,
        GoalText.read(goal, kpi, "EUR"),
        Optional.of("EUR").filter(code -> kpi.unit() == KpiUnit.MONEY),
        Target.ALWAYS);
  }
}
