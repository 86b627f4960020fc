package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What does not fit between the blocks of a report and the KPIs that they name. */
final class BlockProblems {

  /** What has no parts that a total could have moved by. */
  private static final Set<KpiKind> UNMOVED =
      Set.of(KpiKind.DISTRIBUTION, KpiKind.RANK, KpiKind.SCORE);

  /** What there is so many of. */
  private static final Set<KpiKind> COUNTED = Set.of(KpiKind.FLOW, KpiKind.DISTINCT, KpiKind.STOCK);

  private final Definition definition;
  private final Function<KpiId, Optional<KpiDescriptor>> kpis;
  private final List<String> problems = new ArrayList<>();

  BlockProblems(Definition definition, Function<KpiId, Optional<KpiDescriptor>> kpis) {
    this.definition = definition;
    this.kpis = kpis;
  }

  /** Whether it adds up to a goal. */
  static boolean isPaced(KpiDescriptor kpi) {
    return kpi.kind() != KpiKind.RATIO && kpi.kind() != KpiKind.WMEAN;
  }

  /** Whether it has rows that move. */
  static boolean isMoved(KpiDescriptor kpi) {
    return !UNMOVED.contains(kpi.kind());
  }

  List<String> list() {
    definition.sections().forEach(section -> section.blocks().forEach(this::block));
    return problems;
  }

  private void block(BlockDefinition block) {
    Line<KpiId> lead = block.kpis().get(0);
    String at = lead.at() + ": " + lead.value();
    switch (block.show()) {
      case PACING -> kpis.apply(lead.value()).ifPresent(kpi -> paces(at, kpi));
      case COLUMNS -> kpis.apply(lead.value()).ifPresent(kpi -> stacks(at, block, kpi));
      case MOVERS -> kpis.apply(lead.value()).ifPresent(kpi -> moves(at, block, kpi));
      case RECONCILIATION -> kpis.apply(lead.value()).ifPresent(kpi -> reconciles(block, kpi));
      case COHORTS, SEGMENTS, FUNNEL, RANKING ->
          kpis.apply(lead.value()).ifPresent(kpi -> draws(at, block, kpi));
      case STAGES -> block.kpis().forEach(this::counts);
    }
  }

  /** Nobody would be told before the client is that the picture never comes. */
  private void draws(String at, BlockDefinition block, KpiDescriptor kpi) {
    Shape shape = Shape.valueOf(block.show().name());
    if (!shape.isDrawnOf(kpi)) {
      problems.add(
          at
              + " is "
              + kpi.formula()
              + "; \"show: "
              + block.show().name().toLowerCase(Locale.ROOT)
              + "\" draws "
              + shape.formula().orElse("")
              + "(…), so name a KPI of that");
    }
  }

  private void counts(Line<KpiId> line) {
    Optional<KpiDescriptor> kpi = kpis.apply(line.value());
    if (kpi.filter(one -> !COUNTED.contains(one.kind())).isPresent()) {
      problems.add(line.at() + ": " + line.value() + " is no count, so it is no stage; name one");
    }
  }

  private void paces(String at, KpiDescriptor kpi) {
    if (!isPaced(kpi)) {
      problems.add(at + " is a rate and adds up to nothing, so it has no pace; name an amount");
    }
  }

  private void stacks(String at, BlockDefinition block, KpiDescriptor kpi) {
    if (kpi.kind() != KpiKind.FLOW) {
      problems.add(at + " does not add up, so it makes no columns; name an amount or a count");
    } else {
      cuts(at, block, kpi);
    }
  }

  private void moves(String at, BlockDefinition block, KpiDescriptor kpi) {
    if (definition.comparisons().isEmpty()) {
      problems.add(
          at + " moved against nothing: \"compare\" names no period; add \"compare: [previous]\"");
    }
    if (!isMoved(kpi)) {
      problems.add(
          at
              + " is a "
              + kpi.kind().word()
              + ", of which no rows move; name an amount, a count or a rate");
    } else {
      cuts(at, block, kpi);
    }
  }

  private void cuts(String at, BlockDefinition block, KpiDescriptor kpi) {
    String by = block.by().orElse("");
    if (!kpi.dimensions().contains(by)) {
      problems.add(
          at + " cannot be broken down by \"" + by + "\"; its script names " + kpi.dimensions());
    }
  }

  private void reconciles(BlockDefinition block, KpiDescriptor booked) {
    for (Line<KpiId> line : block.kpis()) {
      Optional<KpiDescriptor> kpi = kpis.apply(line.value());
      String at = line.at() + ": " + line.value();
      if (kpi.filter(one -> !one.kind().growsByDay()).isPresent()) {
        problems.add(at + " is no amount and no count, so there is nothing to reconcile; name one");
      } else if (kpi.filter(one -> one.unit() != booked.unit()).isPresent()) {
        problems.add(
            at
                + " is in "
                + kpi.get().unit().word()
                + " and "
                + booked.id()
                + " in "
                + booked.unit().word()
                + "; a reconciliation is of one unit");
      }
    }
  }
}
