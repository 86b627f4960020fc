package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was sent to whom. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the latest deliveries, the newest first, each with its state and what the mail server said last.",
      "States are queued, sending, sent, failed, bounced (it came back), unknown (it may have arrived) and replaced (it"
          + " was sent to another address)."
    },
    footer = {
      "",
      "Examples:",
      "  retainer delivery list --state failed",
      "  retainer delivery list --client nordic --limit 20",
      "  retainer delivery list --run 81d0… --json"
    })
final class DeliveryListCommand implements Callable<Integer> {

  private static final int ANSWER_SHOWN = 80;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--client", paramLabel = "ID", description = "of one client only")
  private ClientId client;

  @Option(names = "--run", paramLabel = "RUN", description = "of one report only")
  private String run;

  @Option(names = "--state", paramLabel = "STATE", description = "in one state only")
  private String state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "how many at most (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> narrowed = new ArrayList<>(List.of("limit=" + limit));
    narrow(narrowed, "client", client);
    narrow(narrowed, "run", run);
    narrow(narrowed, "state", state);
    JsonNode found =
        WorkingServer.asked(home, api -> api.get("deliveries?" + String.join("&", narrowed)));
    if (json) {
      out.println(Json.text(found));
    } else if (found.path("deliveries").isEmpty()) {
      out.println("There are no such deliveries.");
    } else {
      var table = new Table("delivery", "client", "recipient", "state", "attempts", "at", "answer");
      for (JsonNode each : found.path("deliveries")) {
        table.row(
            each.path("id").asText(),
            each.path("client").asText(),
            each.path("recipient").asText(),
            state(each),
            each.path("attempts").asText(),
            each.path("updatedAt").asText(),
            few(each.path("answer").asText("")));
      }
      table.print(out);
    }
    return ExitStatus.DONE;
  }

  private static void narrow(List<String> narrowed, String name, Object value) {
    if (value != null) {
      narrowed.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }

  private static String state(JsonNode delivery) {
    return delivery.path("state").asText()
        + (delivery.hasNonNull("replacedBy") ? " by " + delivery.path("replacedBy").asText() : "");
  }

  private static String few(String answer) {
    return answer.length() > ANSWER_SHOWN ? answer.substring(0, ANSWER_SHOWN) + "…" : answer;
  }
}
