package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Says of a mail that may have arrived that it did. */
@Command(
    name = "arrived",
    mixinStandardHelpOptions = true,
    description = {
      "Says of a delivery that is unknown, as nobody here could see whether it arrived, that it did: it counts as sent"
          + " from then on and asks for nothing more. Ask the recipient first.",
      "If it did not arrive: retainer delivery retry."
    },
    footer = {
      "",
      "Exit status: 0 it counts as sent, 2 wrong usage, or it is not unknown.",
      "",
      "Examples:",
      "  retainer delivery list --state unknown",
      "  retainer delivery arrived 81d0…"
    })
final class DeliveryArrivedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "DELIVERY", description = DeliveryCommand.ID)
  private String delivery;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String path = DeliveryCommand.path(delivery) + "/arrived";
    JsonNode arrived = WorkingServer.asked(home, api -> api.post(path, Json.object()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.text(arrived)
            : "%s has it; the delivery counts as sent."
                .formatted(arrived.path("recipient").asText()));
    out.flush();
    return ExitStatus.DONE;
  }
}
