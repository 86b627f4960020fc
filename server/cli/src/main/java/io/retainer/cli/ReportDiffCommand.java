package io.retainer.cli;

import io.retainer.model.client.ClientId;
import io.retainer.rendering.template.TemplateChanges.Change;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.Reports;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an override of a report changes. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a client's own version of a report changes of the agency's,",
      "or what a draft would change before it is put in place."
    },
    footer = {
      "",
      "Exit status: 1 when the draft cannot be used; each mistake is named with file and line.",
      "",
      "Examples:",
      "  retainer report diff monthly-performance --client nordic",
      "  retainer report diff drafts/monthly-performance --client nordic"
    })
final class ReportDiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      paramLabel = "REPORT",
      description = "a report of `retainer report list`, or the folder of a draft for one")
  private String report;

  @Option(names = "--client", paramLabel = "ID", description = "whose version of the report")
  private ClientId client;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      print(changes(workspace.reports()));
      return ExitStatus.DONE;
    } catch (TemplateException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitStatus.FINDINGS;
    }
  }

  private List<Change> changes(Reports reports) {
    Path folder = Path.of(report).toAbsolutePath().normalize();
    boolean isKnown = reports.templates().stream().anyMatch(known -> known.id().equals(report));
    if (!isKnown && (report.contains("/") || Files.isDirectory(folder))) {
      if (!Files.isDirectory(folder)) {
        throw new WrongUsage("There is no folder " + folder);
      }
      String id = folder.getFileName().toString();
      ReportCommand.refuseUnknown(id, reports);
      return reports.changes(id, folder.getParent(), Optional.ofNullable(client));
    }
    ReportCommand.refuseUnknown(report, reports);
    if (client == null) {
      throw new WrongUsage("Whose version of it? Add --client ID, or name the folder of a draft.");
    }
    return reports.changes(client, report);
  }

  private void print(List<Change> changes) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          Json.text(
              Json.<Change>array(
                  changes,
                  change ->
                      Json.object()
                          .put("what", change.subject().toString())
                          .put("before", change.before().orElse(null))
                          .put("after", change.after().orElse(null)))));
      return;
    }
    for (Change change : changes) {
      out.println(change.subject());
      change.before().ifPresent(before -> out.println("  - " + before));
      change.after().ifPresent(after -> out.println("  + " + after));
    }
    if (changes.isEmpty()) {
      out.println("Nothing differs.");
    }
  }
}
