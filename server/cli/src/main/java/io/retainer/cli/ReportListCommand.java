package io.retainer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reports that can be made. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the reports that can be made, and what each shows.",
    footer = {
      "",
      "Exit status: 1 when a report of the home's own cannot be used; its mistakes are named.",
      "",
      "Examples:",
      "  retainer report list",
      "  retainer report list --locale fi"
    })
final class ReportListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(
      names = "--locale",
      paramLabel = "L",
      description = "language of titles: en, ru, be, fi (default: en)",
      defaultValue = "en")
  private Locale locale;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      List<ReportTemplate> templates = workspace.reports().templates();
      List<String> problems = workspace.reports().problems();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.text(Json.<ReportTemplate>array(templates, this::json)));
      } else {
        var table = new Table("REPORT", "TITLE", "SHOWS");
        templates.forEach(one -> table.row(one.id(), one.title(locale), one.description(locale)));
        table.print(out);
      }
      problems.forEach(spec.commandLine().getErr()::println);
      return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }

  private ObjectNode json(ReportTemplate template) {
    return Json.object()
        .put("id", template.id())
        .put("version", template.version())
        .put("title", template.title(locale))
        .put("description", template.description(locale));
  }
}
