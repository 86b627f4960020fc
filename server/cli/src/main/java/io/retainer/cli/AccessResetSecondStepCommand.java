package io.retainer.cli;

import io.retainer.workspace.SecondStepReset;
import io.retainer.workspace.Workspace;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets somebody in by the password alone who has lost phone and recovery codes. */
@Command(
    name = "reset-second-step",
    mixinStandardHelpOptions = true,
    description =
        "Takes somebody's two-step sign-in away: the password alone lets them in, until they set it up"
            + " anew. They are signed out everywhere. The server has to be stopped; while it runs, an"
            + " owner does the same on the page Access.",
    footer = {"", "Example:", "  retainer access reset-second-step anna --home /srv/retainer"})
final class AccessResetSecondStepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "NAME", description = "the name they sign in with")
  private String name;

  @Override
  public Integer call() {
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    try (Workspace workspace = home.open()) {
      if (!SecondStepReset.of(workspace.state().jdbi(), name)) {
        spec.commandLine()
            .getErr()
            .printf(
                "retainer: nobody of the name \"%s\" has a two-step sign-in here; nothing was changed.%n",
                name);
        return ExitStatus.FINDINGS;
      }
    }
    spec.commandLine()
        .getOut()
        .printf("%s signs in by the password alone, and can set up two steps anew.%n", name);
    return ExitStatus.DONE;
  }
}
