package io.retainer.cli;

import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.KpiJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The KPIs in force. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the KPIs in force, and what is wrong with scripts that are not.",
    footer = {
      "",
      "The list is the same for every client and period: --client, --period and --kpi are checked,",
      "and --kpi chooses, as with kpi value.",
      "",
      "Examples:",
      "  retainer kpi list",
      "  retainer kpi list --locale be --json",
      "  retainer kpi list --kpi search.ctr email.ctr"
    })
final class KpiListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(
      names = "--locale",
      paramLabel = "L",
      description = "language of the titles: en, ru, be, fi (default: en)",
      defaultValue = "en")
  private Locale locale;

  @Option(names = "--client", paramLabel = "ID", description = "a client there is")
  private ClientId client;

  @Option(names = "--period", paramLabel = "P", description = "as of kpi value")
  private Period period;

  @Option(
      names = "--kpi",
      split = ",",
      arity = "1..*",
      paramLabel = "ID",
      description = "which ones (default: all)")
  private List<KpiId> ids = List.of();

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      if (client != null) {
        workspace.clients().named(client);
      }
      List<KpiDescriptor> kpis = chosen(workspace);
      if (json) {
        out.println(Json.text(Json.<KpiDescriptor>array(kpis, KpiJson::of)));
      } else {
        var table = new Table("ID", "TITLE", "KIND", "UNIT", "BETTER", "FROM", "VERSION");
        kpis.forEach(
            kpi ->
                table.row(
                    kpi.id(),
                    kpi.title(locale),
                    kpi.kind().word(),
                    kpi.unit().word(),
                    kpi.better().name().toLowerCase(Locale.ROOT),
                    kpi.dataset(),
                    kpi.version()));
        table.print(out);
      }
      List<KpiProblem> problems = workspace.scripts().problems();
      problems.forEach(problem -> spec.commandLine().getErr().println(problem));
      return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }

  private List<KpiDescriptor> chosen(Workspace workspace) {
    if (!ids.isEmpty()) {
      return ids.stream().map(id -> KpiValueCommand.found(id, workspace.kpis())).toList();
    }
    return workspace.scripts().definitions().stream().map(KpiDefinition::descriptor).toList();
  }
}
