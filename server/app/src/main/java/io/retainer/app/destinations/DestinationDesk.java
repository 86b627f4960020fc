package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Texts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.KeptDestinations.Pause;
import io.retainer.workspace.destinations.SftpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What people and programs do with destinations. No secret leaves it again. */
public final class DestinationDesk {

  private static final int LONGEST_SECRET = 16_000;
  private static final int LONGEST_TARGET = 1000;
  private static final int MOST_HOST_KEYS = 10;
  private static final Duration SOMEBODY_WAITS = Duration.ofSeconds(20);

  private final Workspace workspace;
  private final URI url;
  private final String domain;
  private final HostKeys hostKeys;

  /** Asks an SFTP server which key it shows. */
  @FunctionalInterface
  interface HostKeys {
    String of(SftpAddress address) throws IOException;
  }

  /**
   * @param url of the server, for the link in a test
   * @param domain of Message-IDs
   */
  public DestinationDesk(Workspace workspace, URI url, String domain) {
    this(workspace, url, domain, address -> SftpConnection.hostKey(address, false, SOMEBODY_WAITS));
  }

  DestinationDesk(Workspace workspace, URI url, String domain, HostKeys hostKeys) {
    this.hostKeys = hostKeys;
    this.workspace = workspace;
    this.url = url;
    this.domain = domain;
  }

  /**
   * One as it is shown.
   *
   * @param clients of those that whoever looks may see; empty for all, and when its clients were
   *     deleted
   * @param isOfOperator whether it stands in {@code destinations.yaml}
   */
  public record Line(
      Destination destination, List<Client> clients, boolean isOfOperator, Optional<Pause> pause) {

    /** Whether every client's reports may go there. */
    public boolean isOfAll() {
      return destination.clients().contains(Destination.ALL);
    }
  }

  /** An SFTP server's key, which somebody has to compare before anything goes there. */
  static final class UnconfirmedKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    UnconfirmedKeyException(String host, String key) {
      super(
          "%s shows the key %s. Compare it with what its operator tells you, and give it as the host key; nothing was saved"
              .formatted(host, key));
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** Empty when {@code destinations.yaml} can be used. */
  String problem() {
    try {
      workspace.destinations().ofOperator();
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Those for clients that whoever asks may see; who sees all sees those of no client too. */
  List<Line> list() {
    boolean seesAll = ClientScope.current().holder().isEmpty();
    List<Client> seen = workspace.clients().all();
    Map<String, Pause> paused = workspace.destinations().paused();
    Map<String, Destination> ofOperator = usableOfOperator();
    Map<String, Destination> all = new TreeMap<>(workspace.destinations().added());
    all.putAll(ofOperator);
    List<Line> lines = new ArrayList<>();
    for (Destination each : all.values()) {
      List<Client> clients =
          seen.stream().filter(client -> each.clients().contains(client.id().value())).toList();
      if (seesAll || !clients.isEmpty() || each.clients().contains(Destination.ALL)) {
        lines.add(
            new Line(
                each,
                clients,
                ofOperator.containsKey(each.recipient()),
                Optional.ofNullable(paused.get(each.recipient()))));
      }
    }
    return lines;
  }

  private Map<String, Destination> usableOfOperator() {
    try {
      return workspace.destinations().ofOperator();
    } catch (IllegalArgumentException e) {
      // The page says it.
      return Map.of();
    }
  }

  Line line(String recipient) {
    return list().stream()
        .filter(line -> line.destination().recipient().equals(recipient))
        .findFirst()
        .orElseThrow(() -> Problem.missing("There is no destination " + recipient + "."));
  }

  /**
   * @param clients ids, or {@code all} alone
   * @param fingerprints of an SFTP server; without one its key is asked for and told
   * @throws UnconfirmedKeyException with that key
   */
  Line add(
      String name,
      String kind,
      String target,
      List<String> clients,
      List<String> fingerprints,
      String secret,
      String by) {
    if (secret.length() > LONGEST_SECRET) {
      throw Problem.invalid("The secret is too long to be one.");
    }
    if (target.length() > LONGEST_TARGET) {
      throw Problem.invalid("An address has at most " + LONGEST_TARGET + " characters.");
    }
    if (fingerprints.size() > MOST_HOST_KEYS) {
      throw Problem.invalid("A server has at most " + MOST_HOST_KEYS + " host keys.");
    }
    Destination.Kind known =
        Destination.Kind.of(kind)
            .orElseThrow(
                () -> Problem.invalid("Kinds are webhook, telegram, slack and sftp; saw " + kind));
    if (clients.isEmpty()) {
      throw Problem.invalid("Say whose reports may go there: ids of clients, or all.");
    }
    if (!clients.equals(List.of(Destination.ALL))) {
      clients.forEach(id -> workspace.clients().named(Input.value(id, ClientId::new)));
    }
    try {
      if (known == Destination.Kind.SFTP && fingerprints.isEmpty()) {
        ask(SftpAddress.parse(target));
      }
      Destination added =
          workspace.destinations().add(name, known, target, clients, fingerprints, secret, by);
      return line(added.recipient());
    } catch (IllegalArgumentException e) {
      throw Problem.impossible(e.getMessage() + ".");
    }
  }

  private void ask(SftpAddress address) {
    String key;
    try {
      key = hostKeys.of(address);
    } catch (IOException e) {
      throw Problem.impossible(
          Call.line("%s is not reached: %s".formatted(address.host(), e.getMessage())));
    }
    throw new UnconfirmedKeyException(address.host(), key);
  }

  /** Sends something that is no report, as a report would go, also while it is paused. */
  Outcome test(String recipient, Language language) {
    Destination destination = line(recipient).destination();
    Texts texts = Texts.in(language);
    String words = texts.text("destinations.test-words");
    Path file = null;
    try {
      file = Files.createTempFile("retainer-test", ".txt");
      Files.writeString(file, words + "\n");
      return Destined.handOver(
          destination, letter(destination, texts, words, language, file), () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("The test cannot be written", e);
    } finally {
      remove(file);
    }
  }

  private Letter letter(
      Destination destination, Texts texts, String words, Language language, Path file) {
    return new Letter(
        Optional.empty(),
        "<test-" + UUID.randomUUID() + "@" + domain + ">",
        "test",
        MailIdentity.USUAL,
        new MailAddress(destination.recipient()),
        workspace.clock().instant(),
        new EmailBody(language.locale(), texts.text("destinations.test-subject"), words, ""),
        List.of(new Letter.Attachment("retainer-test.txt", "text/plain", file)),
        Optional.of(url));
  }

  private static void remove(Path file) {
    try {
      if (file != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // The machine clears its folder of temporary files.
    }
  }

  Line pause(String recipient, String by) {
    workspace.destinations().pause(line(recipient).destination().recipient(), by);
    return line(recipient);
  }

  Line resume(String recipient) {
    workspace.destinations().resume(line(recipient).destination().recipient());
    return line(recipient);
  }

  void remove(String recipient) {
    if (line(recipient).isOfOperator()) {
      throw Problem.impossible(
          recipient + " stands in destinations.yaml, where the operator takes it out.");
    }
    workspace.destinations().remove(recipient);
  }
}
