package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a destination. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a destination that is reached over the internet. Its secret (a token, what signs a webhook's calls, a password or"
          + " a private key) comes from a file, from standard input or from the environment, is kept encrypted, and is"
          + " shown nowhere.",
      "An SFTP server for which no host key is given is asked for its key, which is shown, and nothing is added: compare it"
          + " with what its operator tells you, and give it with --host-key."
    },
    footer = {
      "",
      "Examples:",
      "  retainer destination add crm --webhook https://crm.example.org/hooks/reports --client nordic --secret-file crm.key",
      "  retainer destination add chat --telegram -1001234567890 --client nordic,birch --secret-env BOT_TOKEN",
      "  pass show slack | retainer destination add channel --slack C0123456789 --client all --secret-file -",
      "  retainer destination add bank --sftp sftp://reports@sftp.example.org/in --client nordic --secret-file key --dry-run"
    })
final class DestinationAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      paramLabel = "NAME",
      description = "small letters, digits and hyphens; crm becomes the recipient crm@webhook")
  private String name;

  @ArgGroup(multiplicity = "1")
  private Target target;

  /** One of the kinds. */
  private static final class Target {
    @Option(names = "--webhook", paramLabel = "URL", description = "https address that is told")
    private String webhook;

    @Option(names = "--telegram", paramLabel = "CHAT", description = "number or @name of the chat")
    private String telegram;

    @Option(names = "--slack", paramLabel = "CHANNEL", description = "id of the channel")
    private String slack;

    @Option(
        names = "--sftp",
        paramLabel = "URL",
        description = "folder on a server, sftp://user@host/folder")
    private String sftp;

    private void put(ObjectNode body) {
      if (webhook != null) {
        body.put("kind", "webhook").put("target", webhook);
      } else if (telegram != null) {
        body.put("kind", "telegram").put("target", telegram);
      } else if (slack != null) {
        body.put("kind", "slack").put("target", slack);
      } else {
        body.put("kind", "sftp").put("target", sftp);
      }
    }
  }

  @Option(
      names = "--client",
      required = true,
      split = ",",
      paramLabel = "ID",
      description = "whose reports may go there; all for everybody's")
  private List<String> clients;

  @Option(
      names = "--host-key",
      paramLabel = "KEY",
      description =
          "of an SFTP server, SHA256:… as ssh-keygen -l prints it; again for each while keys change")
  private List<String> hostKeys = List.of();

  @ArgGroup(multiplicity = "1")
  private Secret secret;

  /** Where the secret is; on a command line, others would see it. */
  private static final class Secret {
    @Option(
        names = "--secret-file",
        paramLabel = "FILE",
        description = "file with the secret; - reads standard input")
    private Path file;

    @Option(
        names = "--secret-env",
        paramLabel = "VARIABLE",
        description = "environment variable with the secret")
    private String variable;

    private String read() throws IOException {
      String text =
          variable == null
              ? CredentialFile.read(file, "--secret-file")
              : System.getenv().getOrDefault(variable, "");
      if (text.isBlank()) {
        throw new WrongUsage(
            variable == null
                ? "There is no secret in "
                    + (file.toString().equals("-") ? "standard input" : file)
                    + "; it is empty."
                : "The environment has no variable " + variable + ", or it is empty.");
      }
      return text;
    }
  }

  @Option(names = "--dry-run", description = "look at everything, and add nothing")
  private boolean isDryRun;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ObjectNode body = Json.object().put("name", name).put("secret", secret.read());
    target.put(body);
    body.set("clients", Json.array(clients, Json::text));
    body.set("hostKeys", Json.array(hostKeys, Json::text));
    JsonNode added =
        WorkingServer.asked(home, api -> api.post("destinations?dry-run=" + isDryRun, body));
    String recipient = added.path("recipient").asText();
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.text(added)
                : isDryRun
                    ? recipient + " can be used. Nothing was added, as asked."
                    : "%s is added, for reports of %s. Try it: retainer destination test %s"
                        .formatted(recipient, DestinationCommand.clients(added), recipient));
    return ExitStatus.DONE;
  }
}
