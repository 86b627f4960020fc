package io.retainer.rendering.compose;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Remark;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.model.report.exhibit.Reconciliation;
import io.retainer.model.report.exhibit.Stages;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Fills the blocks of a section; what cannot be shown is a sentence that says why. */
final class ExhibitComposer {

  private final Kpis kpis;
  private final Questions questions;
  private final Map<KpiId, KpiFigure> figures;
  private final List<Target> targets;
  private final LocalDate today;

  /**
   * @param figures of the period alone, by KPI
   * @param today in the client's zone
   */
  ExhibitComposer(
      Kpis kpis,
      Questions questions,
      Map<KpiId, KpiFigure> figures,
      List<Target> targets,
      LocalDate today) {
    this.kpis = kpis;
    this.questions = questions;
    this.figures = figures;
    this.targets = targets;
    this.today = today;
  }

  /** The exhibits of a section, and remarks on those that it has none for. */
  record Shown(List<Exhibit> exhibits, List<Remark> remarks) {}

  Shown compose(List<BlockDefinition> blocks) {
    List<Exhibit> exhibits = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (BlockDefinition block : blocks) {
      KpiFigure lead = figures.get(block.lead());
      if (lead == null) {
        continue;
      }
      boolean isShown = block.show() == Show.STAGES || lead.current().value().isPresent();
      Optional<Exhibit> exhibit = isShown ? exhibit(block, lead) : Optional.empty();
      exhibit.ifPresentOrElse(exhibits::add, () -> remarks.add(why(block, lead)));
    }
    return new Shown(exhibits, remarks);
  }

  private Optional<Exhibit> exhibit(BlockDefinition block, KpiFigure figure) {
    KpiDescriptor kpi = figure.kpi();
    Optional<KpiTable> table = figure.current().table();
    return switch (block.show()) {
      case COHORTS -> table.flatMap(found -> ExhibitTables.cohorts(kpi, found));
      case SEGMENTS -> table.flatMap(found -> ExhibitTables.segments(kpi, found, money(figure)));
      case FUNNEL -> table.flatMap(found -> ExhibitTables.funnel(kpi, found));
      case RANKING ->
          table.flatMap(found -> ExhibitTables.ranking(kpi, found, figure.current().currency()));
      case PACING -> pacing(block, figure);
      case COLUMNS ->
          new ColumnsComposer(kpis, questions.client(), questions.period()).compose(block, figure);
      case MOVERS ->
          questions
              .firstBase()
              .flatMap(base -> new MoversComposer(kpis, questions, base).compose(block));
      case RECONCILIATION -> reconciliation(block, figure);
      case STAGES -> stages(block);
    };
  }

  /** Amounts in a table state no currency themselves. */
  private Optional<String> money(KpiFigure figure) {
    Set<String> currencies = figure.coverage().currencies();
    String ofClient = questions.client().currency().getCurrencyCode();
    return currencies.isEmpty()
        ? Optional.of(ofClient)
        : currencies.size() == 1 ? currencies.stream().findFirst() : Optional.empty();
  }

  private Optional<Exhibit> stages(BlockDefinition block) {
    List<KpiFigure> known =
        block.kpis().stream()
            .map(Line::value)
            .map(figures::get)
            .filter(Objects::nonNull)
            .filter(figure -> figure.current().value().isPresent())
            .toList();
    return known.size() < 2 ? Optional.empty() : Optional.of(new Stages(known));
  }

  private Optional<Exhibit> reconciliation(BlockDefinition block, KpiFigure booked) {
    List<KpiFigure> claims = claims(block);
    return claims.isEmpty() ? Optional.empty() : Optional.of(new Reconciliation(booked, claims));
  }

  /** Whether the client has what was booked and a platform that claims some of it. */
  boolean hasSources(BlockDefinition reconciliation) {
    KpiFigure booked = figures.get(reconciliation.lead());
    return booked != null && isFed(booked) && !claims(reconciliation).isEmpty();
  }

  /**
   * Whether it is set beside what was booked, of a platform that was never fed: nobody misses it.
   */
  boolean isUnfedClaim(SectionDefinition section, KpiFigure figure) {
    return !isFed(figure)
        && section.blocks().stream()
            .filter(block -> block.show() == Show.RECONCILIATION)
            .flatMap(block -> block.kpis().stream().skip(1))
            .anyMatch(line -> line.value().equals(figure.kpi().id()));
  }

  /** A platform that was never fed claims nothing, nor does one that records no such thing. */
  private List<KpiFigure> claims(BlockDefinition reconciliation) {
    return reconciliation.kpis().stream()
        .skip(1)
        .map(line -> figures.get(line.value()))
        .filter(Objects::nonNull)
        .filter(ExhibitComposer::isFed)
        .filter(claim -> !isNeverMore(claim))
        .toList();
  }

  /** Zero now and in whatever it is compared with. */
  private static boolean isNeverMore(KpiFigure claim) {
    return isZero(claim.current())
        && claim.compared().stream()
            .allMatch(one -> one.value().value().isEmpty() || isZero(one.value()));
  }

  private static boolean isZero(KpiValue value) {
    return value.value().filter(amount -> amount.signum() == 0).isPresent();
  }

  private static boolean isFed(KpiFigure figure) {
    return figure
        .current()
        .reason()
        .map(Reason::code)
        .filter(
            code -> code == Reason.Code.NOTHING_IMPORTED || code == Reason.Code.COLUMN_NOT_IMPORTED)
        .isEmpty();
  }

  private Optional<Exhibit> pacing(BlockDefinition block, KpiFigure figure) {
    return goal(block, figure)
        .filter(goal -> goal.amount().signum() > 0)
        .map(
            goal ->
                new Pacing(
                    figure, goal.amount(), goal.isLimit(), elapsed(), days(figure.kpi().id())));
  }

  private record Wanted(BigDecimal amount, boolean isLimit) {}

  /** What was planned, where there is a plan; else the client's target. */
  private Optional<Wanted> goal(BlockDefinition block, KpiFigure figure) {
    Optional<Wanted> planned =
        block
            .plan()
            .map(line -> figures.get(line.value()))
            .filter(plan -> plan.current().currency().equals(figure.current().currency()))
            .flatMap(plan -> plan.current().value())
            .map(amount -> new Wanted(amount, figure.kpi().unit() == KpiUnit.MONEY));
    return planned.or(
        () ->
            Target.inForce(targets, figure.kpi().id(), questions.period())
                .filter(
                    target ->
                        target.currency().isEmpty()
                            || target.currency().equals(figure.current().currency()))
                .map(Target::goal)
                .map(
                    goal ->
                        new Wanted(
                            goal.low().or(goal::high).orElseThrow(), goal instanceof Goal.AtMost)));
  }

  private long elapsed() {
    LocalDate start = questions.period().span().start();
    LocalDate end = questions.period().span().end();
    LocalDate until = today.isBefore(end) ? today : end;
    return until.isBefore(start) ? 0 : start.datesUntil(until).count();
  }

  private List<Pacing.Day> days(KpiId id) {
    List<Pacing.Day> days = new ArrayList<>();
    BigDecimal soFar = BigDecimal.ZERO;
    for (Kpis.Point point :
        kpis.series(questions.client(), List.of(id), questions.period().span(), Grain.DAY).get(0)) {
      if (point.value().value().isPresent() && point.start().isBefore(today)) {
        soFar = soFar.add(point.value().value().get());
        days.add(new Pacing.Day(point.start(), soFar));
      }
    }
    return days.size() < 2 ? List.of() : days;
  }

  private static Remark why(BlockDefinition block, KpiFigure figure) {
    Optional<Reason> reason = figure.current().reason();
    if (figure.current().value().isEmpty()) {
      return new Remark(Remark.Kind.MISSING, List.of(figure.kpi()), reason);
    }
    Remark.Kind kind =
        switch (block.show()) {
          case PACING -> Remark.Kind.NO_GOAL;
          case MOVERS -> Remark.Kind.NOT_COMPARED;
          case RECONCILIATION -> Remark.Kind.NO_CLAIMS;
          default -> Remark.Kind.TOO_LITTLE;
        };
    return new Remark(kind, List.of(figure.kpi()), Optional.empty());
  }
}
