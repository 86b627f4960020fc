package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.pull.PullException;
import io.retainer.workspace.pull.PullSource;
import io.retainer.workspace.pull.Puller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Platforms that are asked for their figures. */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    description = {
      "Platforms that are asked for a client's figures: Google Analytics 4, Search Console and Mailchimp. A running server"
          + " asks each morning in the client's zone; stop it while you add or remove one.",
      "The credential is kept encrypted, under a key in <home>/secret.key, and is never shown."
    },
    synopsisSubcommandLabel = "add|list|test|pull|remove",
    footer = {
      "",
      "Exit status: 0 done, 1 the platform did not answer as it should, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer source add --client nordic --property 312345678 --key-file key.json",
      "  retainer source add --client nordic --platform google-search-console --account sc-domain:birch.example --key-file key.json",
      "  retainer source test 312345678",
      "  retainer source pull 312345678",
      "  retainer source list"
    })
final class SourceCommand implements Runnable {

  private static final int LARGEST_KEY = 16_000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with sources: add, list, test, pull or remove");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Adds a property or account. For Google make a service account with a JSON key in the Google Cloud console, turn the"
            + " Google Analytics Data API (Google Search Console API) on in its project, and add the"
            + " account's address to the property as a Viewer (a user with restricted rights). The"
            + " application_default_credentials.json of a person who may read it does as well. For"
            + " Mailchimp put the API key into a file."
      })
  int add(
      @Mixin HomeOption home,
      @Option(names = "--client", required = true, paramLabel = "ID", description = "whose figures")
          ClientId id,
      @Option(
              names = "--platform",
              paramLabel = "P",
              defaultValue = "google-analytics-4",
              description = "google-analytics-4 (the default), google-search-console or mailchimp")
          String platform,
      @Option(
              names = {"--account", "--property"},
              required = true,
              paramLabel = "A",
              description =
                  "number of the Analytics property (Admin, Property details), or the property of"
                      + " Search Console as it is written there: https://www.birch.example/ or"
                      + " sc-domain:birch.example; for Mailchimp a name that its figures are kept under")
          String account,
      @Option(
              names = "--key-file",
              required = true,
              paramLabel = "FILE",
              description = "file with the credential; - reads standard input")
          Path keyFile,
      @Option(
              names = "--from",
              paramLabel = "DAY",
              description = "first day to ask for (default: 90 days ago)")
          LocalDate from,
      @Option(
              names = "--look-back",
              paramLabel = "DAYS",
              description = "days asked for again, as platforms restate them (default: 3)")
          Integer lookBack)
      throws IOException {
    String key = key(keyFile);
    try (Workspace workspace = home.open()) {
      Client client = workspace.clients().named(id);
      LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
      LocalDate first = from == null ? today.minusDays(90) : from;
      PullSource added =
          typed(
              () ->
                  Puller.of(workspace)
                      .add(
                          client,
                          platform,
                          account,
                          key,
                          first,
                          lookBack == null ? OptionalInt.empty() : OptionalInt.of(lookBack)));
      say(
          "%s of %s is added, from %s on. Try it: retainer source test %s"
              .formatted(added.account(), id, first, added.account()));
      return ExitStatus.DONE;
    }
  }

  private static String key(Path file) throws IOException {
    try (var in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_KEY + 1);
      if (bytes.length > LARGEST_KEY) {
        throw new WrongUsage(file + " is too large for the key of a service account.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new WrongUsage("There is no file " + file + "; name the JSON key with --key-file.");
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the sources, until when each is imported, and what stopped it.")
  int list(@Mixin HomeOption home) {
    try (Workspace workspace = home.open()) {
      var table =
          new Table("CLIENT", "PLATFORM", "ACCOUNT", "IMPORTED UNTIL", "LOOK-BACK", "PROBLEM");
      for (PullSource source : Puller.of(workspace).all()) {
        table.row(
            source.client(),
            source.kind(),
            source.account(),
            source.pulledUntil().map(LocalDate::toString).orElse("nothing yet"),
            source.lookBack(),
            source.problem().orElse("-"));
      }
      table.print(spec.commandLine().getOut());
      return ExitStatus.DONE;
    }
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Asks for one day and imports nothing.")
  int test(@Mixin HomeOption home, @Mixin Named named) {
    return asked(
        home,
        named,
        (puller, source) -> {
          puller.test(source);
          say(puller.title(source) + " answers for " + source.account() + ".");
        });
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = "Imports everything up to yesterday in the client's zone, now.")
  int pull(@Mixin HomeOption home, @Mixin Named named) {
    return asked(
        home,
        named,
        (puller, source) -> say(puller.pull(source) + " files imported for " + source.account()));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Forgets a source and its credential. What was imported stays.")
  int remove(@Mixin HomeOption home, @Mixin Named named) {
    return asked(
        home,
        named,
        (puller, source) -> {
          puller.remove(source.id());
          say(source.account() + " is removed, and its credential with it.");
        });
  }

  /** Which source is meant. */
  static final class Named {
    @Parameters(paramLabel = "ACCOUNT", description = "the property or account, as it was added")
    private String account;

    @Option(
        names = "--client",
        paramLabel = "ID",
        description = "whose, where several clients have it")
    private ClientId client;

    private PullSource in(Puller puller) {
      var found =
          puller.all().stream()
              .filter(source -> source.account().equals(account))
              .filter(source -> client == null || source.client().equals(client))
              .toList();
      if (found.size() != 1) {
        throw new WrongUsage(
            found.isEmpty()
                ? "There is no source " + account + ". Those there are: retainer source list"
                : "Several sources are called " + account + "; say whose with --client");
      }
      return found.get(0);
    }
  }

  private interface Step {
    void take(Puller puller, PullSource source);
  }

  private int asked(HomeOption home, Named named, Step step) {
    try (Workspace workspace = home.open()) {
      Puller puller = Puller.of(workspace);
      step.take(puller, named.in(puller));
      return ExitStatus.DONE;
    } catch (PullException e) {
      spec.commandLine().getErr().println("retainer: " + e.getMessage());
      return ExitStatus.FINDINGS;
    }
  }

  private static <T> T typed(Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException | PullException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
