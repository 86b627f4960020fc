package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.ApiException;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One answer about all reports that were too late to go out by themselves. */
final class LateAnswers {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--all-late",
      description = "all that were too late to go out by themselves, in the place of a schedule")
  private boolean isAll;

  @Option(
      names = "--client",
      paramLabel = "ID",
      description = "with --all-late: of one client only")
  private ClientId client;

  @Option(names = "--dry-run", description = "with --all-late: name them, and answer nothing")
  private boolean isDryRun;

  /**
   * @param others whether something stands beside it that is about one report alone
   * @throws WrongUsage when it is neither one schedule nor all
   */
  boolean areWanted(boolean hasSchedule, boolean others) {
    if (isAll == hasSchedule) {
      throw new WrongUsage(
          isAll
              ? "Name a schedule or say --all-late, not both."
              : "Name a schedule, as retainer schedule list shows it, or say --all-late.");
    }
    if (isAll && others) {
      throw new WrongUsage("--all-late answers about all late reports; only --client narrows it.");
    }
    if (!isAll && (isDryRun || client != null)) {
      throw new WrongUsage("--dry-run and --client belong to --all-late.");
    }
    return isAll;
  }

  /**
   * @param answer run or skip
   * @param done how those are called that it was done to
   */
  int give(HomeOption home, String answer, String done, boolean json)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Api api = WorkingServer.in(home);
      List<JsonNode> late = late(api);
      if (isDryRun || late.isEmpty()) {
        ArrayNode all = Json.array(late, each -> each);
        late.forEach(each -> out.print(json ? "" : line(each) + "\n"));
        out.println(
            json
                ? Json.text(all)
                : late.isEmpty()
                    ? "No report waits because it was late."
                    : "Nothing was done, as asked.");
        return ExitStatus.DONE;
      }
      ObjectNode body = Json.object().put("answer", answer);
      body.set("occurrences", Json.array(late, each -> each.path("occurrence")));
      JsonNode answered = api.post("held-reports", body);
      if (json) {
        out.println(Json.text(answered));
      } else {
        out.println(done + ": " + answered.path("done").size() + ".");
        answered
            .path("refused")
            .forEach(
                each ->
                    spec.commandLine()
                        .getErr()
                        .println(line(each) + ": " + each.path("problem").asText()));
      }
      return answered.path("refused").isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private List<JsonNode> late(Api api) throws IOException, InterruptedException {
    List<JsonNode> late = new ArrayList<>();
    for (JsonNode each : api.get("held-reports")) {
      boolean isOf =
          Optional.ofNullable(client)
              .map(one -> one.value().equals(each.path("client").asText()))
              .orElse(true);
      if (each.path("late").asBoolean() && isOf) {
        late.add(each);
      }
    }
    return late;
  }

  private static String line(JsonNode each) {
    return "%s, %s, %s (schedule %s)"
        .formatted(
            each.path("client").asText(),
            each.path("report").asText(),
            each.path("period").asText(),
            each.path("schedule").asText());
  }
}
