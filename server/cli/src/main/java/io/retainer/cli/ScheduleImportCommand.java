package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.ApiException;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds and changes schedules by a table. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Adds, changes, pauses and resumes schedules by a CSV table in UTF-8: all lines or none. A line with an id changes that"
          + " schedule, one without adds one; schedules without a line stay as they are.",
      "Write the table with retainer schedule export."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 some lines cannot be used and nothing was done, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer schedule import schedules.csv --dry-run",
      "  retainer schedule import schedules.csv"
    })
final class ScheduleImportCommand implements Callable<Integer> {

  private static final int UNUSABLE = 422;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "the table")
  private Path file;

  @Option(names = "--dry-run", description = "say what each line would do, and do nothing")
  private boolean isDryRun;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file " + file + ".");
    }
    try {
      JsonNode answer =
          WorkingServer.in(home)
              .put(
                  "schedule-table?dry-run=" + isDryRun,
                  "text/csv;charset=UTF-8",
                  Files.readAllBytes(file));
      if (json) {
        spec.commandLine().getOut().println(Json.text(answer));
      } else {
        print(answer);
      }
      return ExitStatus.DONE;
    } catch (ApiException e) {
      if (e.status() == UNUSABLE) {
        spec.commandLine().getErr().println(e.getMessage());
        spec.commandLine().getErr().println("Nothing was done.");
        return ExitStatus.FINDINGS;
      }
      throw new WrongUsage(e.getMessage());
    }
  }

  private void print(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    var table = new Table("line", "effect", "client", "what");
    for (JsonNode line : answer.path("lines")) {
      List<String> cells = new ArrayList<>();
      line.path("cells")
          .properties()
          .forEach(
              cell ->
                  cells.add(
                      "%s: %s -> %s"
                          .formatted(
                              cell.getKey(),
                              cell.getValue().path("from").asText(),
                              cell.getValue().path("to").asText())));
      table.row(
          line.path("line").asText(),
          line.path("effect").asText(),
          line.path("client").asText(),
          line.path("effect").asText().equals("new") ? "" : String.join("; ", cells));
    }
    table.print(out);
    for (JsonNode line : answer.path("lines")) {
      if (!line.path("skips").isEmpty()) {
        List<String> skips = new ArrayList<>();
        line.path("skips").forEach(period -> skips.add(period.asText()));
        out.printf(
            "Line %s: by this rule no report goes out about %s.%n",
            line.path("line").asText(), String.join(", ", skips));
      }
    }
    for (JsonNode line : answer.path("lines")) {
      if (!line.path("missed").isEmpty()) {
        List<String> missed = new ArrayList<>();
        line.path("missed").forEach(period -> missed.add(period.asText()));
        out.printf(
            "Line %s: %s will not come by itself, and is kept as held or left out.%n",
            line.path("line").asText(), String.join(", ", missed));
      }
    }
    if (answer.hasNonNull("saved")) {
      out.printf("Saved. Back again: retainer schedule undo %s%n", answer.path("saved").asText());
    } else {
      out.println(isDryRun ? "Nothing was done, as asked." : "There was nothing to change.");
    }
  }
}
