package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Target;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.WrittenTarget;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.TargetJson;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a client's KPIs have to be. */
@Command(
    name = "target",
    mixinStandardHelpOptions = true,
    description =
        "Sets what a client's KPI has to be in each month, quarter, week or year; without a KPI"
            + " lists what is set.",
    footer = {
      "",
      "A target is at least (>=), at most (<=) or a band (2..4). A number alone is meant in the",
      "direction in which the KPI is better. Money is in the client's currency, a percent has its",
      "sign. Without --from it holds for every period, past ones too; with it, earlier periods keep",
      "the target they had.",
      "",
      "Examples:",
      "  retainer client target nordic orders.revenue month \">= 100000\"",
      "  retainer client target nordic orders.revenue month \">= 120000\" --from 2027-01",
      "  retainer client target nordic web.bounce-rate month at most 40 %%",
      "  retainer client target nordic --json",
      "  retainer client target nordic orders.revenue month --remove --from 2027-01"
    })
final class ClientTargetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "ID", description = "short name of the client")
  private ClientId id;

  @Parameters(index = "1", arity = "0..1", paramLabel = "KPI", description = "which KPI")
  private String kpi;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "PERIOD",
      description = "month, quarter, week or year")
  private String period;

  @Parameters(
      index = "3..*",
      arity = "0..*",
      paramLabel = "GOAL",
      description = "like \">= 100000\", \"<= 5 %%\" or 2..4")
  private List<String> goal = List.of();

  @Option(
      names = "--from",
      paramLabel = "P",
      description = "first day or period it holds for, like 2027-01 (default: always)")
  private String from = "";

  @Option(names = "--remove", description = "remove it, or only the one that begins at --from")
  private boolean remove;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      Client client = workspace.clients().named(id);
      if (remove) {
        remove(workspace, client);
      } else if (kpi != null) {
        set(workspace, client);
      }
      print(workspace.targets().of(client.id()), workspace.kpis());
    }
    return ExitStatus.DONE;
  }

  private void set(Workspace workspace, Client client) {
    if (period == null || goal.isEmpty()) {
      throw new WrongUsage(
          "Say the kind of period and the goal: retainer client target %s %s month \">= 100\""
              .formatted(id, kpi));
    }
    var written = new WrittenTarget(kpi, period, String.join(" ", goal), from);
    Target target = typed(() -> written.read(client, workspace.kpis()));
    workspace.targets().set(client.id(), target);
  }

  private void remove(Workspace workspace, Client client) {
    if (kpi == null || period == null || !goal.isEmpty()) {
      throw new WrongUsage(
          "Say which target goes: retainer client target %s orders.revenue month --remove"
              .formatted(id));
    }
    int removed =
        typed(
            () ->
                workspace
                    .targets()
                    .remove(
                        client.id(),
                        new KpiId(kpi),
                        Target.kind(period),
                        WrittenTarget.first(from)));
    if (removed == 0) {
      throw new WrongUsage(
          "%s has no target of %s for each %s%s; nothing was removed. Those there are: retainer"
                  .formatted(id, kpi, period, from.isBlank() ? "" : " from " + from)
              + " client target "
              + id);
    }
  }

  private static <T> T typed(Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private void print(List<Target> targets, Kpis kpis) {
    if (json) {
      spec.commandLine()
          .getOut()
          .println(Json.text(Json.array(targets, one -> TargetJson.of(one, unit(one, kpis)))));
    } else if (targets.isEmpty()) {
      spec.commandLine().getErr().println(id + " has no targets.");
    } else {
      var table = new Table("KPI", "PERIOD", "TARGET", "FROM");
      targets.forEach(
          one ->
              table.row(
                  one.kpi(),
                  one.periodWord(),
                  GoalText.write(one.goal(), unit(one, kpis), one.currency()),
                  TargetJson.from(one).orElse("always")));
      table.print(spec.commandLine().getOut());
    }
  }

  private static KpiUnit unit(Target target, Kpis kpis) {
    return kpis.find(target.kpi()).map(KpiDescriptor::unit).orElse(KpiUnit.RATIO);
  }
}
