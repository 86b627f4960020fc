package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Leaves a period of a schedule out. */
@Command(
    name = "skip",
    mixinStandardHelpOptions = true,
    description = {
      "Leaves a period out: one of those that are still to come, or one that was held and waits for a decision, as it was"
          + " too late to go out by itself. --all-late leaves all of those out at once."
    },
    footer = {
      "",
      "Examples:",
      "  retainer schedule skip 5f2c… 2026-10",
      "  retainer schedule skip 5f2c… 2026-12 --undo",
      "  retainer schedule skip --all-late --client nordic"
    })
final class ScheduleSkipCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Mixin private LateAnswers late;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCHEDULE",
      description = "its id, as retainer schedule list shows it")
  private String schedule;

  @Parameters(index = "1", arity = "0..1", paramLabel = "PERIOD", description = "like 2026-10")
  private Period period;

  @Option(names = "--undo", description = "take one that is still to come in again")
  private boolean isUndone;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (late.areWanted(schedule != null, isUndone)) {
      return late.give(home, "skip", "Left out", json);
    }
    if (period == null) {
      throw new WrongUsage("Name the period that is left out, like 2026-10.");
    }
    try {
      JsonNode after =
          WorkingServer.in(home)
              .post(
                  "schedules/" + schedule + "/skip",
                  Json.object().put("period", period.toString()).put("skip", !isUndone));
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? Json.text(after)
                  : period + (isUndone ? " goes out at its time." : " is left out."));
      return ExitStatus.DONE;
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }
}
