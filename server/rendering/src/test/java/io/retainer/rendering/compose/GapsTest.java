package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Gap;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.Samples;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final Period OCTOBER = Samples.OCTOBER;
  private static final DateSpan FIRST_DAYS = days(1, 9);
  private static final DateSpan LAST_DAYS = days(30, 31);
  private static final KpiId SESSIONS = new KpiId("web.sessions");

  @Test
  void aWholePeriodLacksNothing() {
    assertThat(gaps(whole(), whole())).isEmpty();
  }

  @Test
  void namesTheDaysThatAreMissingAndWhoBringsTheOthers() {
    assertThat(gaps(whole(), lacking(LAST_DAYS)))
        .containsExactly(new Gap("web_traffic", List.of("google-ga4"), List.of(LAST_DAYS)));
  }

  @Test
  void aChannelThatWasFedBeforeIsMissedAsAWhole() {
    assertThat(gaps(whole(), nothing()))
        .containsExactly(new Gap("web_traffic", List.of("google-ga4"), List.of(OCTOBER.span())));
  }

  @Test
  void aChannelNeverFedOrGivenUpBeforeIsNotMissed() {
    assertThat(gaps(nothing(), nothing())).isEmpty();
  }

  @Test
  void theDaysBeforeAClientsFirstAreNotMissedButThoseAfterItAre() {
    assertThat(gaps(nothing(), lacking(FIRST_DAYS))).isEmpty();
    assertThat(gaps(nothing(), lacking(FIRST_DAYS, LAST_DAYS)))
        .extracting(Gap::missing)
        .containsExactly(List.of(LAST_DAYS));
    assertThat(gaps(whole(), lacking(FIRST_DAYS)))
        .extracting(Gap::missing)
        .containsExactly(List.of(FIRST_DAYS));
  }

  /** A source that stays away for a second month is waited for as it was for the first. */
  @Test
  void whatWasFedInTheThreeMonthsBeforeIsExpected() {
    Period summer = Period.parse("2026-07-01..2026-09-30");
    assertThat(gaps(OCTOBER, Map.of(summer, whole(), OCTOBER, nothing()))).isNotEmpty();
    Period week = Period.parse("2026-W45");
    Period autumn = Period.parse("2026-08-01..2026-11-01");
    assertThat(gaps(week, Map.of(autumn, whole(), week, nothing())))
        .extracting(Gap::missing)
        .containsExactly(List.of(week.span()));
    Period year = Period.parse("2026");
    assertThat(gaps(year, Map.of(year.previous(), whole(), year, nothing()))).isNotEmpty();
  }

  /** A cost per customer of a shop that never advertised, or that stopped telling its orders. */
  @Test
  void ofAFigureOfTwoChannelsTheOneThatLacksSomethingIsNamed() {
    assertThat(ofTwo(whole(), whole(), nothing(), nothing())).isEmpty();
    assertThat(ofTwo(whole(), nothing(), nothing(), nothing()))
        .extracting(Gap::dataset)
        .containsExactly("orders");
    assertThat(ofTwo(whole(), whole(), whole(), lacking(LAST_DAYS)))
        .containsExactly(new Gap("ad_performance", List.of("google-ga4"), List.of(LAST_DAYS)));
  }

  /** Orders without a margin column, of which a lifetime value would be computed. */
  @Test
  void whatHadRowsBeforeAndNeverAValueIsNotMissed() {
    assertThat(gaps(withoutColumn(), withoutColumn())).isEmpty();
    assertThat(gaps(whole(), withoutColumn())).isNotEmpty();
  }

  private static Coverage withoutColumn() {
    return whole()
        .because(
            new Reason(
                Reason.Code.COLUMN_NOT_IMPORTED,
                List.of("margin"),
                "no imported table has margin"));
  }

  private static List<Gap> ofTwo(
      Coverage ordersBefore, Coverage orders, Coverage adsBefore, Coverage ads) {
    Period before = Period.parse("2026-07-01..2026-09-30");
    var one = new OneKpi("orders", Map.of(before, ordersBefore, OCTOBER, orders));
    var other = new OneKpi("ad_performance", Map.of(before, adsBefore, OCTOBER, ads));
    return Gaps.of(
        new TwoChannels(one, other), Samples.MINSK, OCTOBER, List.of(new KpiId("both.of")));
  }

  /** Of a period that is whole there is nothing more to ask. */
  @Test
  void whatIsWholeIsAskedForOnce() {
    assertThat(gaps(OCTOBER, Map.of(OCTOBER, whole()))).isEmpty();
  }

  private static List<Gap> gaps(Coverage before, Coverage october) {
    return gaps(OCTOBER, Map.of(Period.parse("2026-07-01..2026-09-30"), before, OCTOBER, october));
  }

  private static List<Gap> gaps(Period period, Map<Period, Coverage> coverage) {
    return Gaps.of(new OneKpi("web_traffic", coverage), Samples.MINSK, period, List.of(SESSIONS));
  }

  private static DateSpan days(int first, int last) {
    return DateSpan.ofDays(LocalDate.of(2026, 10, first), LocalDate.of(2026, 10, last));
  }

  private static Coverage whole() {
    return lacking();
  }

  private static Coverage lacking(DateSpan... missing) {
    var input =
        new Coverage.Input(
            "b", "google-ga4", "", "october.csv", "0".repeat(64), Instant.EPOCH, 31, "1");
    return new Coverage(
        missing.length == 0 ? Extent.FULL : Extent.PARTIAL,
        List.of(missing),
        List.of(input),
        Set.of(),
        true,
        Optional.empty());
  }

  private static Coverage nothing() {
    return new Coverage(
        Extent.NONE,
        List.of(OCTOBER.span()),
        List.of(),
        Set.of(),
        true,
        Optional.of(new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "none")));
  }

  /** One made of two, which are asked about instead. */
  private static final class TwoChannels extends OnlyFigures {

    private final Map<KpiId, OneKpi> parts;

    TwoChannels(OneKpi one, OneKpi other) {
      this.parts = Map.of(new KpiId("one.of"), one, new KpiId("other.of"), other);
    }

    @Override
    public Set<KpiId> parts(KpiId id) {
      return parts.keySet();
    }

    @Override
    public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
      return ids.stream()
          .flatMap(id -> parts.get(id).figures(client, period, List.of(id)).stream())
          .toList();
    }
  }

  /** Sessions or others, of which the coverage of each period is given. */
  private static final class OneKpi extends OnlyFigures {

    private final String dataset;
    private final Map<Period, Coverage> coverage;

    OneKpi(String dataset, Map<Period, Coverage> coverage) {
      this.dataset = dataset;
      this.coverage = coverage;
    }

    @Override
    public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
      Coverage known = coverage.get(period.period());
      KpiValue value =
          known
              .reason()
              .map(KpiValue::noData)
              .orElseGet(
                  () ->
                      KpiValue.known(
                          BigDecimal.TEN, Optional.empty(), Optional.empty(), Optional.empty()));
      return List.of(new KpiFigure(kpi(ids.get(0)), period.period(), value, List.of(), known));
    }

    private KpiDescriptor kpi(KpiId id) {
      return new KpiDescriptor(
          id,
          "1",
          KpiKind.FLOW,
          KpiUnit.COUNT,
          Direction.HIGHER,
          Map.of("en", "Sessions"),
          Map.of(),
          dataset,
          "",
          List.of(),
          0);
    }
  }

  private abstract static class OnlyFigures implements Kpis {

    @Override
    public List<KpiDescriptor> catalogue() {
      throw new UnsupportedOperationException("Gaps ask for figures only");
    }

    @Override
    public Optional<KpiDescriptor> find(KpiId id) {
      throw new UnsupportedOperationException("Gaps ask for figures only");
    }

    @Override
    public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
      throw new UnsupportedOperationException("Gaps ask for figures only");
    }

    @Override
    public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
      throw new UnsupportedOperationException("Gaps ask for figures only");
    }

    @Override
    public Breakdown breakdown(
        Client client, Period period, List<KpiId> ids, String dimension, int limit) {
      throw new UnsupportedOperationException("Gaps ask for figures only");
    }
  }
}
