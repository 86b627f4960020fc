package io.retainer.cli;

import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.ComposedReport;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a template looks like, without a client or an import. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Renders a report with invented figures, to see what a template looks like.",
      "The figures come from sample.yaml: the shared one of the style, and over it the template's"
          + " own."
    },
    footer = {
      "",
      "Exit status: 1 when the template or its sample cannot be used; each mistake is named with"
          + " file and line.",
      "",
      "Examples:",
      "  retainer report preview monthly-performance --locale fi",
      "  retainer report preview drafts/autumn --png --out look",
      "  retainer report preview drafts/autumn --watch"
    })
final class ReportPreviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      paramLabel = "TEMPLATE",
      description = "a report of `retainer report list`, or the folder of one being written")
  private String template;

  @Option(
      names = "--locale",
      paramLabel = "L",
      description = "language of the reader: en, ru, be, fi (default: en)",
      defaultValue = "en")
  private Locale locale;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description = "pdf, xlsx or both (default: pdf,xlsx)")
  private List<String> formats = List.of("pdf", "xlsx");

  @Option(names = "--png", description = "also write each page as a picture")
  private boolean png;

  @Option(
      names = "--watch",
      description = {
        "render again whenever a file of the template or of the style is saved, until Ctrl+C;",
        "mistakes are named, and the files stay as they were"
      })
  private boolean watch;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the files (default: this one)",
      defaultValue = ".")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<ReportFormat> wanted = formats.stream().map(ReportCommand::format).toList();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new WrongUsage("--out " + out + " is a file; name a folder.");
    }
    try (Workspace workspace = home.open()) {
      EditedFiles files = new EditedFiles(read(workspace));
      int status = render(workspace, wanted);
      if (!watch) {
        return status;
      }
      spec.commandLine().getErr().println("Waiting for edits; Ctrl+C ends.");
      while (files.waitForEdit()) {
        render(workspace, wanted);
      }
      return ExitStatus.DONE;
    }
  }

  /** Folders whose files decide how the template looks. */
  private List<Path> read(Workspace workspace) {
    List<Path> folders =
        new ArrayList<>(
            List.of(
                workspace.installation().reportTemplates(), workspace.home().reportTemplates()));
    if (template.contains("/") || Files.isDirectory(Path.of(template))) {
      folders.add(Path.of(template).toAbsolutePath().normalize());
    }
    return folders;
  }

  private int render(Workspace workspace, List<ReportFormat> wanted) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      ComposedReport preview = preview(workspace);
      String name = preview.content().template().id() + "-preview-" + locale.getLanguage();
      for (ReportFormat format : wanted) {
        print(WholeFile.write(out.resolve(name + "." + format.word()), preview.bytes(format)));
      }
      if (png) {
        int number = 1;
        for (BufferedImage page : preview.pictures()) {
          print(WholeFile.write(out.resolve(name + "-%02d.png".formatted(number++)), bytes(page)));
        }
      }
      return ExitStatus.DONE;
    } catch (TemplateException e) {
      e.problems().forEach(err::println);
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
    }
    return ExitStatus.FINDINGS;
  }

  private ComposedReport preview(Workspace workspace) {
    Path folder = Path.of(template).toAbsolutePath().normalize();
    boolean isFolder = template.contains("/") || Files.isDirectory(folder);
    boolean isKnown =
        workspace.reports().templates().stream().anyMatch(one -> one.id().equals(template));
    if (isFolder && !isKnown) {
      if (!Files.isRegularFile(folder.resolve("report.yaml"))
          && !Files.isRegularFile(folder.resolve("override.yaml"))) {
        throw new WrongUsage("There is no report.yaml in " + folder + "; name a template's folder");
      }
      return workspace
          .reports()
          .preview(folder.getFileName().toString(), Optional.of(folder.getParent()), locale);
    }
    ReportCommand.refuseUnknown(template, workspace.reports());
    return workspace.reports().preview(template, Optional.empty(), locale);
  }

  private void print(Path file) {
    spec.commandLine().getOut().println(file);
  }

  private static byte[] bytes(BufferedImage page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(page, "png", bytes);
    return bytes.toByteArray();
  }
}
