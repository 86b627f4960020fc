package io.retainer.cli;

import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.Assessment;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.KpiJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What KPIs are worth over a period. */
@Command(
    name = "value",
    mixinStandardHelpOptions = true,
    description = {
      "Computes KPIs over a period, compared with the period before and the same one last year,",
      "or as --compare says."
    },
    footer = {
      "",
      "A value is known, partial (days or values are missing), estimated, no-data, not-computable",
      "or suppressed.",
      "KPIs with a target of this kind of period say whether it is met, or how far they are on the",
      "way. A pace of 1 is what the days so far ask for; it is on track from 0.9 to 1.1.",
      "With --json ratios are fractions, and numbers keep their full precision.",
      "",
      "Comparisons: previous (the calendar period before), previous-equal (as many days directly",
      "before), last-year (the same dates), last-year-weekdays (364 days earlier; for a week the one",
      "of the same number). Of a period that is still running the days that are over are compared.",
      "While days are missing, only rates that more days make no larger are, such as clicks per",
      "impression. Where values are missing, a change is told only if they can neither turn it nor",
      "make it more than a quarter larger or smaller.",
      "",
      "Examples:",
      "  retainer kpi value --client nordic --period 2026-10",
      "  retainer kpi value --client nordic --period 2026-W43 --kpi orders.aov orders.count --json",
      "  retainer kpi value --client nordic --period 2026-10 --compare previous,last-year-weekdays"
    })
final class KpiValueCommand implements Callable<Integer> {

  private static final String LAST_GOOD =
      "Until they are mended, the last version of a script that worked stays in force.";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private ClientAndPeriod whose;

  @Option(
      names = "--kpi",
      split = ",",
      arity = "1..*",
      paramLabel = "ID",
      description = "which ones; may be repeated (default: all)")
  private List<KpiId> ids = List.of();

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "WORD",
      description = "what with (default: previous,last-year)")
  private List<Comparison> comparisons = List.of(Comparison.PREVIOUS, Comparison.LAST_YEAR);

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      Client owner = whose.client(workspace);
      LocalDate today = LocalDate.now(workspace.clock().withZone(owner.zone()));
      List<Comparison> asked = comparisons.stream().distinct().toList();
      ComparedPeriod compared = ComparedPeriod.of(whose.period(), asked, today);
      // A KPI that is not there may be one that does not work.
      List<KpiProblem> problems = workspace.scripts().problems();
      problems.forEach(problem -> spec.commandLine().getErr().println(problem));
      if (!problems.isEmpty()) {
        spec.commandLine().getErr().println(LAST_GOOD);
      }
      List<KpiFigure> figures = figures(workspace.kpis(), owner, compared);
      print(owner, compared, figures, workspace.targets().assess(owner, figures, today));
    }
    return ExitStatus.DONE;
  }

  private List<KpiFigure> figures(Kpis kpis, Client owner, ComparedPeriod compared) {
    List<KpiId> asked =
        ids.isEmpty() ? kpis.catalogue().stream().map(KpiDescriptor::id).toList() : ids;
    asked.forEach(id -> found(id, kpis));
    return kpis.figures(owner, compared, asked);
  }

  static KpiDescriptor found(KpiId id, Kpis kpis) {
    return kpis.find(id).orElseThrow(() -> new WrongUsage(unknown(id, kpis)));
  }

  private static String unknown(KpiId id, Kpis kpis) {
    List<String> known = kpis.catalogue().stream().map(kpi -> kpi.id().value()).toList();
    return "There is no KPI \"%s\"%s All are listed by: retainer kpi list"
        .formatted(
            id,
            Nearest.to(id.value(), known).map(near -> "; did you mean " + near + "?").orElse("."));
  }

  private void print(
      Client owner,
      ComparedPeriod compared,
      List<KpiFigure> figures,
      Map<KpiId, Assessment> targets) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          Json.text(
              Json.<KpiFigure>array(
                  figures,
                  one -> KpiJson.of(one, Optional.ofNullable(targets.get(one.kpi().id()))))));
    } else {
      new FigureTable(out).print(owner, compared, figures);
      new TargetTable(out).print(figures, targets);
    }
  }
}
