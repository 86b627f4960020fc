package io.retainer.app.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mailbox that is looked into, by the settings under a prefix: {@code host}, {@code port}, {@code
 * security} ({@code tls} unless said, {@code starttls} or {@code none}), {@code user}, {@code
 * password} or {@code password-file}, {@code folder}, {@code move-to} and {@code trusted-authserv}.
 *
 * @param moveTo folder that mails move to when they are taken; else they are marked as read
 * @param trustedAuthserv the server whose Authentication-Results are believed; then a mail has to
 *     prove its sender
 */
public record ImapSettings(
    String host,
    int port,
    Security security,
    String user,
    Optional<String> password,
    Optional<Path> passwordFile,
    String folder,
    Optional<String> moveTo,
    Optional<String> trustedAuthserv) {

  /** How the connection is protected. With STARTTLS no password is sent before it is. */
  public enum Security {
    TLS(993),
    STARTTLS(143),
    NONE(143);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /**
   * @param prefix of the settings, with its dot
   * @return empty without a host
   * @throws IllegalArgumentException saying which setting cannot be used
   */
  public static Optional<ImapSettings> of(
      String prefix, Function<String, Optional<String>> setting) {
    Function<String, Optional<String>> imap =
        name -> setting.apply(prefix + name).map(String::strip).filter(value -> !value.isEmpty());
    return imap.apply("host").map(host -> of(prefix, host, imap));
  }

  private static ImapSettings of(
      String prefix, String host, Function<String, Optional<String>> imap) {
    Security security =
        imap.apply("security").map(word -> security(prefix, word)).orElse(Security.TLS);
    var settings =
        new ImapSettings(
            host,
            imap.apply("port").map(text -> port(prefix, text)).orElse(security.usualPort),
            security,
            imap.apply("user")
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            prefix + "user is missing; " + prefix + "host needs it")),
            imap.apply("password"),
            imap.apply("password-file").map(Path::of),
            imap.apply("folder").orElse("INBOX"),
            imap.apply("move-to"),
            imap.apply("trusted-authserv").map(name -> name.toLowerCase(Locale.ROOT)));
    if (settings.password().isPresent() == settings.passwordFile().isPresent()) {
      throw new IllegalArgumentException(
          "expected either " + prefix + "password or " + prefix + "password-file");
    }
    return settings;
  }

  private static Security security(String prefix, String word) {
    try {
      return Security.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          prefix + "security is \"" + word + "\"; expected tls, starttls or none", e);
    }
  }

  private static int port(String prefix, String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          prefix + "port is \"" + text + "\"; expected a number up to 65535");
    }
    return Integer.parseInt(text);
  }

  /** Read anew each time, so that a file may be changed while the server runs. */
  public String secret() throws IOException {
    return passwordFile.isPresent()
        ? Files.readString(passwordFile.get()).strip()
        : password.orElseThrow();
  }

  /** What the mailbox is called in the ledger and on the page; without the password. */
  @Override
  public String toString() {
    return user + "@" + host + "/" + folder;
  }
}
