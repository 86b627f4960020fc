package io.retainer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.kpi.KpiHistory;
import io.retainer.kpi.KpiHistory.Version;
import io.retainer.kpi.TextDiff;
import io.retainer.model.kpi.KpiId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
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

/** How a KPI or a script changed. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Tells which versions of a KPI were in force, who saved them, and what changed.",
    footer = {
      "",
      "ID is a KPI, or a script by its path within kpi-scripts: then every text that was saved is",
      "told, those that did not work too. The versions are those that reports print.",
      "",
      "Examples:",
      "  retainer kpi history search.ctr",
      "  retainer kpi history consideration/search.groovy --json"
    })
final class KpiHistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "ID", description = "a KPI or a script")
  private String subject;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      // What was edited while nothing ran is noted first.
      workspace.scripts().refresh();
      List<Version> versions = versions(workspace.history());
      if (json) {
        spec.commandLine().getOut().println(Json.text(Json.array(documents(versions), d -> d)));
      } else {
        print(versions);
      }
    }
    return ExitStatus.DONE;
  }

  private List<Version> versions(KpiHistory history) {
    boolean isScript = subject.endsWith(".groovy");
    List<Version> versions = isScript ? history.of(subject) : history.of(new KpiId(subject));
    if (versions.isEmpty()) {
      throw new WrongUsage(
          "Nothing is known of \"%s\"%s"
              .formatted(
                  subject,
                  isScript
                      ? Nearest.to(subject, history.scripts())
                          .map(near -> "; did you mean " + near + "?")
                          .orElse(". Scripts are: " + String.join(", ", history.scripts()))
                      : ". All KPIs are listed by: retainer kpi list"));
    }
    return versions;
  }

  private void print(List<Version> versions) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      out.println(
          "%s  %s  by %s  in %s"
              .formatted(version.version(), version.at(), version.author(), version.script()));
      if (version.isBack()) {
        out.println("  In force again since then; its text was saved " + version.saved() + ".");
      }
      if (i > 0) {
        List<String> changes = TextDiff.lines(versions.get(i - 1).text(), version.text());
        changes.forEach(line -> out.println("  " + line));
        if (changes.isEmpty()) {
          out.println("  Its text is the same; a KPI that it is made of changed.");
        }
      }
      out.println();
    }
  }

  private static List<ObjectNode> documents(List<Version> versions) {
    List<ObjectNode> documents = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      ObjectNode document =
          Json.object()
              .put("version", version.version())
              .put("at", version.at().toString())
              .put("saved", version.saved().toString())
              .put("author", version.author())
              .put("script", version.script())
              .put("text", version.text());
      List<String> changes =
          i == 0 ? List.of() : TextDiff.lines(versions.get(i - 1).text(), version.text());
      document.set("diff", Json.array(changes, Json::text));
      documents.add(document);
    }
    return documents;
  }
}
