package io.retainer.workspace.destinations;

import io.retainer.workspace.configuration.OthersRights;
import io.retainer.workspace.destinations.Destination.Kind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands one destination as it is written. */
final class DestinationReader {

  private static final Set<String> WORDS =
      Set.of("clients", "base", "secret-file", "host-key", "internal");
  private static final Map<Kind, String> BASES =
      Map.of(Kind.TELEGRAM, "https://api.telegram.org", Kind.SLACK, "https://slack.com");

  private final Path home;
  private final String where;
  private final String name;
  private final Map<?, ?> given;

  /**
   * @param where it is written, for what is said of it; empty when that is clear
   */
  DestinationReader(Path home, String where, String name, Map<?, ?> given) {
    this.home = home;
    this.where = where;
    this.name = name;
    this.given = given;
  }

  /**
   * @throws IllegalArgumentException saying what cannot be used
   */
  Destination read() {
    return read(secretFile());
  }

  /**
   * @param secret that is kept elsewhere than in a file
   */
  Destination read(Optional<Destination.Secret> secret) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,40}")) {
      throw wrong("is no name; write one like north-archive");
    }
    List<Kind> kinds =
        Arrays.stream(Kind.values()).filter(kind -> given.containsKey(kind.word())).toList();
    Set<String> strange =
        given.keySet().stream()
            .map(String::valueOf)
            .filter(word -> !WORDS.contains(word) && Kind.of(word).isEmpty())
            .collect(Collectors.toSet());
    if (kinds.size() != 1 || !strange.isEmpty()) {
      throw wrong(
          "has %s; expected one of folder, webhook, telegram, slack and sftp, with clients, base,"
                  .formatted(given.keySet())
              + " secret-file, host-key and internal");
    }
    Kind kind = kinds.get(0);
    boolean isInternal = Boolean.TRUE.equals(given.get("internal"));
    var destination =
        new Destination(
            name,
            kind,
            target(kind, String.valueOf(given.get(kind.word())).strip(), isInternal),
            clients(given.get("clients")),
            base(kind, isInternal),
            secret,
            hostKeys(kind),
            isInternal);
    if (destination.secret().isEmpty() && kind != Kind.FOLDER) {
      throw wrong(
          "needs secret-file, a file with the token, with what signs its calls, with the password or"
              + " with the private key");
    }
    return destination;
  }

  private String target(Kind kind, String text, boolean isInternal) {
    if (kind == Kind.FOLDER && !Path.of(text).isAbsolute()) {
      throw wrong("names the folder \"" + text + "\"; write it from the root, like /srv/reports");
    }
    if (kind == Kind.WEBHOOK) {
      address(text, isInternal);
    }
    if (text.isEmpty()) {
      throw wrong("has an empty " + kind.word());
    }
    if (kind == Kind.SFTP) {
      try {
        SftpAddress.parse(text);
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }
    return text;
  }

  /** Whose fingerprint nobody gave is nobody to send a password or a report to. */
  private Set<String> hostKeys(Kind kind) {
    Object value = given.get("host-key");
    if (kind != Kind.SFTP) {
      if (value != null) {
        throw wrong("has a host-key, which only sftp has");
      }
      return Set.of();
    }
    Set<String> keys = new HashSet<>();
    for (Object each : value instanceof List<?> some ? some : List.of(String.valueOf(value))) {
      String key = String.valueOf(each).strip();
      if (!SftpAddress.isFingerprint(key)) {
        throw wrong(
            "needs host-key, the fingerprint of the server's key as its operator tells it, like"
                + " SHA256: and 43 letters; saw "
                + value);
      }
      keys.add(key);
    }
    if (keys.isEmpty()) {
      throw wrong("has an empty host-key");
    }
    return keys;
  }

  /** The platform's own address, of a chat. */
  static Optional<String> usualBase(Kind kind) {
    return Optional.ofNullable(BASES.get(kind));
  }

  private Optional<URI> base(Kind kind, boolean isInternal) {
    String usual = BASES.get(kind);
    Object base = given.get("base");
    if (usual == null && base != null) {
      throw wrong("has a base, which only telegram and slack have");
    }
    return Optional.ofNullable(usual)
        .map(text -> address(base == null ? text : String.valueOf(base).strip(), isInternal));
  }

  /** Unprotected only within the own network, where the operator says so. */
  private URI address(String text, boolean isInternal) {
    try {
      URI address = URI.create(text);
      boolean isWeb =
          "https".equals(address.getScheme()) || (isInternal && "http".equals(address.getScheme()));
      if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The same sentence helps.
    }
    throw wrong(
        "has the address \""
            + text
            + "\"; expected https://host/…, or http with \"internal: true\", without user and password");
  }

  private Set<String> clients(Object value) {
    if (Destination.ALL.equals(value)) {
      return Set.of(Destination.ALL);
    }
    if (!(value instanceof List<?> some) || some.isEmpty()) {
      throw wrong(
          "has to say whose reports may go there: \"clients: [nordic]\" or \"clients: all\"");
    }
    Set<String> clients = new HashSet<>();
    some.forEach(client -> clients.add(String.valueOf(client)));
    return clients;
  }

  private Optional<Destination.Secret> secretFile() {
    Optional<Path> file =
        Optional.ofNullable(given.get("secret-file"))
            .map(text -> home.resolve(String.valueOf(text)));
    file.ifPresent(
        each -> {
          if (!Files.isRegularFile(each)) {
            throw wrong("names the secret-file " + each + ", which is not there");
          }
          if (OthersRights.mayRead(each) || OthersRights.mayWrite(each)) {
            throw wrong("has a secret-file that others may read: chmod 600 " + each);
          }
        });
    return file.map(each -> () -> Files.readString(each));
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(where + "\"" + name + "\" " + what);
  }
}
