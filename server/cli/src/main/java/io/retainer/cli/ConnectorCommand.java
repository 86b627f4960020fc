package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be imported. */
@Command(
    name = "connector",
    mixinStandardHelpOptions = true,
    description =
        "Connectors: which exports can be read and how to get them; connectors of your own.",
    synopsisSubcommandLabel = "list|show|new|check|install|remove",
    footer = {"", "Examples:", "  retainer connector list", "  retainer connector show mailchimp"},
    subcommands = {
      ConnectorListCommand.class,
      ConnectorShowCommand.class,
      ConnectorNewCommand.class,
      ConnectorCheckCommand.class,
      ConnectorInstallCommand.class,
      ConnectorRemoveCommand.class
    })
final class ConnectorCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with connectors: list, show, new, check, install or remove");
  }
}
