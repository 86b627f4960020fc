package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was sent to whom, by the server that works in the home. */
@Command(
    name = "delivery",
    mixinStandardHelpOptions = true,
    description =
        "What was sent, to whom and with what result, a line for each recipient. The server has to be running.",
    synopsisSubcommandLabel = "list|retry|stop|arrived|readdress",
    subcommands = {
      DeliveryListCommand.class,
      DeliveryRetryCommand.class,
      DeliveryStopCommand.class,
      DeliveryArrivedCommand.class,
      DeliveryReaddressCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done, 1 something was not sent again, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer delivery list --state failed",
      "  retainer delivery retry 81d0…",
      "  retainer delivery retry --all-failed --dry-run",
      "  retainer delivery retry --all-failed --client nordic",
      "  retainer delivery stop 81d0…",
      "  retainer delivery arrived 81d0…",
      "  retainer delivery readdress 81d0… anna@nordic.example"
    })
final class DeliveryCommand implements Runnable {

  static final String ID = "its id, as retainer delivery list shows it";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with deliveries: list, retry, stop, arrived or readdress");
  }

  /**
   * @throws WrongUsage for what is no id, and would lead to another address of the API
   */
  static String path(String id) {
    if (!id.matches("[A-Za-z0-9-]{1,64}")) {
      throw new WrongUsage(
          "\"%s\" is no delivery; write its id as retainer delivery list shows it".formatted(id));
    }
    return "deliveries/" + id;
  }
}
