package io.retainer.cli;

import io.retainer.workspace.dkim.DkimKey;
import io.retainer.workspace.dkim.DkimKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the key that signs the mails of a domain, and says what its DNS needs. */
@Command(
    name = "dkim",
    mixinStandardHelpOptions = true,
    description =
        "Makes the key that signs mails from a domain (DKIM) and says which DNS record makes it known."
            + " A key that is there stays, and is told again. The server may run: it signs with the"
            + " key from the next mail on, so publish the record first.",
    footer = {
      "",
      "Examples:",
      "  retainer mail dkim agency.example --home /srv/retainer",
      "  retainer mail dkim shop.example --selector r2027    a second key, which takes over"
    })
final class MailDkimCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "DOMAIN", description = "what stands right of the @ in the sender")
  private String domain;

  @Option(
      names = "--selector",
      paramLabel = "WORD",
      defaultValue = "retainer",
      description = "names the key in the DNS (default: retainer); of several the last one signs")
  private String selector;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    DkimKey key;
    try {
      key = new DkimKeys(home.folder()).make(domain, selector);
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Mails from %s are signed from now on. Publish in its DNS:%n%n  name   %s%n  type   TXT%n"
                + "  value  %s%n%nSome providers want the value in pieces of up to 255 letters."
                + " retainer doctor says whether it is there.%n",
            key.domain(), key.recordName(), key.recordText());
    return ExitStatus.DONE;
  }
}
