package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.reports.ReportTitles;
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
import io.retainer.workspace.destinations.KnownDestination;
import io.retainer.workspace.destinations.SftpAddress;
import io.retainer.workspace.destinations.WantedDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
  private final Function<String, List<Use>> uses;

  /** Asks an SFTP server which key it shows. */
  @FunctionalInterface
  interface HostKeys {
    String of(SftpAddress address) throws IOException;
  }

  /**
   * @param url of the server, for the link in a test
   * @param domain of Message-IDs
   * @param uses which schedules have a recipient among theirs
   */
  public DestinationDesk(
      Workspace workspace, URI url, String domain, Function<String, List<Use>> uses) {
    this(
        workspace,
        url,
        domain,
        uses,
        address -> SftpConnection.hostKey(address, false, SOMEBODY_WAITS));
  }

  DestinationDesk(
      Workspace workspace,
      URI url,
      String domain,
      Function<String, List<Use>> uses,
      HostKeys hostKeys) {
    this.uses = uses;
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
   */
  public record Line(KnownDestination known, List<Client> clients) {

    public Destination destination() {
      return known.destination();
    }

    public boolean isOfOperator() {
      return known.isOfOperator();
    }

    public Optional<Pause> pause() {
      return known.pause();
    }

    /** Whether every client's reports may go there. */
    public boolean isOfAll() {
      return destination().clients().contains(Destination.ALL);
    }
  }

  /** A schedule that sends somewhere. */
  public record Use(String schedule, ClientId client, String report) {}

  /** Schedules send to a destination that somebody wants to remove. */
  static final class InUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 10;

    private final transient List<Use> uses;

    InUseException(String recipient, List<Use> uses) {
      super(
          "Schedules send to %s: %s. Take it out of them first, or remove it nevertheless: their reports are refused there then"
              .formatted(recipient, named(uses)));
      this.uses = List.copyOf(uses);
    }

    private static String named(List<Use> uses) {
      String named =
          uses.stream()
              .limit(MOST_NAMED)
              .map(use -> "%s of %s (%s)".formatted(use.report(), use.client(), use.schedule()))
              .collect(Collectors.joining(", "));
      int more = uses.size() - MOST_NAMED;
      return more > 0 ? named + " and " + more + " more" : named;
    }

    List<Use> uses() {
      return uses;
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

  String nameOf(ClientId client) {
    return workspace.clients().named(client).name();
  }

  ReportTitles titles(Language language) {
    return ReportTitles.in(workspace, language.locale());
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
    List<Line> lines = new ArrayList<>();
    for (KnownDestination each : workspace.destinations().known()) {
      Set<String> its = each.destination().clients();
      List<Client> clients =
          seen.stream().filter(client -> its.contains(client.id().value())).toList();
      if (seesAll || !clients.isEmpty() || its.contains(Destination.ALL)) {
        lines.add(new Line(each, clients));
      }
    }
    return lines;
  }

  /** Of a file with one wrong line nothing can be used, and whoever asks has to know that. */
  private Problem missing(String recipient) {
    String problem = problem();
    return Problem.missing(
        problem.isEmpty()
            ? "There is no destination %s.".formatted(recipient)
            : "There is no destination %s as long as the operator's file cannot be used: %s."
                .formatted(recipient, problem));
  }

  Line line(String recipient) {
    return list().stream()
        .filter(line -> line.destination().recipient().equals(recipient))
        .findFirst()
        .orElseThrow(() -> missing(recipient));
  }

  static Destination.Kind kind(String word) {
    return Destination.Kind.of(word)
        .orElseThrow(
            () -> Problem.invalid("Kinds are webhook, telegram, slack and sftp; saw " + word));
  }

  /**
   * @throws UnconfirmedKeyException with the key of an SFTP server for which none is given
   */
  Line add(WantedDestination wanted, String by) {
    return line(understood(wanted, () -> workspace.destinations().add(wanted, by)).recipient());
  }

  /**
   * The same without adding it.
   *
   * @throws UnconfirmedKeyException with the key of an SFTP server for which none is given
   */
  Line check(WantedDestination wanted) {
    Destination read = understood(wanted, () -> workspace.destinations().check(wanted));
    List<Client> clients =
        workspace.clients().all().stream()
            .filter(each -> read.clients().contains(each.id().value()))
            .toList();
    return new Line(new KnownDestination(read, false, Optional.empty(), Optional.empty()), clients);
  }

  private Destination understood(WantedDestination wanted, Supplier<Destination> step) {
    if (wanted.secret().length() > LONGEST_SECRET) {
      throw Problem.invalid("The secret is too long to be one.");
    }
    if (wanted.target().length() > LONGEST_TARGET) {
      throw Problem.invalid("An address has at most " + LONGEST_TARGET + " characters.");
    }
    if (wanted.hostKeys().size() > MOST_HOST_KEYS) {
      throw Problem.invalid("A server has at most " + MOST_HOST_KEYS + " host keys.");
    }
    if (wanted.clients().isEmpty()) {
      throw Problem.invalid("Say whose reports may go there: ids of clients, or all.");
    }
    if (!wanted.isOfAll()) {
      wanted.clients().forEach(id -> workspace.clients().named(Input.value(id, ClientId::new)));
    }
    try {
      if (wanted.kind() == Destination.Kind.SFTP && wanted.hostKeys().isEmpty()) {
        ask(address(wanted));
      }
      return step.get();
    } catch (IllegalArgumentException e) {
      throw Problem.impossible(e.getMessage() + ".");
    }
  }

  private static SftpAddress address(WantedDestination wanted) {
    try {
      return SftpAddress.parse(wanted.target());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"%s\" %s".formatted(wanted.name(), e.getMessage()), e);
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

  /**
   * @param isForced also while schedules send there
   * @throws InUseException naming them
   */
  void remove(String recipient, boolean isForced) {
    if (line(recipient).isOfOperator()) {
      throw Problem.impossible(
          recipient + " stands in destinations.yaml, where the operator takes it out.");
    }
    List<Use> users = uses.apply(recipient);
    if (!users.isEmpty() && !isForced) {
      throw new InUseException(recipient, users);
    }
    workspace.destinations().remove(recipient);
  }
}
