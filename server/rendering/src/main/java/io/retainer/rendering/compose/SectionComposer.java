package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.Remark;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.rendering.template.Definition.TrendDefinition;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills the sections of one report. */
final class SectionComposer {

  private final Kpis kpis;
  private final Client client;
  private final Period period;
  private final List<Base> bases;
  private final Optional<Comparison> yearEarlier;
  private final LookBack lookBack;
  private final ExhibitComposer exhibits;

  /**
   * @param yearEarlier which line of a year earlier a trend shows beside its own
   */
  SectionComposer(
      Kpis kpis,
      Client client,
      ComparedPeriod compared,
      Optional<Comparison> yearEarlier,
      ExhibitComposer exhibits) {
    this.exhibits = exhibits;
    this.kpis = kpis;
    this.client = client;
    this.period = compared.period();
    this.bases = compared.bases();
    this.yearEarlier = yearEarlier;
    this.lookBack = new LookBack(kpis, client, period);
  }

  /** The section; nothing for an optional one that was never fed. */
  Optional<Section> compose(SectionDefinition section, Map<KpiId, KpiFigure> all) {
    if (isWithoutItsPoint(section)) {
      return Optional.empty();
    }
    List<KpiFigure> figures =
        section.figures().stream()
            .map(line -> all.get(line.value()))
            .filter(Objects::nonNull)
            .toList();
    if (figures.stream().noneMatch(figure -> figure.current().value().isPresent())) {
      return empty(section, figures);
    }
    List<BreakdownTable> breakdowns =
        section.breakdowns().stream().map(this::breakdown).flatMap(Optional::stream).toList();
    List<KpiFigure> expected =
        figures.stream().filter(figure -> !exhibits.isUnfedClaim(section, figure)).toList();
    List<Remark> remarks = new ArrayList<>(Remarks.about(expected, bases));
    breakdowns.forEach(table -> remarks.addAll(mixes(table)));
    notAdded(section, breakdowns).ifPresent(remarks::add);
    ExhibitComposer.Shown shown = exhibits.compose(section.blocks());
    remarks.addAll(shown.remarks());
    boolean figuresAlone = breakdowns.isEmpty() && shown.exhibits().isEmpty();
    return Optional.of(
        new Section.Filled(
            section.key(),
            figures,
            hasPictures(section, shown) ? Optional.empty() : trend(section, figures.get(0).kpi()),
            breakdowns,
            figuresAlone ? lookBack.table(columns(figures)) : Optional.empty(),
            shown.exhibits(),
            remarks));
  }

  /** An optional section that sets sources beside each other is none of a client with one. */
  private boolean isWithoutItsPoint(SectionDefinition section) {
    return section.optional()
        && section.trend().isEmpty()
        && section.breakdowns().isEmpty()
        && !section.blocks().isEmpty()
        && section.blocks().stream().allMatch(block -> block.show() == Show.RECONCILIATION)
        && section.blocks().stream().noneMatch(exhibits::hasSources);
  }

  /** Blocks are the pictures of a section that asks for no trend. */
  private static boolean hasPictures(SectionDefinition section, ExhibitComposer.Shown shown) {
    return section.trend().isEmpty() && !shown.exhibits().isEmpty();
  }

  /** Of a whole period only: one that is running has other groups every day. */
  private List<Remark> mixes(BreakdownTable table) {
    return bases.stream()
        .limit(1)
        .filter(base -> base.days().equals(period.span()))
        .flatMap(base -> new MixEffects(kpis, client, base).of(table.breakdown()).stream())
        .map(Remark::mix)
        .toList();
  }

  /** What was asked for in a table of months together, and is in none. */
  private Optional<Remark> notAdded(SectionDefinition section, List<BreakdownTable> tables) {
    Set<KpiId> shown =
        tables.stream()
            .flatMap(table -> table.breakdown().kpis().stream())
            .map(KpiDescriptor::id)
            .collect(Collectors.toSet());
    List<KpiDescriptor> missing =
        section.breakdowns().stream()
            .filter(definition -> shown.contains(definition.kpis().get(0).value()))
            .flatMap(definition -> definition.kpis().stream())
            .map(Line::value)
            .filter(id -> !shown.contains(id))
            .distinct()
            .map(kpis::find)
            .flatMap(Optional::stream)
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Remark(Remark.Kind.NOT_ADDED, missing, Optional.empty()));
  }

  /** What has a value, as far as a page is wide. */
  private static List<KpiDescriptor> columns(List<KpiFigure> figures) {
    return figures.stream()
        .filter(figure -> figure.current().value().isPresent())
        .map(KpiFigure::kpi)
        .toList();
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

  /** The days of the period; where too few are known, the periods before it. */
  private Optional<Trend> trend(SectionDefinition section, KpiDescriptor leading) {
    Optional<Trend> days = section.trend().flatMap(this::days);
    if (days.isPresent() && known(days.get().current()) >= 3) {
      return days;
    }
    KpiDescriptor kpi =
        section.trend().flatMap(trend -> kpis.find(trend.kpi().value())).orElse(leading);
    return lookBack.trend(kpi, yearEarlier).or(() -> days);
  }

  /** A line needs two points. */
  private Optional<Trend> days(TrendDefinition trend) {
    KpiId id = trend.kpi().value();
    List<Kpis.Point> current = series(id, period.span(), trend);
    if (known(current) < 2) {
      return Optional.empty();
    }
    List<Kpis.Point> lastYear =
        yearEarlier
            .map(comparison -> series(id, comparison.base(period).span(), trend))
            .orElse(List.of());
    return kpis.find(id)
        .map(
            kpi ->
                new Trend(
                    kpi,
                    trend.by(),
                    Optional.empty(),
                    current,
                    known(lastYear) > 0 ? lastYear : List.of()));
  }

  private List<Kpis.Point> series(KpiId id, DateSpan span, TrendDefinition trend) {
    return kpis.find(id)
        .map(
            kpi ->
                WholeWeeks.of(
                    kpi,
                    trend.by(),
                    kpis.series(client, List.of(id), span, trend.by()).get(0),
                    span))
        .orElse(List.of());
  }

  private static long known(List<Kpis.Point> points) {
    return points.stream().filter(point -> point.value().value().isPresent()).count();
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
        new MonthlyGroups(kpis, client).breakdown(period, ids, definition.by(), definition.top());
    return MonthlyGroups.isFilled(breakdown)
        ? Optional.of(new BreakdownTable(breakdown, definition.bars()))
        : Optional.empty();
  }
}
