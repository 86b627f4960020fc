package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.retainer.cli.api.ApiException;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists schedules with what comes next. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists schedules, each with its next time (of a paused one, if it were resumed now), the periods that were held and wait for retainer schedule run or skip,"
          + " and the next periods that its rule leaves out, as a cron line of the 31st does."
    })
final class ScheduleListCommand implements Callable<Integer> {

  private static final int SHOWN = 3;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--client", paramLabel = "ID", description = "of one client only")
  private ClientId client;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      JsonNode found =
          WorkingServer.in(home)
              .get("schedules" + (client == null ? "" : "?client=" + client.value()));
      if (json) {
        out.println(Json.text(found));
        return ExitStatus.DONE;
      }
      var table =
          new Table(
              "schedule", "client", "report", "rule", "state", "next", "about", "held", "skips");
      for (JsonNode each : found.path("schedules")) {
        boolean goesOn = each.path("enabled").asBoolean();
        JsonNode next = each.path(goesOn ? "next" : "nextOnceResumed").path(0);
        table.row(
            each.path("id").asText(),
            each.path("client").asText(),
            each.path("report").asText(),
            each.path("rule").asText(),
            goesOn ? (next.isMissingNode() ? "over" : "active") : "paused",
            (goesOn || next.isMissingNode() ? "" : "if resumed ") + next.path("at").asText(""),
            next.path("period").asText(""),
            few(held(each.path("occurrences"))),
            few(each.path("skips")));
      }
      table.print(out);
      return ExitStatus.DONE;
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  /** What waits for an answer: run or skip. */
  private static ArrayNode held(JsonNode occurrences) {
    ArrayNode held = Json.array(List.of(), Json::text);
    Set<String> later = new HashSet<>();
    for (JsonNode each : occurrences) {
      String period = each.path("period").asText();
      if (later.add(period) && each.path("state").asText().equals("held")) {
        held.add(period);
      }
    }
    return held;
  }

  private static String few(JsonNode all) {
    List<String> periods = new ArrayList<>();
    all.forEach(period -> periods.add(period.asText()));
    return periods.size() > SHOWN
        ? String.join(" ", periods.subList(0, SHOWN)) + " …"
        : String.join(" ", periods);
  }
}
