package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One delivery, to which a command does something. */
final class NamedDelivery {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "DELIVERY", description = DeliveryCommand.ID)
  private String delivery;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  /**
   * @param deed as the API calls it
   * @param done what is said then, with room for the recipient
   */
  int does(String deed, String done) throws IOException, InterruptedException {
    String path = DeliveryCommand.path(delivery) + "/" + deed;
    JsonNode changed = WorkingServer.asked(home, api -> api.post(path, Json.object()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.text(changed) : done.formatted(changed.path("recipient").asText()));
    out.flush();
    return ExitStatus.DONE;
  }
}
