package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.kpi.Kpis.Point;
import io.retainer.spi.Grain;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.CutJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What KPIs were worth day by day, week by week or month by month. */
@Command(
    name = "series",
    mixinStandardHelpOptions = true,
    description = "Computes KPIs for each day, week or month of a period, each point by itself.",
    footer = {
      "",
      "Examples:",
      "  retainer kpi series --client nordic --period 2026 --kpi orders.aov --grain month",
      "  retainer kpi series --client nordic --period 2026-Q3 --kpi web.sessions,web.session-conversion-rate \\",
      "      --grain week --json"
    })
final class KpiSeriesCommand implements Callable<Integer> {

  private static final int MOST_POINTS = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private ClientAndPeriod whose;

  @Option(
      names = "--kpi",
      required = true,
      split = ",",
      arity = "1..*",
      paramLabel = "ID",
      description = "which ones; may be repeated")
  private List<KpiId> ids = List.of();

  /** Parts of a period that a point may stand for. */
  private enum Part {
    DAY(Grain.DAY),
    WEEK(Grain.WEEK),
    MONTH(Grain.MONTH);

    private final Grain grain;

    Part(Grain grain) {
      this.grain = grain;
    }
  }

  @Option(names = "--grain", required = true, paramLabel = "G", description = "day, week or month")
  private Part grain;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    if (grain == Part.DAY && whose.period().span().days() > MOST_POINTS) {
      throw new WrongUsage(
          "%s has %,d days, and a series has at most %,d points; ask by week or month."
              .formatted(whose.period(), whose.period().span().days(), MOST_POINTS));
    }
    try (Workspace workspace = home.open()) {
      Client owner = whose.client(workspace);
      Kpis kpis = workspace.kpis();
      List<KpiDescriptor> asked = ids.stream().map(id -> KpiValueCommand.found(id, kpis)).toList();
      print(owner, asked, kpis.series(owner, ids, whose.period().span(), grain.grain));
    }
    return ExitStatus.DONE;
  }

  private void print(Client owner, List<KpiDescriptor> kpis, List<List<Point>> series) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      List<Integer> all = IntStream.range(0, kpis.size()).boxed().toList();
      out.println(Json.text(Json.<Integer>array(all, i -> CutJson.of(kpis.get(i), series.get(i)))));
      return;
    }
    out.println(owner.name() + ", " + whose.period().span());
    out.println();
    List<String> heads = new ArrayList<>(List.of("from"));
    kpis.forEach(kpi -> heads.add(kpi.id().value()));
    var table = new Table(heads.toArray(String[]::new));
    for (int point = 0; point < series.get(0).size(); point++) {
      List<Object> cells = new ArrayList<>(List.of(series.get(0).get(point).start()));
      for (int i = 0; i < kpis.size(); i++) {
        cells.add(KpiBreakdownCommand.cell(series.get(i).get(point).value(), kpis.get(i)));
      }
      table.row(cells.toArray());
    }
    table.print(out);
  }
}
