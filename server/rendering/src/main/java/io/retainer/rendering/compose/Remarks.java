package io.retainer.rendering.compose;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Remark;
import io.retainer.model.time.Base;
import io.retainer.model.time.Comparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a reader must know of the figures of a section. */
final class Remarks {

  private Remarks() {}

  static List<Remark> about(List<KpiFigure> figures, List<Base> bases) {
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
    remarks.addAll(withoutChange(figures));
    nothingBefore(figures, bases).ifPresent(remarks::add);
    List<KpiDescriptor> small =
        figures.stream().filter(Remarks::hasSmallBase).map(KpiFigure::kpi).toList();
    if (!small.isEmpty()) {
      remarks.add(new Remark(Remark.Kind.SMALL_BASE, small, Optional.empty()));
    }
    List<Remark.PerDay> perDay =
        figures.stream().map(Remarks::perDay).flatMap(Optional::stream).toList();
    if (!perDay.isEmpty()) {
      remarks.add(Remark.perDay(perDay));
    }
    return remarks;
  }

  /** On the first of the comparisons, by which a figure is read. */
  private static Optional<Remark.PerDay> perDay(KpiFigure figure) {
    return figure.compared().stream()
        .findFirst()
        .flatMap(one -> one.perDay().map(delta -> new Remark.PerDay(figure, one.base(), delta)));
  }

  /** Figures that share a ground share the remark. */
  private static List<Remark> byReason(
      Remark.Kind kind, List<KpiFigure> figures, Predicate<KpiFigure> concerned) {
    Map<Reason, List<KpiDescriptor>> reasons = new LinkedHashMap<>();
    figures.stream()
        .filter(concerned)
        .forEach(
            figure ->
                figure.current().reason().ifPresent(reason -> note(reasons, reason, figure.kpi())));
    return reasons.entrySet().stream()
        .map(entry -> new Remark(kind, entry.getValue(), Optional.of(entry.getKey())))
        .toList();
  }

  private static void note(
      Map<Reason, List<KpiDescriptor>> reasons, Reason reason, KpiDescriptor kpi) {
    reason
        .grounds()
        .forEach(ground -> reasons.computeIfAbsent(ground, any -> new ArrayList<>()).add(kpi));
  }

  /** Those without a change because of what is missing; of what, unless that is said already. */
  private static List<Remark> withoutChange(List<KpiFigure> figures) {
    Map<Optional<Reason>, List<KpiDescriptor>> reasons = new LinkedHashMap<>();
    for (KpiFigure figure : figures) {
      Set<Reason> said = new HashSet<>();
      figure.current().reason().ifPresent(reason -> said.addAll(reason.grounds()));
      List<Reason> why = figure.compared().stream().flatMap(one -> withheld(figure, one)).toList();
      if (!why.isEmpty()) {
        reasons
            .computeIfAbsent(
                Reason.of(why.stream().filter(ground -> !said.contains(ground))),
                any -> new ArrayList<>())
            .add(figure.kpi());
      }
    }
    return reasons.entrySet().stream()
        .map(entry -> new Remark(Remark.Kind.WITHOUT_CHANGE, entry.getValue(), entry.getKey()))
        .toList();
  }

  private static Stream<Reason> withheld(KpiFigure figure, Compared compared) {
    return Change.withheld(figure.kpi(), compared.now(), compared.value()).stream()
        .flatMap(reason -> reason.grounds().stream());
  }

  private static Optional<Remark> nothingBefore(List<KpiFigure> figures, List<Base> bases) {
    List<Comparison> empty =
        bases.stream().map(Base::comparison).filter(one -> noneHas(figures, one)).toList();
    if (empty.isEmpty()) {
      return Optional.empty();
    }
    boolean onlyYearEarlier = empty.stream().allMatch(Comparison::isYearEarlier);
    boolean onlyBefore = empty.stream().noneMatch(Comparison::isYearEarlier);
    Remark.Kind kind =
        onlyYearEarlier
            ? Remark.Kind.NO_LAST_YEAR
            : onlyBefore ? Remark.Kind.NO_PREVIOUS : Remark.Kind.FIRST_PERIOD;
    return Optional.of(new Remark(kind, List.of(), Optional.empty()));
  }

  private static boolean noneHas(List<KpiFigure> figures, Comparison comparison) {
    return figures.stream()
        .flatMap(figure -> figure.compared(comparison).stream())
        .noneMatch(found -> found.value().value().isPresent());
  }

  private static boolean hasSmallBase(KpiFigure figure) {
    return figure.compared().stream()
        .flatMap(compared -> compared.delta().stream())
        .anyMatch(delta -> delta.judgement() == Delta.Judgement.TOO_SMALL);
  }
}
