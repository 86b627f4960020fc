package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.ReportContent.Comparison;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.TrendDefinition;
import io.retainer.spi.DateSpan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Fills the sections of one report. */
final class SectionComposer {

  private final Kpis kpis;
  private final Client client;
  private final Period period;
  private final Set<Comparison> comparisons;

  SectionComposer(Kpis kpis, Client client, Period period, Set<Comparison> comparisons) {
    this.kpis = kpis;
    this.client = client;
    this.period = period;
    this.comparisons = comparisons;
  }

  /** The section; nothing for an optional one that was never fed. */
  Optional<Section> compose(SectionDefinition section, Map<KpiId, KpiFigure> all) {
    List<KpiFigure> figures =
        section.figures().stream()
            .map(line -> all.get(line.value()))
            .filter(Objects::nonNull)
            .toList();
    if (figures.stream().noneMatch(figure -> figure.current().value().isPresent())) {
      return empty(section, figures);
    }
    return Optional.of(
        new Section.Filled(
            section.key(),
            figures,
            section.trend().flatMap(this::trend),
            section.breakdowns().stream().map(this::breakdown).flatMap(Optional::stream).toList(),
            Remarks.about(figures, comparisons)));
  }

  private static Optional<Section> empty(SectionDefinition section, List<KpiFigure> figures) {
    Reason reason =
        figures.stream()
            .map(figure -> figure.current().reason())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(
                new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported yet."));
    boolean leftOut = section.optional() && reason.code() == Reason.Code.NOTHING_IMPORTED;
    return leftOut ? Optional.empty() : Optional.of(new Section.Empty(section.key(), reason));
  }

  /** A line needs two points. */
  private Optional<Trend> trend(TrendDefinition trend) {
    KpiId id = trend.kpi().value();
    List<Kpis.Point> current = series(id, period.span(), trend);
    List<Kpis.Point> lastYear =
        comparisons.contains(Comparison.LAST_YEAR)
            ? series(id, period.sameLastYear().span(), trend)
            : List.of();
    boolean drawable = current.stream().filter(SectionComposer::isKnown).count() >= 2;
    return drawable
        ? kpis.find(id)
            .map(
                kpi ->
                    new Trend(
                        kpi,
                        trend.by(),
                        current,
                        lastYear.stream().anyMatch(SectionComposer::isKnown)
                            ? lastYear
                            : List.of()))
        : Optional.empty();
  }

  private List<Kpis.Point> series(KpiId id, DateSpan span, TrendDefinition trend) {
    return kpis.find(id).isEmpty()
        ? List.of()
        : kpis.series(client, List.of(id), span, trend.by()).get(0);
  }

  private static boolean isKnown(Kpis.Point point) {
    return point.value().value().isPresent();
  }

  private Optional<BreakdownTable> breakdown(BreakdownDefinition definition) {
    List<KpiId> ids =
        definition.kpis().stream()
            .map(Line::value)
            .filter(id -> kpis.find(id).isPresent())
            .toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Kpis.Breakdown breakdown =
        kpis.breakdown(client, period, ids, definition.by(), definition.top());
    boolean filled =
        breakdown.groups().stream()
            .flatMap(group -> group.values().stream())
            .map(KpiValue::value)
            .anyMatch(Optional::isPresent);
    return filled
        ? Optional.of(new BreakdownTable(breakdown, definition.bars()))
        : Optional.empty();
  }
}
