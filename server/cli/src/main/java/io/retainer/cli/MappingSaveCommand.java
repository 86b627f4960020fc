package io.retainer.cli;

import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a mapping in the home. */
@Command(
    name = "save",
    mixinStandardHelpOptions = true,
    description =
        "Checks a mapping and keeps it in the home: files that no connector knows are read by it"
            + " when they have its headings.",
    footer = {
      "",
      "Examples:",
      "  retainer mapping save till.yaml",
      "  retainer mapping save --name till-2026 till.yaml"
    })
final class MappingSaveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "MAPPING", description = "the file with the mapping")
  private Path file;

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "under which name (default: that of the file)")
  private String name;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file \"" + file + "\".");
    }
    String text = Files.readString(file);
    try (Workspace workspace = home.open()) {
      List<ReadIssue> mistakes = workspace.imports().check(text);
      for (ReadIssue mistake : mistakes) {
        spec.commandLine()
            .getErr()
            .println(
                file
                    + mistake.column().replaceFirst("^mapping ", ":")
                    + ": "
                    + mistake.saw()
                    + ", expected "
                    + mistake.expected()
                    + ". "
                    + mistake.advice());
      }
      if (!mistakes.isEmpty()) {
        return ExitStatus.FINDINGS;
      }
      String kept = name == null ? Mappings.nameOf(ownName()) : name;
      if (!Mappings.nameOf(kept).equals(kept)) {
        throw new WrongUsage(
            "A mapping's name is lower-case letters, digits and hyphens, like "
                + Mappings.nameOf(kept));
      }
      workspace.imports().mappings().save(new Mappings.Saved(kept, text));
      spec.commandLine().getOut().println("Saved as " + kept + ".");
      return ExitStatus.DONE;
    }
  }

  private String ownName() {
    return file.toAbsolutePath().getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
