package io.retainer.cli;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.removal.ClientRemoval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a client, with a proof. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description =
        "Deletes a client and everything about them: imports and the files they came from, figures,"
            + " reports, schedules, mails, words, settings, lines of logs. Without --yes it only says"
            + " what would go and what stays.",
    footer = {
      "",
      "The server has to be stopped: the databases are written anew, so that no deleted row stays in",
      "their files. A proof with all counts and hashes is written into removals in the home.",
      "It cannot be undone, except from a backup; backups hold the client until you delete them.",
      "",
      "Examples:",
      "  retainer client remove nordic",
      "  retainer client remove nordic --yes"
    })
final class ClientRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "ID", description = "short name of the client")
  private ClientId client;

  @Option(names = "--yes", description = "delete")
  private boolean yes;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      var removal = new ClientRemoval(workspace, client, Who.asks());
      out.print(removal.planned().text());
      if (!yes) {
        out.println();
        out.println(
            "Nothing is deleted. To delete: retainer client remove %s --yes"
                .formatted(client.value()));
        return ExitStatus.DONE;
      }
      Path proof = removal.carryOut();
      out.println();
      out.println("Deleted. The proof: " + proof);
      return ExitStatus.DONE;
    }
  }
}
