package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** KPIs: what they mean, what they are worth, and whether their scripts are right. */
@Command(
    name = "kpi",
    mixinStandardHelpOptions = true,
    description =
        "Lists KPIs, computes their values, tests their scripts, and tells how they changed.",
    synopsisSubcommandLabel = "list|value|breakdown|series|test|history|effect",
    footer = {
      "",
      "Examples:",
      "  retainer kpi list",
      "  retainer kpi value --client nordic --period 2026-10",
      "  retainer kpi value --client nordic --period 2026-Q3 --kpi search.ctr --kpi email.ctr --json",
      "  retainer kpi breakdown --client nordic --period 2026-10 --kpi web.sessions --by channel",
      "  retainer kpi series --client nordic --period 2026 --kpi orders.aov --grain month",
      "  retainer kpi test my-scripts",
      "  retainer kpi history search.ctr",
      "  retainer kpi effect my-scripts/search.groovy"
    },
    subcommands = {
      KpiListCommand.class,
      KpiValueCommand.class,
      KpiBreakdownCommand.class,
      KpiSeriesCommand.class,
      KpiTestCommand.class,
      KpiHistoryCommand.class,
      KpiEffectCommand.class
    })
final class KpiCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with KPIs: list, value, breakdown, series, test, history or effect");
  }
}
