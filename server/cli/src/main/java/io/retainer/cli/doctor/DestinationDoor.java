package io.retainer.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateDatabase;
import io.retainer.workspace.StateException;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.contract.DestinationJson;
import io.retainer.workspace.destinations.Destinations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go besides mailboxes: those of the file and those that were added, as the server
 * that runs tells them, else as they stand in the state. None is called.
 */
record DestinationDoor(Path home, Optional<RunningServer> server, Configuration set) {

  private static final String SUBJECT = "destinations";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      new Destinations(home).all();
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.broken(
              SUBJECT, e.getMessage(), "No report goes to any of them until it is mended."));
    }
    try {
      List<JsonNode> all = all();
      if (findings.isEmpty()) {
        findings.add(Finding.fine(SUBJECT, counted(all)));
      }
      all.stream().flatMap(each -> troubles(each).stream()).forEach(findings::add);
    } catch (IOException | StateException e) {
      findings.add(
          Finding.look(
              SUBJECT,
              "those that were added cannot be looked at: " + e.getMessage(),
              "See what is said of the database or the server."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return findings;
  }

  private static String counted(List<JsonNode> all) {
    long ofFile = all.stream().filter(each -> each.path("ofOperator").asBoolean()).count();
    return all.isEmpty()
        ? "there are none"
        : "%d can be used, %d of %s and %d added by owners; none was called"
            .formatted(all.size(), ofFile, Destinations.FILE, all.size() - ofFile);
  }

  private static List<Finding> troubles(JsonNode each) {
    List<Finding> findings = new ArrayList<>();
    String recipient = each.path("recipient").asText();
    if (each.path("paused").asBoolean()) {
      findings.add(
          Finding.look(
              SUBJECT,
              "%s is paused by %s since %s; reports for it wait"
                  .formatted(
                      recipient,
                      each.path("pausedBy").asText(),
                      day(each.path("pausedAt").asText())),
              "retainer destination resume " + recipient));
    }
    int failing = each.path("failing").asInt();
    if (failing > 0) {
      findings.add(
          Finding.look(
              SUBJECT,
              "%s does not take what is sent there: %d %s since %s, at last \"%s\""
                  .formatted(
                      recipient,
                      failing,
                      failing == 1 ? "report" : "reports",
                      day(each.path("failingSince").asText()),
                      each.path("answer").asText()),
              "retainer destination test "
                  + recipient
                  + "; once it works, send again under Deliveries what has failed."));
    }
    return findings;
  }

  private static String day(String instant) {
    return instant.substring(0, "2026-11-27".length());
  }

  private List<JsonNode> all() throws IOException, InterruptedException {
    if (server.isPresent()) {
      List<JsonNode> all = new ArrayList<>();
      new Api(server.get().url(), server.get().token(), PATIENCE)
          .get("destinations")
          .forEach(all::add);
      return all;
    }
    var folder = new HomeFolder(home);
    StateDatabase database = StateDatabase.of(folder, set);
    boolean isThere = !(database instanceof StateInFile) || Files.exists(folder.stateFile());
    // Tables of an earlier version are the next start's work; the finding about the state says so.
    var destinations =
        isThere && database.version().pending() == 0
            ? Destinations.of(home, database)
            : new Destinations(home);
    return destinations.known().stream()
        .<JsonNode>map(each -> DestinationJson.of(each, List.copyOf(each.destination().clients())))
        .toList();
  }
}
