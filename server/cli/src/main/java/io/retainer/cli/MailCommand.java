package io.retainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What mails need beside their server. */
@Command(
    name = "mail",
    mixinStandardHelpOptions = true,
    description = "Signs the agency's mails, so that they do not arrive as spam.",
    subcommands = MailDkimCommand.class)
final class MailCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: retainer mail dkim agency.example");
  }
}
