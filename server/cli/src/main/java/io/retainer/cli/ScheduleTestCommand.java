package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.ApiException;
import io.retainer.model.time.Period;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a test of a schedule or of a run. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a report to one of the agency's own addresses as its recipients would get it, marked as a test. Nothing is"
          + " issued or approved by it.",
      "Addresses and domains of the agency stand in the setting retainer.mail.colleagues."
    },
    footer = {
      "",
      "Examples:",
      "  retainer schedule test 5f2c… --to anna@agency.example",
      "  retainer schedule test 5f2c… --period 2026-10 --to anna@agency.example",
      "  retainer schedule test --run 81d0… --to anna@agency.example"
    })
final class ScheduleTestCommand implements Callable<Integer> {

  private static final long LOOK = 500;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCHEDULE",
      description = "its id, as retainer schedule list shows it")
  private String schedule;

  @Option(names = "--run", paramLabel = "RUN", description = "a report that was made, instead")
  private String run;

  @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "one of your own")
  private String to;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "about which the report is (default: the last closed one)")
  private Period period;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((schedule == null) == (run == null)) {
      throw new WrongUsage("Name a schedule, or a report with --run; one of the two.");
    }
    if (run != null && period != null) {
      throw new WrongUsage("A report has its period; --period goes with a schedule.");
    }
    try {
      Api api = WorkingServer.in(home);
      ObjectNode body = Json.object().put("to", to);
      if (period != null) {
        body.put("period", period.toString());
      }
      JsonNode copy =
          api.post(run == null ? "schedules/" + schedule + "/test" : "runs/" + run + "/test", body);
      return told(ended(api, copy));
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private static JsonNode ended(Api api, JsonNode copy) throws IOException, InterruptedException {
    JsonNode now = copy;
    while (now.path("state").asText().equals("sending")
        || now.path("state").asText().equals("queued") && !now.hasNonNull("answer")) {
      Thread.sleep(LOOK);
      for (JsonNode each : api.get("runs/" + copy.path("run").asText() + "/test").path("copies")) {
        now = each.path("id").equals(copy.path("id")) ? each : now;
      }
    }
    return now;
  }

  private int told(JsonNode copy) {
    boolean isSent = copy.path("state").asText().equals("sent");
    spec.commandLine()
        .getOut()
        .printf(
            "%s to %s: %s%nRun %s%n",
            isSent ? "Sent" : "Not sent",
            copy.path("recipient").asText(),
            copy.path("answer").asText(),
            copy.path("run").asText());
    return isSent ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
