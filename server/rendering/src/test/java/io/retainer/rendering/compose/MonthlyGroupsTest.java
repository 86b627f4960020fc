package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Moved;
import io.retainer.model.report.Section;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.Samples;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Queries that are exported a month at a time, and asked for a quarter. */
class MonthlyGroupsTest {

  private static final KpiDescriptor CLICKS = kpi("search.clicks", KpiKind.FLOW);
  private static final KpiDescriptor CTR = kpi("search.ctr", KpiKind.RATIO);
  private static final Period QUARTER = Period.parse("2026-Q3");
  private static final Reason OTHER_SPANS =
      new Reason(Reason.Code.OTHER_SPANS_ONLY, List.of("2026-07"), "Only months.");

  private static KpiDescriptor kpi(String id, KpiKind kind) {
    return new KpiDescriptor(
        new KpiId(id),
        "1",
        kind,
        KpiUnit.COUNT,
        Direction.HIGHER,
        Map.of("en", id),
        Map.of(),
        "search_queries",
        "",
        List.of("query"),
        0);
  }

  private static KpiValue count(long number) {
    return KpiValue.known(
        BigDecimal.valueOf(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static KpiValue partial(long number) {
    return new KpiValue(
        KpiValue.Status.PARTIAL,
        Optional.of(BigDecimal.valueOf(number)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reason(Reason.Code.ROWS_LEFT_OUT, List.of(), "Left out.")));
  }

  private static Kpis.Breakdown asked(Monthly kpis, Period period, KpiDescriptor... columns) {
    return new MonthlyGroups(kpis, Samples.HELSINKI)
        .breakdown(period, List.of(columns).stream().map(KpiDescriptor::id).toList(), "query", 2);
  }

  private static Monthly quarter() {
    return new Monthly()
        .month("2026-07", Map.of("tent", count(10), "axe", count(3), "oar", count(1)))
        .month("2026-08", Map.of("tent", count(20), "rope", count(5)))
        .month("2026-09", Map.of("axe", partial(4), "rope", count(1)));
  }

  @Test
  void areTheMonthsTogetherTheLargestFirst() {
    Kpis.Breakdown found = asked(quarter(), QUARTER, CLICKS);

    assertThat(found.groups())
        .containsExactly(
            new Kpis.Group("tent", List.of(count(30))), new Kpis.Group("axe", List.of(partial(7))));
    assertThat(found.other()).contains(new Kpis.Group("", List.of(count(7))));
    assertThat(found.groupCount()).isEqualTo(4);
    assertThat(found.total().values()).as("the KPI itself").containsExactly(count(100));
  }

  /** "Other (1)" would take the row of the group that it is. */
  @Test
  void noRestIsOneGroupAlone() {
    Map<String, KpiValue> three = Map.of("tent", count(10), "axe", count(3), "oar", count(1));
    Monthly whole = new Monthly().month("2026-Q3", three);
    Monthly months =
        new Monthly()
            .month("2026-07", three)
            .month("2026-08", Map.of("tent", count(1)))
            .month("2026-09", Map.of("tent", count(1)));

    assertThat(List.of(asked(whole, QUARTER, CLICKS), asked(months, QUARTER, CLICKS)))
        .allSatisfy(
            found -> {
              assertThat(found.groups())
                  .extracting(Kpis.Group::name)
                  .contains("tent", "axe", "oar");
              assertThat(found.other()).isEmpty();
            });
  }

  @Test
  void haveNoRatesAsThoseDoNotAddUp() {
    Kpis.Breakdown found = asked(quarter(), QUARTER, CLICKS, CTR);

    assertThat(found.kpis()).containsExactly(CLICKS);
    assertThat(found.groups()).allSatisfy(group -> assertThat(group.values()).hasSize(1));
    assertThat(asked(quarter(), QUARTER, CTR).groups()).isEmpty();
  }

  @Test
  void areNoneWhereAMonthIsMissing() {
    Monthly kpis =
        new Monthly()
            .month("2026-07", Map.of("tent", count(10)))
            .month("2026-09", Map.of("tent", count(10)));

    assertThat(asked(kpis, QUARTER, CLICKS).groups()).isEmpty();
  }

  @Test
  void areThoseOfThePeriodWhereThatIsTold() {
    Monthly kpis = quarter().month("2026-Q3", Map.of("tent", count(77)));

    assertThat(asked(kpis, QUARTER, CLICKS).groups())
        .containsExactly(new Kpis.Group("tent", List.of(count(77))));
  }

  @Test
  void areNotAskedForPartsOfMonths() {
    assertThat(asked(quarter(), Period.parse("2026-07-02..2026-09-30"), CLICKS).groups()).isEmpty();
    assertThat(asked(quarter(), Period.parse("2026-W31"), CLICKS).groups()).isEmpty();
  }

  /** A quarter says what moved its clicks, though nobody tells the queries of a quarter. */
  @Test
  void tellWhatMovedAFigure() {
    Monthly kpis = new Monthly();
    for (String month : List.of("2026-04", "2026-05", "2026-06")) {
      kpis.month(month, Map.of("tent", count(10), "rope", count(5)));
    }
    for (String month : List.of("2026-07", "2026-08", "2026-09")) {
      kpis.month(month, Map.of("tent", count(20), "rope", count(6)));
    }
    ComparedPeriod quarters = ComparedPeriod.closed(QUARTER, Comparison.PREVIOUS);
    Base base = quarters.bases().get(0);
    List<Line<KpiId>> lines = List.of(new Line<>(CLICKS.id(), ""), new Line<>(CTR.id(), ""));
    var section =
        new SectionDefinition(
            "search",
            false,
            lines,
            Optional.empty(),
            List.of(new BreakdownDefinition("query", lines, 2, false)),
            List.of());
    var definition =
        new Definition(false, List.of(Comparison.PREVIOUS), 1, lines, true, List.of(section), 0);
    var questions = new Questions(definition, kpis, Samples.HELSINKI, quarters);
    Compared compared =
        new Compared(base, count(78), count(45), Optional.empty(), Optional.empty());
    KpiFigure figure =
        new KpiFigure(
            CLICKS,
            QUARTER,
            count(78),
            List.of(compared),
            new Coverage(
                Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty()));
    var filled =
        new Section.Filled(
            "search", List.of(figure), Optional.empty(), List.of(), Optional.empty(), List.of());

    assertThat(new Drivers(kpis, questions, List.of(filled)).of(figure, compared))
        .contains(new Moved.Driver.Segment("query", "tent", BigDecimal.valueOf(30)));
  }

  /** Knows exactly the periods it was given, and the total of all. */
  private static final class Monthly extends OnlyGroups {

    private final Map<DateSpan, Map<String, KpiValue>> told = new HashMap<>();

    Monthly month(String period, Map<String, KpiValue> clicks) {
      told.put(Period.parse(period).span(), new TreeMap<>(clicks));
      return this;
    }

    @Override
    public Breakdown breakdown(
        Client client, Period period, List<KpiId> ids, String dimension, int limit) {
      List<KpiDescriptor> kpis = ids.stream().map(id -> find(id).orElseThrow()).toList();
      List<Group> groups = new ArrayList<>();
      told.getOrDefault(period.span(), Map.of())
          .forEach(
              (name, value) ->
                  groups.add(new Group(name, kpis.stream().map(kpi -> of(kpi, value)).toList())));
      List<Group> first = groups.subList(0, Math.min(limit, groups.size()));
      return new Breakdown(
          kpis,
          dimension,
          first,
          first.size() < groups.size() ? Optional.of(groups.get(limit)) : Optional.empty(),
          new Group("", kpis.stream().map(kpi -> of(kpi, count(100))).toList()),
          groups.size());
    }

    private static KpiValue of(KpiDescriptor kpi, KpiValue clicks) {
      return kpi.equals(CLICKS) ? clicks : KpiValue.noData(OTHER_SPANS);
    }

    @Override
    public List<KpiDescriptor> catalogue() {
      return List.of(CLICKS, CTR);
    }
  }
}
