package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.ClientId;
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

/** Sends again what did not arrive. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a delivery again that failed, came back or may not have arrived, to the same recipient; one that"
          + " waits is tried now. --all-failed sends all again that failed, as after an outage of the mail server: none that"
          + " came back, may have arrived or was stopped, and none that a later report has taken the place of.",
      "To another address: retainer delivery readdress."
    },
    footer = {
      "",
      "Exit status: 0 they leave, 1 some were not sent again, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer delivery retry 81d0…",
      "  retainer delivery retry --all-failed --dry-run",
      "  retainer delivery retry --all-failed",
      "  retainer delivery retry --all-failed --client nordic",
      "  retainer delivery retry --all-failed --run 5f2c…"
    })
final class DeliveryRetryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(arity = "0..1", paramLabel = "DELIVERY", description = DeliveryCommand.ID)
  private String delivery;

  @Option(names = "--all-failed", description = "all that failed, in the place of a delivery")
  private boolean isAll;

  @Option(
      names = "--client",
      paramLabel = "ID",
      description = "with --all-failed: of one client only")
  private ClientId client;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "with --all-failed: of one report only")
  private String run;

  @Option(
      names = "--dry-run",
      description = "with --all-failed: say how many it would be, and send none")
  private boolean isDryRun;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (isAll == (delivery != null)) {
      throw new WrongUsage(
          isAll
              ? "Name a delivery or say --all-failed, not both."
              : "Name a delivery, as retainer delivery list shows it, or say --all-failed.");
    }
    if (!isAll && (client != null || run != null || isDryRun)) {
      throw new WrongUsage("--client, --run and --dry-run belong to --all-failed.");
    }
    return isAll ? all() : one();
  }

  private int one() throws IOException, InterruptedException {
    String path = DeliveryCommand.path(delivery) + "/retry";
    JsonNode begun = WorkingServer.asked(home, api -> api.post(path, Json.object()));
    say(
        json
            ? Json.text(begun)
            : "It goes to %s again. retainer delivery list shows what becomes of it."
                .formatted(begun.path("recipient").asText()));
    return ExitStatus.DONE;
  }

  private int all() throws IOException, InterruptedException {
    ObjectNode body = Json.object().put("all", "failed");
    if (client != null) {
      body.put("client", client.value());
    }
    if (run != null) {
      body.put("run", run);
    }
    String path = "deliveries/retry" + (isDryRun ? "?dry-run=true" : "");
    JsonNode done = WorkingServer.asked(home, api -> api.post(path, body));
    JsonNode refused = done.path("refused");
    if (json) {
      say(Json.text(done));
    } else {
      int count = done.path("retried").asInt();
      say(
          isDryRun
              ? "Would be sent again: %d.".formatted(count)
              : "Sent again: %d.".formatted(count));
      if (done.path("outdated").asInt() > 0) {
        say(
            "Left alone, because a later report has taken their place: %d."
                .formatted(done.path("outdated").asInt()));
      }
      PrintWriter err = spec.commandLine().getErr();
      refused.forEach(
          each ->
              err.printf(
                  "%s, %s: %s%n",
                  each.path("client").asText(),
                  each.path("recipient").asText(),
                  each.path("problem").asText()));
      err.flush();
      if (isDryRun) {
        say("Nothing was done, as asked.");
      }
    }
    return refused.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
