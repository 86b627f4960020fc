package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.TrendDefinition;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything a report asks of the KPIs, so that it can be asked at once. */
record Questions(Definition definition, Kpis kpis, Client client, ComparedPeriod compared) {

  Period period() {
    return compared.period();
  }

  /** The KPIs, which know the answers to what the report is going to ask. */
  Kpis asked() {
    List<Kpis.Ask> asks = new ArrayList<>();
    add(asks, new Kpis.Ask.Figures(compared, figures()));
    add(asks, new Kpis.Ask.Figures(alone(), ofBlocks()));
    add(asks, new Kpis.Ask.Trend(scorecard(), trail()));
    for (SectionDefinition section : definition.sections()) {
      section.trend().ifPresent(trend -> add(asks, trend));
      section.breakdowns().forEach(breakdown -> add(asks, breakdown));
      section.blocks().stream()
          .filter(block -> block.show() == Definition.Show.PACING)
          .map(block -> known(List.of(block.lead())))
          .filter(ids -> !ids.isEmpty())
          .forEach(ids -> asks.add(new Kpis.Ask.Series(ids, period().span(), Grain.DAY)));
    }
    definition.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .forEach(block -> add(asks, block));
    return kpis.foreseeing(client, asks);
  }

  /** Which line of a year earlier a trend shows beside its own. */
  Optional<Comparison> yearEarlier() {
    return definition.comparisons().stream().filter(Comparison::isYearEarlier).findFirst();
  }

  /** All figures that the report names. */
  List<KpiId> figures() {
    Set<KpiId> ids = new LinkedHashSet<>();
    definition.scorecard().forEach(line -> ids.add(line.value()));
    for (SectionDefinition section : definition.sections()) {
      section.figures().forEach(line -> ids.add(line.value()));
    }
    return known(ids);
  }

  /** What blocks show; their tables are compared with nothing. */
  List<KpiId> ofBlocks() {
    Set<KpiId> ids = new LinkedHashSet<>();
    for (SectionDefinition section : definition.sections()) {
      section.blocks().forEach(block -> block.kpis().forEach(line -> ids.add(line.value())));
      section.blocks().forEach(block -> block.plan().ifPresent(line -> ids.add(line.value())));
    }
    return known(ids);
  }

  /** The period, compared with none. */
  ComparedPeriod alone() {
    return new ComparedPeriod(period(), List.of());
  }

  List<KpiId> scorecard() {
    return definition.scorecard().stream().map(Line::value).distinct().toList();
  }

  /** The period and those before it, the earliest first. */
  List<DateSpan> trail() {
    List<DateSpan> spans = new ArrayList<>();
    Period step = period();
    for (int i = 0; i < definition.trail(); i++) {
      spans.add(0, step.span());
      step = step.previous();
    }
    return spans;
  }

  private void add(List<Kpis.Ask> asks, Kpis.Ask.Figures figures) {
    if (!figures.ids().isEmpty()) {
      asks.add(figures);
    }
  }

  private void add(List<Kpis.Ask> asks, Kpis.Ask.Trend trend) {
    if (!trend.ids().isEmpty() && !trend.spans().isEmpty()) {
      asks.add(trend);
    }
  }

  private void add(List<Kpis.Ask> asks, TrendDefinition trend) {
    List<KpiId> ids = known(List.of(trend.kpi().value()));
    if (!ids.isEmpty()) {
      asks.add(new Kpis.Ask.Series(ids, period().span(), trend.by()));
      yearEarlier()
          .map(comparison -> comparison.base(period()))
          .ifPresent(past -> asks.add(new Kpis.Ask.Series(ids, past.span(), trend.by())));
    }
  }

  private void add(List<Kpis.Ask> asks, BreakdownDefinition breakdown) {
    List<KpiId> ids = known(breakdown.kpis().stream().map(Line::value).toList());
    if (!ids.isEmpty()) {
      asks.add(new Kpis.Ask.Groups(period(), ids, breakdown.by()));
      base()
          .filter(base -> ids.stream().anyMatch(this::isComparedByGroups))
          .ifPresent(base -> asks.add(new Kpis.Ask.Groups(base.period(), ids, breakdown.by())));
    }
  }

  /** The first that is compared with, where it is a whole period beside a whole one. */
  Optional<Base> base() {
    return compared.bases().stream()
        .limit(1)
        .filter(base -> base.days().equals(period().span()))
        .findFirst();
  }

  /** What a finding may name a part of, or a remark the shares of. */
  private boolean isComparedByGroups(KpiId id) {
    KpiKind kind = kpis.find(id).orElseThrow().kind();
    boolean isRate = kind == KpiKind.RATIO || kind == KpiKind.WMEAN;
    return isRate || (kind == KpiKind.FLOW && scorecard().contains(id));
  }

  private void add(List<Kpis.Ask> asks, BlockDefinition block) {
    List<KpiId> ids = known(List.of(block.lead()));
    List<Period> periods = ids.isEmpty() ? List.of() : cut(block);
    periods.forEach(one -> asks.add(new Kpis.Ask.Groups(one, ids, block.by().orElseThrow())));
  }

  /** The periods whose groups a block shows. */
  private List<Period> cut(BlockDefinition block) {
    List<Period> periods = new ArrayList<>();
    if (block.show() == Definition.Show.COLUMNS) {
      periods.add(period());
      periods.addAll(ColumnsComposer.parts(period(), block.over()));
    } else if (block.show() == Definition.Show.MOVERS) {
      firstBase().ifPresent(base -> periods.addAll(MoversComposer.periods(period(), base)));
    }
    return periods;
  }

  /** What a reader compares with first; none while no day of the period is over. */
  Optional<Base> firstBase() {
    return compared.bases().stream().findFirst();
  }

  private List<KpiId> known(Collection<KpiId> ids) {
    return ids.stream().filter(id -> kpis.find(id).isPresent()).toList();
  }
}
