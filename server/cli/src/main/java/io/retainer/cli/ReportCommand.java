package io.retainer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.ComposedReport;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Reports;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a report's files. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes a client's report over a period: the PDF and the workbook.",
    synopsisSubcommandLabel = "(list | preview | diff)",
    subcommands = {ReportListCommand.class, ReportPreviewCommand.class, ReportDiffCommand.class},
    footer = {
      "",
      "Examples:",
      "  retainer report list",
      "  retainer report preview monthly-performance --locale fi",
      "  retainer report --client nordic --report monthly-performance --period 2026-10 --out reports",
      "  retainer report --client cafe --report monthly-performance --period 2026-10 --locale ru"
          + " --format pdf --out ."
    })
final class ReportCommand implements Callable<Integer> {

  private static final String USUAL = "monthly-performance";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  // Not for the commands below, so these three are asked for in words.
  @Option(names = "--client", paramLabel = "ID", description = "whose report")
  private ClientId client;

  @Option(
      names = "--report",
      paramLabel = "R",
      description = "which report (default: " + USUAL + ")",
      defaultValue = USUAL)
  private String report;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "2026-10, 2026-Q3, 2026-W43, 2026 or 2026-10-01..2026-10-31")
  private Period period;

  @Option(
      names = "--locale",
      paramLabel = "L",
      description = "language of the reader: en, ru, be, fi (default: the client's)")
  private Locale locale;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description = "pdf, xlsx or both (default: pdf,xlsx)")
  private List<String> formats = List.of("pdf", "xlsx");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the files; made when it is not there")
  private Path out;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    refuseMissingOptions();
    List<ReportFormat> wanted = formats.stream().map(ReportCommand::format).toList();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new WrongUsage("--out " + out + " is a file; name a folder.");
    }
    PrintWriter err = spec.commandLine().getErr();
    try (Workspace workspace = home.open()) {
      Client owner = workspace.clients().named(client);
      refuseUnknownReport(workspace.reports());
      ComposedReport composed =
          workspace
              .reports()
              .compose(
                  owner, report, period, Optional.ofNullable(locale), owner.id() + "-" + period);
      workspace.scripts().problems().forEach(err::println);
      List<Path> files = new ArrayList<>();
      for (ReportFormat format : wanted) {
        files.add(write(composed, format));
      }
      print(composed, wanted, files);
      return ExitStatus.DONE;
    } catch (TemplateException e) {
      e.problems().forEach(err::println);
      return ExitStatus.FINDINGS;
    }
  }

  private void refuseMissingOptions() {
    List<String> missing = new ArrayList<>();
    if (client == null) {
      missing.add("--client=ID");
    }
    if (period == null) {
      missing.add("--period=P");
    }
    if (out == null) {
      missing.add("--out=DIR");
    }
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          (missing.size() == 1 ? "Missing required option: " : "Missing required options: ")
              + String.join(", ", missing));
    }
  }

  static ReportFormat format(String word) {
    return ReportFormat.of(word.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new WrongUsage(
                    "--format: \"" + word + "\" is no format; write pdf, xlsx or pdf,xlsx"));
  }

  private void refuseUnknownReport(Reports reports) {
    refuseUnknown(report, reports);
  }

  static void refuseUnknown(String report, Reports reports) {
    List<String> known = reports.templates().stream().map(template -> template.id()).toList();
    boolean isBroken = reports.problems().stream().anyMatch(problem -> problem.contains(report));
    if (!known.contains(report) && !isBroken) {
      throw new WrongUsage(
          "There is no report \"%s\"%s; there are %s"
              .formatted(
                  report,
                  Nearest.to(report, known).map(near -> ", did you mean " + near + "?").orElse(""),
                  known));
    }
  }

  private Path write(ComposedReport composed, ReportFormat format) throws IOException {
    return WholeFile.write(out.resolve(composed.fileName(format)), composed.bytes(format));
  }

  private void print(ComposedReport composed, List<ReportFormat> formats, List<Path> files) {
    PrintWriter writer = spec.commandLine().getOut();
    if (!json) {
      files.forEach(writer::println);
      return;
    }
    ObjectNode document =
        Json.object()
            .put("client", client.value())
            .put("report", report)
            .put("period", period.toString())
            .put("locale", composed.locale().toLanguageTag());
    List<ObjectNode> entries = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      entries.add(
          Json.object()
              .put("format", formats.get(i).word())
              .put("file", files.get(i).toString())
              .put("bytes", files.get(i).toFile().length()));
    }
    document.set("files", Json.<ObjectNode>array(entries, entry -> entry));
    writer.println(Json.text(document));
  }
}
