package io.retainer.rendering.compose;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a reader must know of the figures of a section. */
final class Remarks {

  private Remarks() {}

  static List<Remark> about(List<KpiFigure> figures, Set<Comparison> comparisons) {
    List<Remark> remarks = new ArrayList<>();
    remarks.addAll(
        byReason(
            Remark.Kind.PARTIAL,
            figures,
            figure -> figure.current().status() == KpiValue.Status.PARTIAL));
    remarks.addAll(
        byReason(
            Remark.Kind.ESTIMATED,
            figures,
            figure -> figure.current().status() == KpiValue.Status.ESTIMATED));
    remarks.addAll(
        byReason(Remark.Kind.MISSING, figures, figure -> figure.current().value().isEmpty()));
    boolean first =
        comparisons.contains(Comparison.PREVIOUS) && noneHas(figures, KpiFigure::previous);
    boolean noLastYear =
        comparisons.contains(Comparison.LAST_YEAR) && noneHas(figures, KpiFigure::previousYear);
    if (first && noLastYear) {
      remarks.add(new Remark(Remark.Kind.FIRST_PERIOD, List.of(), Optional.empty()));
    } else if (first) {
      remarks.add(new Remark(Remark.Kind.NO_PREVIOUS, List.of(), Optional.empty()));
    } else if (noLastYear) {
      remarks.add(new Remark(Remark.Kind.NO_LAST_YEAR, List.of(), Optional.empty()));
    }
    List<KpiDescriptor> small =
        figures.stream().filter(Remarks::hasSmallBase).map(KpiFigure::kpi).toList();
    if (!small.isEmpty()) {
      remarks.add(new Remark(Remark.Kind.SMALL_BASE, small, Optional.empty()));
    }
    return remarks;
  }

  /** Figures that share a reason share the remark. */
  private static List<Remark> byReason(
      Remark.Kind kind, List<KpiFigure> figures, Predicate<KpiFigure> concerned) {
    Map<Reason, List<KpiDescriptor>> reasons = new LinkedHashMap<>();
    figures.stream()
        .filter(concerned)
        .forEach(
            figure ->
                figure
                    .current()
                    .reason()
                    .ifPresent(
                        reason ->
                            reasons
                                .computeIfAbsent(reason, any -> new ArrayList<>())
                                .add(figure.kpi())));
    return reasons.entrySet().stream()
        .map(entry -> new Remark(kind, entry.getValue(), Optional.of(entry.getKey())))
        .toList();
  }

  private static boolean noneHas(List<KpiFigure> figures, Function<KpiFigure, KpiValue> value) {
    return figures.stream().map(value).noneMatch(found -> found.value().isPresent());
  }

  private static boolean hasSmallBase(KpiFigure figure) {
    return figure.deltaPrevious().map(Delta::judgement).equals(tooSmall())
        || figure.deltaPreviousYear().map(Delta::judgement).equals(tooSmall());
  }

  private static Optional<Delta.Judgement> tooSmall() {
    return Optional.of(Delta.Judgement.TOO_SMALL);
  }
}
