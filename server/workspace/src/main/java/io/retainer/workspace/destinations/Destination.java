package io.retainer.workspace.destinations;

import io.retainer.model.client.ClientId;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A place that reports go to.
 *
 * @param target a folder, an address, the number or name of a chat
 * @param clients whose reports may go there; {@link #ALL} for everybody's
 * @param base the platform's address, of a chat alone
 * @param secret what signs a webhook's calls, a chat's token, a password or private key for SFTP
 * @param hostKeys fingerprints of an SFTP server, one of which it has to show
 * @param isInternal whether it may lie on this machine or in its network
 */
public record Destination(
    String name,
    Kind kind,
    String target,
    Set<String> clients,
    Optional<URI> base,
    Optional<Secret> secret,
    Set<String> hostKeys,
    boolean isInternal) {

  /** Stands for every client. */
  public static final String ALL = "all";

  /** How it is reached. */
  public enum Kind {
    FOLDER,
    WEBHOOK,
    TELEGRAM,
    SLACK,
    SFTP;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is told where the report is, and does not get the files. */
    public boolean getsLink() {
      return switch (this) {
        case FOLDER, SFTP -> false;
        case WEBHOOK, TELEGRAM, SLACK -> true;
      };
    }

    public static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** Read anew each time, so that it may be changed while the server runs, and shown nowhere. */
  @FunctionalInterface
  public interface Secret {
    String read() throws IOException;
  }

  public Destination {
    clients = Set.copyOf(clients);
    hostKeys = Set.copyOf(hostKeys);
  }

  /** As it stands among the recipients of a schedule. */
  public String recipient() {
    return name + "@" + kind.word();
  }

  public boolean isOf(ClientId client) {
    return clients.contains(ALL) || clients.contains(client.value());
  }

  public String readSecret() throws IOException {
    return secret.orElseThrow().read().strip();
  }
}
