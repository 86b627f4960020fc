package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a destination. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Forgets one that an owner added, with its secret. What went there stays in the log.",
      "One that schedules have among their recipients stays, and they are named: their reports would be refused there."
    },
    footer = {
      "",
      "Examples:",
      "  retainer destination remove crm@webhook --dry-run",
      "  retainer destination remove crm@webhook",
      "  retainer destination remove crm@webhook --force"
    })
final class DestinationRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "RECIPIENT", description = DestinationCommand.RECIPIENT)
  private String recipient;

  @Option(names = "--dry-run", description = "name the schedules, and remove nothing")
  private boolean isDryRun;

  @Option(names = "--force", description = "remove it also while schedules send there")
  private boolean isForced;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String path = DestinationCommand.path(recipient);
    List<ObjectNode> users =
        WorkingServer.asked(
            home,
            api -> {
              List<ObjectNode> found = users(api);
              if (!isDryRun) {
                refuseWhileUsed(found);
                api.delete(isForced ? path + "?force=true" : path);
              }
              return found;
            });
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode answer = Json.object().put("recipient", recipient).put("removed", !isDryRun);
      answer.set("schedules", Json.array(users, each -> each));
      out.println(Json.text(answer));
    } else {
      users.forEach(each -> out.println(line(each)));
      out.println(
          isDryRun
              ? "Nothing was removed, as asked."
              : recipient + " is removed, and its secret with it.");
    }
    return ExitStatus.DONE;
  }

  private void refuseWhileUsed(List<ObjectNode> users) {
    if (!users.isEmpty() && !isForced) {
      throw new WrongUsage(
          String.join("\n", users.stream().map(DestinationRemoveCommand::line).toList())
              + "\nNothing was removed. Take "
              + recipient
              + " out of these schedules first, or have it removed with --force: their reports are"
              + " refused there then.");
    }
  }

  private static String line(ObjectNode schedule) {
    return "Schedule %s of %s (%s) sends there."
        .formatted(
            schedule.path("id").asText(),
            schedule.path("client").asText(),
            schedule.path("report").asText());
  }

  /** The schedules that send there; a destination that is not there is an error also when asked. */
  private List<ObjectNode> users(Api api) throws IOException, InterruptedException {
    boolean isThere = false;
    for (JsonNode each : api.get("destinations")) {
      isThere |= each.path("recipient").asText().equals(recipient);
    }
    if (!isThere) {
      throw new WrongUsage(
          "There is no destination " + recipient + ". Those there are: retainer destination list");
    }
    List<ObjectNode> users = new ArrayList<>();
    for (JsonNode each : api.get("schedules").path("schedules")) {
      for (JsonNode to : each.path("recipients")) {
        if (to.asText().equalsIgnoreCase(recipient)) {
          users.add(
              Json.object()
                  .put("id", each.path("id").asText())
                  .put("client", each.path("client").asText())
                  .put("report", each.path("report").asText()));
        }
      }
    }
    return users;
  }
}
