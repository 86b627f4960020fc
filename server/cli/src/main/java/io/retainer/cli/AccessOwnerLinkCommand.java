package io.retainer.cli;

import io.retainer.workspace.OwnerKey;
import io.retainer.workspace.Workspace;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the link by which a new owner comes in. */
@Command(
    name = "owner-link",
    mixinStandardHelpOptions = true,
    description =
        "Makes a link by which one new owner is added: once, within 24 hours. Earlier such links stop"
            + " working; the people there are stay as they are. The server has to be stopped.",
    footer = {"", "Example:", "  retainer access owner-link --home /srv/retainer"})
final class AccessOwnerLinkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Override
  public Integer call() {
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    try (Workspace workspace = home.open()) {
      String key = OwnerKey.renew(workspace.state().jdbi(), workspace.clock().instant());
      spec.commandLine()
          .getOut()
          .printf(
              "Start the server and open, within 24 hours, at its address:%n  welcome?key=%s%n"
                  + "It works once and adds an owner. Change or remove the others on the page Access.%n",
              key);
    }
    return ExitStatus.DONE;
  }
}
