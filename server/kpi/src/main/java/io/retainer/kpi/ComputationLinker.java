package io.retainer.kpi;

import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.MeanOf;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.UnknownKpi;
import io.retainer.kpi.script.Version;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts computations and the KPIs they are made of together, and tries those nobody knows.
 *
 * @param unready ids of definitions that cannot be used
 * @param unknown knows the ids that there are
 */
record ComputationLinker(
    Computing computing,
    Known known,
    Map<KpiId, Draft> drafts,
    Map<KpiId, Defined> counted,
    Set<String> unready,
    UnknownKpi unknown) {

  /** Which computations need no trial because they had theirs. */
  interface Known {

    boolean isKnown(int layer, ComputationDraft draft);

    /** Whether the scripts of a layer came with the program. */
    boolean isOfProgram(int layer);

    /** Its trial went well. */
    void know(ComputationDraft draft);

    /** What becomes of a trial; empty when it has to wait for its turn. */
    default Optional<Verdict> tried(int layer, Trial trial) {
      return Optional.of(Verdict.of(trial));
    }
  }

  /**
   * @param examples what became of them
   * @param isWaiting whether nothing can be said of it yet
   */
  record Result(
      Optional<Defined> defined, List<KpiScriptCheck.Example> examples, boolean isWaiting) {

    static final Result NONE = new Result(Optional.empty(), List.of(), false);
    private static final Result WAITING = new Result(Optional.empty(), List.of(), true);
  }

  Result link(Overlay.Layered<ComputationDraft> layered, Problems problems) {
    ComputationDraft draft = layered.value();
    Optional<Computation> computation = computation(layered, problems);
    if (computation.isEmpty()) {
      return Result.NONE;
    }
    Defined defined =
        new Defined(
            new KpiDefinition(
                computation.get().descriptor(), draft.file(), draft.at().line(), draft.text()),
            computation.get(),
            series(draft));
    if (known.isKnown(layered.layer(), draft)) {
      return new Result(Optional.of(defined), List.of(), false);
    }
    Optional<Verdict> verdict = known.tried(layered.layer(), new Trial(computation.get(), draft));
    if (verdict.isEmpty()) {
      return Result.WAITING;
    }
    verdict.get().report(problems);
    if (verdict.get().isGood()) {
      known.know(draft);
    }
    return new Result(
        verdict.get().isGood() ? Optional.of(defined) : Optional.empty(),
        verdict.get().examples(),
        false);
  }

  private Optional<Computation> computation(
      Overlay.Layered<ComputationDraft> layered, Problems problems) {
    ComputationDraft draft = layered.value();
    int before = problems.size();
    List<KpiDescriptor> operands = new ArrayList<>();
    for (ComputationDraft.Series series : draft.series()) {
      operand(series, problems).ifPresent(operands::add);
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new Computation(
                descriptor(draft, operands),
                draft.series(),
                sums(draft, operands),
                draft.source(),
                known.isOfProgram(layered.layer()),
                computing.workers()));
  }

  private static List<Sums> sums(ComputationDraft draft, List<KpiDescriptor> operands) {
    List<Sums> sums = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      sums.add(sums(operands.get(i).kind(), draft.series().get(i), draft.id()));
    }
    return sums;
  }

  /** A mean of rates is admitted where its name says that it is one, and over what. */
  private static Sums sums(KpiKind kind, ComputationDraft.Series series, KpiId asking) {
    String grain = series.grain().name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case FLOW -> Sums.TOTAL_AND_MEAN;
      case STOCK, DISTINCT -> Sums.MEAN;
      default -> MeanOf.isNamed(asking.value(), grain) ? Sums.MEAN : Sums.NEITHER;
    };
  }

  private Optional<KpiDescriptor> operand(ComputationDraft.Series series, Problems problems) {
    Optional<KpiId> id =
        drafts.keySet().stream().filter(known -> known.value().equals(series.kpi())).findFirst();
    boolean isUnready = id.isEmpty() && unready.contains(series.kpi());
    if (id.isEmpty() && !isUnready && unknown.known().contains(series.kpi())) {
      problems.add(
          series.at(),
          "'" + series.kpi() + "' is computed, and a series is of what is counted in rows",
          "take the KPI that it is computed from");
      return Optional.empty();
    } else if (id.isEmpty() && !isUnready) {
      unknown.report(series.at(), series.kpi(), problems);
      return Optional.empty();
    }
    Optional<Defined> operand = id.map(counted::get);
    if (operand.isEmpty()) {
      problems.add(
          series.at(), "KPI '" + series.kpi() + "' is broken itself", "correct that one first");
    }
    return operand.map(defined -> defined.definition().descriptor());
  }

  /** The KPIs that it is computed from. */
  private static Set<KpiId> series(ComputationDraft draft) {
    return draft.series().stream().map(one -> new KpiId(one.kpi())).collect(Collectors.toSet());
  }

  private static KpiDescriptor descriptor(ComputationDraft draft, List<KpiDescriptor> operands) {
    List<String> series =
        draft.series().stream()
            .map(
                one ->
                    "kpi('%s').over(%d, %s)"
                        .formatted(
                            one.kpi(), one.points(), one.grain().name().toLowerCase(Locale.ROOT)))
            .toList();
    return new KpiDescriptor(
        draft.id(),
        Version.of(draft.text(), operands.stream().map(KpiDescriptor::version).toList()),
        KpiKind.DISTRIBUTION,
        draft.unit(),
        draft.better(),
        draft.title(),
        draft.about(),
        operands.get(0).dataset(),
        "compute from " + String.join(", ", series),
        List.of(),
        0);
  }
}
