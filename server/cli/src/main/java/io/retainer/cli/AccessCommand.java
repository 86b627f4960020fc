package io.retainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who may come in, for whoever works on the machine. */
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    description = "Lets somebody in when no owner can sign in any more.",
    subcommands = {AccessOwnerLinkCommand.class, AccessResetSecondStepCommand.class})
final class AccessCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Say what to do: retainer access owner-link, or retainer access reset-second-step NAME");
  }
}
