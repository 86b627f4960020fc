package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Issues a period of a schedule now. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a schedule's report now and sends it to its recipients, with what data there is. It is also the answer about"
          + " a report that was held, as one that was too late to go out by itself; the other answer is"
          + " retainer schedule skip. --all-late makes all of those at once, as after days in which the server stood still."
    },
    footer = {
      "",
      "Exit status: 0 it is being made, 1 recipients have it already or it is under way, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer schedule run 5f2c…",
      "  retainer schedule run 5f2c… --period 2026-10",
      "  retainer schedule run --all-late --dry-run",
      "  retainer schedule run 5f2c… --period 2026-10 --again --reason \"October's ads were missing\""
    })
final class ScheduleRunCommand implements Callable<Integer> {

  private static final int CONFLICT = 409;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Mixin private LateAnswers late;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCHEDULE",
      description = "its id, as retainer schedule list shows it")
  private String schedule;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "about which the report is (default: the last closed one)")
  private Period period;

  @Option(names = "--again", description = "also when its recipients have it already")
  private boolean again;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "what has changed; recipients who have it already read it")
  private String reason;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (late.areWanted(schedule != null, period != null || again || reason != null)) {
      return late.give(home, "run", "Being made", json);
    }
    ObjectNode body = Json.object().put("again", again);
    if (period != null) {
      body.put("period", period.toString());
    }
    if (reason != null) {
      body.put("reason", reason);
    }
    try {
      JsonNode begun = WorkingServer.in(home).post("schedules/" + schedule + "/run", body);
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? Json.text(begun)
                  : "%s is being made. retainer schedule list shows what becomes of it."
                      .formatted(begun.path("period").asText()));
      return ExitStatus.DONE;
    } catch (ApiException e) {
      if (e.status() == CONFLICT) {
        spec.commandLine()
            .getErr()
            .println(e.getMessage().replace("send {\"again\": true}", "add --again"));
        return ExitStatus.FINDINGS;
      }
      throw new WrongUsage(e.getMessage());
    }
  }
}
