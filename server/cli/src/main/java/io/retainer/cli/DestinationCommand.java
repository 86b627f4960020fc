package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destinations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where reports go besides mailboxes, by the server that works in the home. */
@Command(
    name = "destination",
    mixinStandardHelpOptions = true,
    description = {
      "Where reports go besides mailboxes: SFTP servers, webhooks, Telegram and Slack. A schedule has them among its"
          + " recipients, like crm@webhook. The server has to be running.",
      "Folders, and addresses within the own network, stand in <home>/destinations.yaml."
    },
    synopsisSubcommandLabel = "list|add|test|pause|resume|remove",
    subcommands = {DestinationAddCommand.class, DestinationRemoveCommand.class},
    footer = {
      "",
      "Exit status: 0 done, 1 the test was not taken or destinations.yaml cannot be used, 2 wrong usage, or the server refuses it.",
      "",
      "Examples:",
      "  retainer destination list",
      "  retainer destination add crm --webhook https://crm.example.org/hooks/reports --client nordic --secret-file crm.key",
      "  retainer destination test crm@webhook",
      "  retainer destination pause crm@webhook",
      "  retainer destination remove crm@webhook --dry-run"
    })
final class DestinationCommand implements Runnable {

  static final String RECIPIENT = "as retainer destination list shows it, like crm@webhook";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with destinations: list, add, test, pause, resume or remove");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Lists the destinations, whose reports may go there, and what keeps reports from arriving.",
      footer = {
        "",
        "Examples:",
        "  retainer destination list",
        "  retainer destination list --json"
      })
  int list(
      @Mixin HomeOption home,
      @Option(names = "--json", description = "print JSON and nothing else") boolean json)
      throws IOException, InterruptedException {
    JsonNode all = WorkingServer.asked(home, api -> api.get("destinations"));
    boolean isUsable = isOperatorsUsable(home);
    if (json) {
      say(Json.text(all));
    } else if (all.isEmpty() && isUsable) {
      say("There are no destinations yet. Add one: retainer destination add --help");
    } else if (!all.isEmpty()) {
      var table = new Table("RECIPIENT", "ADDRESS", "CLIENTS", "NAMED BY", "STATE");
      for (JsonNode each : all) {
        table.row(
            each.path("recipient").asText(),
            each.path("target").asText(),
            clients(each),
            each.path("ofOperator").asBoolean() ? "destinations.yaml" : "an owner",
            state(each));
      }
      table.print(spec.commandLine().getOut());
    }
    return isUsable ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  /** Else those of the file would be missing from the list, and nobody would know why. */
  private boolean isOperatorsUsable(HomeOption home) {
    try {
      new Destinations(home.work().root()).ofOperator();
      return true;
    } catch (IllegalArgumentException e) {
      spec.commandLine()
          .getErr()
          .println("None of the operator's destinations can be used: " + e.getMessage() + ".");
      return false;
    }
  }

  static String clients(JsonNode destination) {
    if (destination.path("allClients").asBoolean()) {
      return "all";
    }
    List<String> clients = new ArrayList<>();
    destination.path("clients").forEach(each -> clients.add(each.asText()));
    return clients.isEmpty() ? "none" : String.join(", ", clients);
  }

  private static String state(JsonNode destination) {
    List<String> states = new ArrayList<>();
    if (destination.path("paused").asBoolean()) {
      states.add("paused by " + destination.path("pausedBy").asText());
    }
    int failing = destination.path("failing").asInt();
    if (failing > 0) {
      states.add("%d did not arrive: %s".formatted(failing, destination.path("answer").asText()));
    }
    return states.isEmpty() ? "-" : String.join("; ", states);
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description =
          "Sends something that is no report, as a report would go, also while the destination is paused.",
      footer = {"", "Example:", "  retainer destination test crm@webhook"})
  int test(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "RECIPIENT", description = RECIPIENT) String recipient,
      @Option(names = "--json", description = "print JSON and nothing else") boolean json)
      throws IOException, InterruptedException {
    JsonNode tested =
        WorkingServer.asked(home, api -> api.post(path(recipient) + "/test", Json.object()));
    boolean isTaken = tested.path("outcome").asText().equals("taken");
    say(
        json
            ? Json.text(tested)
            : "%s: %s. %s"
                .formatted(recipient, words(tested), tested.path("answer").asText())
                .strip());
    return isTaken ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  private static String words(JsonNode tested) {
    return switch (tested.path("outcome").asText()) {
      case "taken" -> "it took the test";
      case "notnow" -> "it does not take the test now; a report would be tried again";
      case "unclear" -> "it got the test and did not say whether it took it";
      default -> "it refuses the test";
    };
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Has reports for it wait, however long; those of destinations.yaml too.",
      footer = {"", "Example:", "  retainer destination pause crm@webhook"})
  int pause(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "RECIPIENT", description = RECIPIENT) String recipient,
      @Option(names = "--json", description = "print JSON and nothing else") boolean json)
      throws IOException, InterruptedException {
    JsonNode now =
        WorkingServer.asked(home, api -> api.post(path(recipient) + "/pause", Json.object()));
    say(
        json
            ? Json.text(now)
            : recipient
                + " is paused. Reports for it wait until: retainer destination resume "
                + recipient);
    return ExitStatus.DONE;
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets what waits for it go, within five minutes.",
      footer = {"", "Example:", "  retainer destination resume crm@webhook"})
  int resume(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "RECIPIENT", description = RECIPIENT) String recipient,
      @Option(names = "--json", description = "print JSON and nothing else") boolean json)
      throws IOException, InterruptedException {
    JsonNode now =
        WorkingServer.asked(home, api -> api.post(path(recipient) + "/resume", Json.object()));
    say(json ? Json.text(now) : recipient + " gets reports again.");
    return ExitStatus.DONE;
  }

  /**
   * @throws WrongUsage for what is no recipient, and would lead to another address of the API
   */
  static String path(String recipient) {
    if (!recipient.matches("[a-z0-9][a-z0-9-]*@[a-z]+")) {
      throw new WrongUsage(
          "\"%s\" is no destination; write it as retainer destination list shows it, like crm@webhook"
              .formatted(recipient));
    }
    return "destinations/" + recipient;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
