package io.retainer.workspace.destinations;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.StateDatabase;
import io.retainer.workspace.configuration.OthersRights;
import io.retainer.workspace.destinations.Destination.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Places that reports go to besides mailboxes: those of {@code <home>/destinations.yaml}, which
 * belongs to the operator alone and is read anew each time, and those added in the browser. Where
 * both have one, the operator's holds. Only the operator names folders, and addresses within the
 * own network.
 *
 * <pre>{@code
 * destinations:
 *   archive:                                # a recipient archive@folder
 *     folder: /srv/reports/nordic
 *     clients: [nordic]                     # or all
 *   crm:                                    # crm@webhook
 *     webhook: https://crm.example.org/hooks/reports
 *     secret-file: /etc/retainer/crm.key    # for its owner alone; signs each call
 *     clients: [nordic]
 *   chat:                                   # chat@telegram
 *     telegram: "-1001234567890"
 *     secret-file: /etc/retainer/telegram.token
 *     clients: [nordic]
 *   channel:                                # channel@slack
 *     slack: C0123456789
 *     secret-file: /etc/retainer/slack.token
 *     clients: [nordic]
 *   bank:                                   # bank@sftp
 *     sftp: sftp://reports@sftp.example.org/in
 *     host-key: SHA256:…                    # as ssh-keygen -l prints it; a list while keys change
 *     secret-file: /etc/retainer/bank.key   # a password, or a private key without a passphrase
 *     clients: [nordic]
 * }</pre>
 */
public final class Destinations {

  public static final String FILE = "destinations.yaml";

  private final Path home;
  private final Optional<KeptDestinations> kept;

  /** The operator's alone. */
  public Destinations(Path home) {
    this(home, Optional.empty());
  }

  public Destinations(Path home, KeptDestinations kept) {
    this(home, Optional.of(kept));
  }

  /** To look at, while nobody works with the state; what is sealed stays so. */
  public static Destinations of(Path home, StateDatabase state) {
    Jdbi rows = Jdbi.create(state.readOnly());
    return new Destinations(
        home,
        new KeptDestinations(
            () -> rows,
            () -> {
              throw new IllegalStateException("Who only looks opens no secret");
            },
            Clock.systemUTC()));
  }

  private Destinations(Path home, Optional<KeptDestinations> kept) {
    this.home = home;
    this.kept = kept;
  }

  /** Whether a recipient is written as a destination, and not as a mailbox. */
  public static boolean isOne(MailAddress recipient) {
    return Kind.of(recipient.domain()).isPresent();
  }

  /**
   * @return by their recipients
   * @throws IllegalArgumentException saying what in the file cannot be used
   */
  public Map<String, Destination> all() {
    Map<String, Destination> all = new TreeMap<>(added());
    all.putAll(ofOperator());
    return all;
  }

  /** Those that were added in the browser, by their recipients. */
  public Map<String, Destination> added() {
    Map<String, Destination> all = new TreeMap<>();
    kept.map(KeptDestinations::all)
        .orElse(List.of())
        .forEach(each -> all.put(each.recipient(), each));
    return all;
  }

  /**
   * @return by their recipients
   * @throws IllegalArgumentException saying what in the file cannot be used
   */
  public Map<String, Destination> ofOperator() {
    Map<String, Destination> all = new TreeMap<>();
    entries()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Map<?, ?> given)) {
                throw new IllegalArgumentException(
                    FILE + ": \"" + name + "\" has to be a kind with what belongs to it");
              }
              Destination read =
                  new DestinationReader(home, FILE + ": ", String.valueOf(name), given).read();
              all.put(read.recipient(), read);
            });
    return all;
  }

  /**
   * @throws IllegalArgumentException when there is none, or not for this client
   */
  public Destination of(ClientId client, MailAddress recipient) {
    Map<String, Destination> mine =
        all().entrySet().stream()
            .filter(each -> each.getValue().isOf(client))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Destination found = mine.get(recipient.key());
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no destination %s for the client %s; there are %s"
              .formatted(recipient, client, List.copyOf(new TreeMap<>(mine).keySet())));
    }
    return found;
  }

  /**
   * @throws IllegalArgumentException naming a destination that is not the client's
   */
  public void check(ClientId client, Collection<String> recipients) {
    recipients.stream()
        .map(MailAddress::new)
        .filter(Destinations::isOne)
        .forEach(each -> of(client, each));
  }

  /**
   * Adds one that is reached over the internet.
   *
   * @throws IllegalArgumentException saying what cannot be used
   */
  public Destination add(WantedDestination wanted, String by) {
    Destination read = check(wanted);
    if (!kept.orElseThrow().add(read, wanted.secret().strip(), by)) {
      throw taken(read);
    }
    return read;
  }

  /**
   * The same without adding it.
   *
   * @throws IllegalArgumentException saying what cannot be used
   */
  public Destination check(WantedDestination wanted) {
    if (wanted.kind() == Kind.FOLDER) {
      throw new IllegalArgumentException(
          "A folder of the server is named by its operator alone, in " + FILE);
    }
    Map<String, Object> given = new HashMap<>();
    given.put(wanted.kind().word(), wanted.target());
    given.put("clients", wanted.isOfAll() ? Destination.ALL : wanted.clients());
    if (wanted.kind() == Kind.SFTP) {
      given.put("host-key", wanted.hostKeys());
    }
    if (wanted.secret().isBlank()) {
      throw new IllegalArgumentException(
          "\"%s\" needs a secret: a token, what signs its calls, a password or a private key"
              .formatted(wanted.name()));
    }
    Destination read =
        new DestinationReader(home, "", wanted.name(), given)
            .read(Optional.of(() -> wanted.secret()));
    if (all().containsKey(read.recipient())) {
      throw taken(read);
    }
    return read;
  }

  private static IllegalArgumentException taken(Destination destination) {
    return new IllegalArgumentException("There is a " + destination.recipient() + " already");
  }

  /**
   * Forgets one that was added, with its secret.
   *
   * @return false when it was not
   */
  public boolean remove(String recipient) {
    return kept.orElseThrow().remove(recipient);
  }

  /** Until it is resumed, reports for it wait. */
  public void pause(String recipient, String by) {
    kept.orElseThrow().pause(recipient, by);
  }

  public void resume(String recipient) {
    kept.orElseThrow().resume(recipient);
  }

  /** By their recipients. */
  public Map<String, KeptDestinations.Pause> paused() {
    return kept.map(KeptDestinations::paused).orElse(Map.of());
  }

  /**
   * All of them, by their recipients, with what there is to say of each. A file that cannot be used
   * hides no other.
   */
  public List<KnownDestination> known() {
    Map<String, Destination> ofOperator = usableOfOperator();
    Map<String, Destination> all = new TreeMap<>(added());
    all.putAll(ofOperator);
    Map<String, KeptDestinations.Pause> paused = paused();
    Map<String, Trouble> troubles = kept.map(each -> each.troubles(all.keySet())).orElse(Map.of());
    return all.values().stream()
        .map(
            each ->
                new KnownDestination(
                    each,
                    ofOperator.containsKey(each.recipient()),
                    Optional.ofNullable(paused.get(each.recipient())),
                    Optional.ofNullable(troubles.get(each.recipient()))))
        .toList();
  }

  private Map<String, Destination> usableOfOperator() {
    try {
      return ofOperator();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private Map<?, ?> entries() {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return Map.of();
    }
    if (OthersRights.mayWrite(file)) {
      throw new IllegalArgumentException(
          file + " may be written by others, who would get reports: chmod 600 " + file);
    }
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      if (yaml.load(Files.readString(file)) instanceof Map<?, ?> whole
          && whole.size() == 1
          && whole.get("destinations") instanceof Map<?, ?> entries) {
        return entries;
      }
      throw new IllegalArgumentException(
          FILE + " has to begin with \"destinations:\", with names below it");
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          FILE + " is no YAML: " + e.getMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
