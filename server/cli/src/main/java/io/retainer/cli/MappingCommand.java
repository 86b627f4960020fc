package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tables that no connector knows. */
@Command(
    name = "mapping",
    mixinStandardHelpOptions = true,
    description = {
      "Mappings: how tables that no connector knows are read. A draft is written from the headings",
      "and cells of a file; once it is saved, the next file with these headings is read by itself."
    },
    synopsisSubcommandLabel = "draft|save|list|remove",
    footer = {
      "",
      "Examples:",
      "  retainer mapping draft receipts.csv > till.yaml",
      "  retainer import --client cafe --mapping till.yaml --dry-run receipts.csv",
      "  retainer mapping save till.yaml",
      "  retainer import --client cafe receipts-2026-11.csv"
    },
    subcommands = {
      MappingDraftCommand.class,
      MappingSaveCommand.class,
      MappingListCommand.class,
      MappingRemoveCommand.class
    })
final class MappingCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with mappings: draft, save, list, remove");
  }
}
