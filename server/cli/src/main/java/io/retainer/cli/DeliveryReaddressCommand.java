package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends what did not arrive to another address. */
@Command(
    name = "readdress",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a report that failed or came back to another address: the same files and words, to that one alone. The"
          + " report's schedule has the new address from then on, too.",
      "The address is whatever a schedule of the client may have: a mailbox, or a destination like crm@webhook."
    },
    footer = {
      "",
      "Exit status: 0 it leaves, 2 wrong usage, or the server refuses it.",
      "",
      "Examples:",
      "  retainer delivery readdress 81d0… anna@nordic.example",
      "  retainer delivery readdress 81d0… anna@nordic.example --keep-schedule"
    })
final class DeliveryReaddressCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "DELIVERY", description = DeliveryCommand.ID)
  private String delivery;

  @Parameters(index = "1", paramLabel = "ADDRESS", description = "the one that it goes to instead")
  private String address;

  @Option(names = "--keep-schedule", description = "this time only: the schedule stays as it is")
  private boolean keepsSchedule;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String path = DeliveryCommand.path(delivery) + "/readdress";
    ObjectNode body = Json.object().put("recipient", address).put("schedule", !keepsSchedule);
    JsonNode done = WorkingServer.asked(home, api -> api.post(path, body));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(done));
      return ExitStatus.DONE;
    }
    String old = done.at("/replaced/recipient").asText();
    out.printf("It goes to %s in the place of %s.%n", done.at("/delivery/recipient").asText(), old);
    if (done.hasNonNull("corrected")) {
      out.printf("Schedule %s has the new address.%n", done.path("corrected").asText());
    }
    done.path("others")
        .forEach(
            each ->
                out.printf(
                    "Schedule %s (%s) still sends to %s.%n",
                    each.path("schedule").asText(), each.path("report").asText(), old));
    out.flush();
    return ExitStatus.DONE;
  }
}
