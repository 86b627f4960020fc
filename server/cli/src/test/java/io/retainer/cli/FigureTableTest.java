package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  private static final Client NORDIC =
      new Client(
          new ClientId("nordic"),
          "Nordic Outdoor",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period FEBRUARY = Period.parse("2026-02");

  private static String printed(ComparedPeriod period, KpiUnit unit, Compared... compared) {
    KpiDescriptor kpi =
        new KpiDescriptor(
            new KpiId("own.figure"),
            "1",
            KpiKind.FLOW,
            unit,
            Direction.HIGHER,
            Map.of("en", "Figure"),
            Map.of(),
            "web_traffic",
            "",
            List.of(),
            30);
    Coverage coverage =
        new Coverage(Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty());
    KpiFigure figure =
        new KpiFigure(
            kpi,
            period.period(),
            known("2800"),
            compared.length > 0
                ? List.of(compared)
                : period.bases().stream().map(base -> compared(base, Optional.empty())).toList(),
            coverage);
    var out = new StringWriter();
    new FigureTable(new PrintWriter(out, true)).print(NORDIC, period, List.of(figure));
    return out.toString().replaceAll(" {2,}", " | ");
  }

  private static KpiValue known(String number) {
    return KpiValue.known(
        new BigDecimal(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<Delta> delta(Style style, String amount, Judgement judgement) {
    return Optional.of(new Delta(style, new BigDecimal(amount), judgement));
  }

  private static Compared compared(Base base, Optional<Delta> delta) {
    return new Compared(base, known("2800"), known("3100"), delta, Optional.empty());
  }

  @Test
  void printsTheDaysOfEachComparisonAndTheChangePerDayWhereTheyDiffer() {
    ComparedPeriod period =
        ComparedPeriod.closed(FEBRUARY, Comparison.PREVIOUS, Comparison.LAST_YEAR_WEEKDAYS);
    Base previous = period.bases().get(0);
    Base weekdays = period.bases().get(1);

    String text =
        printed(
            period,
            KpiUnit.COUNT,
            new Compared(
                previous,
                known("2800"),
                known("3100"),
                delta(Style.PERCENT, "-0.09677419", Judgement.BAD),
                delta(Style.PERCENT, "0", Judgement.NEUTRAL)),
            compared(weekdays, delta(Style.NEW, "0", Judgement.GOOD)));

    assertThat(text)
        .contains("Nordic Outdoor, 2026-02-01..2026-02-28")
        .contains("previous: 2026-02-01..2026-02-28 compared with 2026-01-01..2026-01-31")
        .contains("last-year-weekdays: 2026-02-01..2026-02-28 compared with 2025-02-02..2025-03-01")
        .contains("BEFORE | CHANGE | PER DAY | SAME WEEKDAYS | CHANGE")
        .contains("2,800 | 3,100 | -9.7 % | 0.0 % | 3,100 | new");
  }

  @Test
  void namesTheUnitOfAChangeAndWhatIsNotJudged() {
    ComparedPeriod period = ComparedPeriod.closed(FEBRUARY, Comparison.PREVIOUS_EQUAL);
    Base base = period.bases().get(0);

    assertThat(
            printed(
                period,
                KpiUnit.PERCENT,
                compared(base, delta(Style.POINTS, "0.021", Judgement.TOO_SMALL))))
        .contains("DAYS BEFORE | CHANGE")
        .contains("+2.10 pp (not judged)");
    assertThat(
            printed(
                period,
                KpiUnit.POSITION,
                compared(base, delta(Style.PLACES, "1.5", Judgement.GOOD))))
        .contains("+1.50 places");
  }

  @Test
  void saysHowSureTheBaseIs() {
    ComparedPeriod period = ComparedPeriod.closed(FEBRUARY, Comparison.LAST_YEAR);
    Reason reason = new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "There are none.");

    assertThat(
            printed(
                period,
                KpiUnit.COUNT,
                new Compared(
                    period.bases().get(0),
                    known("2800"),
                    KpiValue.noData(reason),
                    Optional.empty(),
                    Optional.empty())))
        .contains("– (no-data) | –");
  }

  @Test
  void saysWhichDaysAreMissingWhereNoChangeIsShown() {
    ComparedPeriod period = ComparedPeriod.closed(FEBRUARY, Comparison.PREVIOUS);
    Reason reason =
        new Reason(Reason.Code.MISSING_DAYS, List.of("2026-01-07"), "days are missing: 2026-01-07");
    KpiValue partial =
        new KpiValue(
            KpiValue.Status.PARTIAL,
            Optional.of(new BigDecimal("3100")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(reason));

    assertThat(
            printed(
                period,
                KpiUnit.COUNT,
                new Compared(
                    period.bases().get(0),
                    known("2800"),
                    partial,
                    Optional.empty(),
                    Optional.empty())))
        .contains("3,100 (partial) | –")
        .contains(
            "own.figure: not compared with 2026-01-01..2026-01-31: days are missing: 2026-01-07");
  }

  @Test
  void saysOfWhatAChangeIsWhereThatIsNotTheValue() {
    ComparedPeriod period = ComparedPeriod.closed(FEBRUARY, Comparison.PREVIOUS_EQUAL);

    assertThat(
            printed(
                period,
                KpiUnit.COUNT,
                new Compared(
                    period.bases().get(0),
                    known("2600"),
                    known("2500"),
                    delta(Style.PERCENT, "0.04", Judgement.GOOD),
                    Optional.empty())))
        .contains("2,800 | 2,500 | +4.0 % (of 2,600 in 2026-02-01..2026-02-28)");
  }

  @Test
  void saysOfARunningMonthAndOfALeapDayWhatIsCompared() {
    assertThat(
            printed(
                ComparedPeriod.of(
                    Period.parse("2026-11"),
                    List.of(Comparison.PREVIOUS),
                    LocalDate.of(2026, 11, 26)),
                KpiUnit.COUNT))
        .contains("previous: 2026-11-01..2026-11-25 compared with 2026-10-01..2026-10-25");
    assertThat(
            printed(
                ComparedPeriod.closed(Period.parse("2024-02"), Comparison.LAST_YEAR),
                KpiUnit.COUNT))
        .contains("2023-02-01..2023-02-28; only one of the two has a 29 February");
    assertThat(
            printed(
                ComparedPeriod.of(FEBRUARY, List.of(Comparison.PREVIOUS), LocalDate.of(2026, 2, 1)),
                KpiUnit.COUNT))
        .contains("compared with nothing: no day of it is over");
  }
}
