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

/** Keeps a mail that waits from leaving. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps a delivery that waits from leaving, as when its mail server has not taken it for hours: it counts as failed"
          + " then, and says who stopped it. What has been sent cannot be stopped.",
      "To send it after all: retainer delivery retry."
    },
    footer = {
      "",
      "Exit status: 0 it does not leave, 2 wrong usage, or it does not wait.",
      "",
      "Examples:",
      "  retainer delivery list --state queued",
      "  retainer delivery stop 81d0…"
    })
final class DeliveryStopCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "DELIVERY", description = DeliveryCommand.ID)
  private String delivery;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String path = DeliveryCommand.path(delivery) + "/stop";
    JsonNode stopped = WorkingServer.asked(home, api -> api.post(path, Json.object()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.text(stopped)
            : "It does not go to %s. retainer delivery retry sends it after all."
                .formatted(stopped.path("recipient").asText()));
    out.flush();
    return ExitStatus.DONE;
  }
}
