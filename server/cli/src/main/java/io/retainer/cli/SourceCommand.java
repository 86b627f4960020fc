package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.ApiException;
import io.retainer.cli.server.RunningServer;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.pull.PullException;
import io.retainer.workspace.pull.Puller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    synopsisSubcommandLabel = "add|list|test|pull|pause|resume|remove|rekey",
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

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with sources: add, list, test, pull, pause, resume, remove or rekey");
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
              description =
                  "google-analytics-4 (the default), google-search-console, mailchimp or command")
          String platform,
      @Option(
              names = {"--account", "--property"},
              required = true,
              paramLabel = "A",
              description =
                  "number of the Analytics property (Admin, Property details), or the property of"
                      + " Search Console as it is written there: https://www.birch.example/ or"
                      + " sc-domain:birch.example; for Mailchimp the name that its figures are"
                      + " kept under, mailchimp if exports were imported without one; for a command its name in <home>/commands.yaml")
          String account,
      @Option(
              names = "--key-file",
              paramLabel = "FILE",
              description =
                  "file with the credential; - reads standard input; a command needs none")
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
      throws IOException, InterruptedException {
    String key = keyFile == null ? "" : CredentialFile.read(keyFile, "--key-file");
    if (keyFile == null && !platform.equals("command")) {
      throw new WrongUsage("Name the file with the credential: --key-file FILE.");
    }
    try (SourceBook book = SourceBook.of(home)) {
      book.add(
          id.value(),
          platform,
          account,
          key,
          from == null ? "" : from.toString(),
          lookBack == null ? OptionalInt.empty() : OptionalInt.of(lookBack));
      say(
          "%s of %s is added. Try it: retainer source test %s"
              .formatted(account, id, quoted(account)));
      return ExitStatus.DONE;
    } catch (IllegalArgumentException | PullException | ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private static String quoted(String account) {
    return account.contains(" ") ? "\"" + account + "\"" : account;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the sources, until when each is imported, and what stopped it.")
  int list(
      @Mixin HomeOption home,
      @Option(names = "--json", description = "print JSON and nothing else") boolean json)
      throws IOException, InterruptedException {
    try (SourceBook book = SourceBook.of(home)) {
      if (json) {
        say(Json.text(Json.array(book.all(), source -> source)));
        return ExitStatus.DONE;
      }
      var table =
          new Table("CLIENT", "PLATFORM", "ACCOUNT", "IMPORTED UNTIL", "LOOK-BACK", "STATE");
      for (JsonNode source : book.all()) {
        table.row(
            source.path("client").asText(),
            source.path("platform").asText(),
            source.path("account").asText(),
            source.path("importedUntil").asText("nothing yet"),
            source.path("lookBack").asText(),
            state(source));
      }
      table.print(spec.commandLine().getOut());
      return ExitStatus.DONE;
    }
  }

  private static String state(JsonNode source) {
    if (source.hasNonNull("pulling")) {
      return "being asked, from " + source.path("pulling").asText() + " on";
    }
    return source.path("paused").asBoolean() ? "paused" : source.path("problem").asText("-");
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Asks for one day and imports nothing.")
  int test(@Mixin HomeOption home, @Mixin NamedSource named) {
    return asked(
        home,
        named,
        (book, source) -> {
          book.test(source);
          say(
              "%s answers for %s."
                  .formatted(source.path("title").asText(), source.path("account").asText()));
          return ExitStatus.DONE;
        });
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = "Imports everything up to yesterday in the client's zone, now.")
  int pull(@Mixin HomeOption home, @Mixin NamedSource named) {
    return asked(
        home,
        named,
        (book, source) -> {
          String account = source.path("account").asText();
          JsonNode pulled =
              book.pull(source, day -> tell(account + ": days from " + day + " on are asked for"));
          if (pulled.hasNonNull("problem")) {
            tell("retainer: " + pulled.path("problem").asText());
            return ExitStatus.FINDINGS;
          }
          String until = pulled.path("importedUntil").asText("");
          say(account + (until.isEmpty() ? ": nothing yet" : ": imported until " + until));
          return ExitStatus.DONE;
        });
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Stops asking by itself; pull asks all the same.")
  int pause(@Mixin HomeOption home, @Mixin NamedSource named) {
    return paused(home, named, true);
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Goes on asking each morning.")
  int resume(@Mixin HomeOption home, @Mixin NamedSource named) {
    return paused(home, named, false);
  }

  private int paused(HomeOption home, NamedSource named, boolean isPaused) {
    return asked(
        home,
        named,
        (book, source) -> {
          book.pause(source, isPaused);
          say(source.path("account").asText() + (isPaused ? " is paused." : " is asked again."));
          return ExitStatus.DONE;
        });
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Forgets a source and its credential. What was imported stays.")
  int remove(@Mixin HomeOption home, @Mixin NamedSource named) {
    return asked(
        home,
        named,
        (book, source) -> {
          book.remove(source);
          say(source.path("account").asText() + " is removed, and its credential with it.");
          return ExitStatus.DONE;
        });
  }

  @Command(
      name = "rekey",
      mixinStandardHelpOptions = true,
      description = {
        "Encrypts all credentials with a new key, which takes the place of the one in"
            + " <home>/secret.key. Stop the server first. Killed midway, nothing is lost.",
        "Keep a copy of the new file apart from the backups. Backups made before open with the"
            + " former key only."
      })
  int rekey(@Mixin HomeOption home) throws IOException {
    if (RunningServer.of(home.folder()).isPresent()) {
      throw new WrongUsage(
          "A server works in " + home.folder() + "; stop it, then change the key.");
    }
    try (Workspace workspace = home.open()) {
      int sealed = Puller.of(workspace).changeKey();
      say(
          "%d %s encrypted with a new key in %s. Copy it to a safe place; backups made before open with the former one only."
              .formatted(
                  sealed,
                  sealed == 1 ? "secret is" : "secrets are",
                  home.folder().resolve("secret.key")));
      return ExitStatus.DONE;
    } catch (PullException e) {
      tell("retainer: " + e.getMessage());
      return ExitStatus.FINDINGS;
    }
  }

  private interface Step {
    int take(SourceBook book, JsonNode source) throws IOException, InterruptedException;
  }

  private int asked(HomeOption home, NamedSource named, Step step) {
    try (SourceBook book = SourceBook.of(home)) {
      return step.take(book, named.in(book));
    } catch (PullException | IOException e) {
      tell("retainer: " + e.getMessage());
      return ExitStatus.FINDINGS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.FINDINGS;
    }
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
