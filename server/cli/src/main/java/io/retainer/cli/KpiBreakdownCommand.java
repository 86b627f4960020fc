package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.CutJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What KPIs are worth by the values of a dimension. */
@Command(
    name = "breakdown",
    mixinStandardHelpOptions = true,
    description = {
      "Computes KPIs by the values of a dimension, the largest of the first KPI first. What is beyond",
      "the limit is computed together as other, and the total is the KPI itself: no rate is added up",
      "or averaged."
    },
    footer = {
      "",
      "A KPI names its dimensions in: retainer kpi list --json",
      "",
      "Examples:",
      "  retainer kpi breakdown --client nordic --period 2026-10 --kpi web.sessions --by channel",
      "  retainer kpi breakdown --client nordic --period 2026-Q3 --kpi search.clicks,search.ctr \\",
      "      --by query --top 20 --json"
    })
final class KpiBreakdownCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private ClientAndPeriod whose;

  @Option(
      names = "--kpi",
      required = true,
      split = ",",
      arity = "1..*",
      paramLabel = "ID",
      description = "which ones, of one dataset; may be repeated")
  private List<KpiId> ids = List.of();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "DIMENSION",
      description = "channel, device, campaign …")
  private String dimension;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many groups stand for themselves (default: ${DEFAULT-VALUE})")
  private int top = 10;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    if (top < 1) {
      throw new WrongUsage("--top is 1 or more, saw " + top + ".");
    }
    try (Workspace workspace = home.open()) {
      Client owner = whose.client(workspace);
      Kpis kpis = workspace.kpis();
      ids.forEach(id -> KpiValueCommand.found(id, kpis));
      print(owner, breakdown(kpis, owner));
    }
    return ExitStatus.DONE;
  }

  private Breakdown breakdown(Kpis kpis, Client owner) {
    try {
      return kpis.breakdown(owner, whose.period(), ids, dimension, top);
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage() + ".");
    }
  }

  private void print(Client owner, Breakdown breakdown) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(CutJson.of(breakdown)));
      return;
    }
    out.println(owner.name() + ", " + whose.period().span());
    out.println();
    List<String> heads = new ArrayList<>(List.of(dimension));
    breakdown.kpis().forEach(kpi -> heads.add(kpi.id().value()));
    var table = new Table(heads.toArray(String[]::new));
    breakdown.groups().forEach(group -> row(table, named(group), group, breakdown.kpis()));
    int further = breakdown.groupCount() - breakdown.groups().size();
    breakdown
        .other()
        .ifPresent(other -> row(table, "other (%,d)".formatted(further), other, breakdown.kpis()));
    row(table, "total", breakdown.total(), breakdown.kpis());
    table.print(out);
    breakdown.groups().forEach(group -> tables(out, group, breakdown.kpis()));
    breakdown.total().values().stream()
        .flatMap(value -> value.reason().stream())
        .distinct()
        .forEach(reason -> out.println(reason.english()));
  }

  private static void tables(PrintWriter out, Group group, List<KpiDescriptor> kpis) {
    for (int i = 0; i < kpis.size(); i++) {
      String title = kpis.get(i).id() + ", " + named(group);
      group.values().get(i).table().ifPresent(table -> new FigureTable(out).print(title, table));
    }
  }

  private static String named(Group group) {
    return group.name().isEmpty() ? "(none)" : group.name();
  }

  private static void row(Table table, String name, Group group, List<KpiDescriptor> kpis) {
    List<Object> cells = new ArrayList<>(List.of(name));
    for (int i = 0; i < kpis.size(); i++) {
      cells.add(cell(group.values().get(i), kpis.get(i)));
    }
    table.row(cells.toArray());
  }

  static String cell(KpiValue value, KpiDescriptor kpi) {
    String shown = FigureTable.value(value, kpi.unit());
    return value.status() == KpiValue.Status.KNOWN
        ? shown
        : shown + " (" + value.status().word() + ")";
  }
}
