package io.retainer.app.deliveries;

import io.retainer.app.shell.Language;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.Sender;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which mail server takes our mails: {@code retainer.mail.host}, {@code .port}, {@code .security}
 * ({@code starttls} unless said, {@code tls} or {@code none}), {@code .user}, {@code .password},
 * {@code .from}, {@code .reply-to}, {@code .alerts-to}, {@code .alerts-locale} and {@code
 * .largest-attachments} (MB; kept in bytes), and {@code retainer.bounces.address}. In the
 * environment they are called {@code RETAINER_MAIL_HOST} and so on. Without a host mails go to the
 * mailbox folder.
 */
public record MailSettings(
    Optional<String> host,
    int port,
    Security security,
    Optional<String> user,
    Optional<String> password,
    Sender from,
    Optional<Sender> replyTo,
    Optional<Alerts> alerts,
    Optional<ReturnAddress> returns,
    long largestAttachments) {

  private static final long USUAL_LARGEST = 15;
  private static final long MEGABYTE = 1024 * 1024;

  /** Who is told of mails that do not arrive. */
  public record Alerts(MailAddress to, Language language) {}

  /** How the connection is protected. With STARTTLS an unprotected mail is never sent. */
  public enum Security {
    STARTTLS(587),
    TLS(465),
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /**
   * @param setting the value of a setting by its whole name
   * @throws IllegalArgumentException saying which setting cannot be used
   */
  public static MailSettings of(Function<String, Optional<String>> setting) {
    Function<String, Optional<String>> mail =
        name -> setting.apply("retainer.mail." + name).filter(value -> !value.isBlank());
    Security security =
        mail.apply("security").map(MailSettings::security).orElse(Security.STARTTLS);
    return new MailSettings(
        mail.apply("host"),
        mail.apply("port").map(MailSettings::port).orElse(security.usualPort),
        security,
        mail.apply("user"),
        mail.apply("password"),
        sender("from", mail.apply("from").orElse("Retainer <retainer@localhost>")),
        mail.apply("reply-to").map(text -> sender("reply-to", text)),
        mail.apply("alerts-to").map(text -> alerts(text, mail.apply("alerts-locale").orElse("en"))),
        setting
            .apply("retainer.bounces.address")
            .filter(value -> !value.isBlank())
            .map(MailSettings::returns),
        mail.apply("largest-attachments").map(MailSettings::megabytes).orElse(USUAL_LARGEST)
            * MEGABYTE);
  }

  private static Alerts alerts(String to, String language) {
    try {
      return new Alerts(
          new MailAddress(to.strip()),
          Language.tagged(language.strip())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "retainer.mail.alerts-locale is \""
                              + language
                              + "\"; expected en, ru, be or fi")));
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("retainer.")
          ? e
          : new IllegalArgumentException("retainer.mail.alerts-to: " + e.getMessage(), e);
    }
  }

  private static ReturnAddress returns(String text) {
    try {
      return new ReturnAddress(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("retainer.bounces.address: " + e.getMessage(), e);
    }
  }

  private static Sender sender(String name, String text) {
    try {
      return Sender.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("retainer.mail." + name + " is " + e.getMessage(), e);
    }
  }

  private static Security security(String word) {
    try {
      return Security.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "retainer.mail.security is \"" + word + "\"; expected starttls, tls or none", e);
    }
  }

  private static long megabytes(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException(
          "retainer.mail.largest-attachments is \""
              + text
              + "\"; expected a number of MB, like 15");
    }
    return Long.parseLong(text);
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          "retainer.mail.port is \"" + text + "\"; expected a number up to 65535");
    }
    return Integer.parseInt(text);
  }

  /** The domain that mails are named after. */
  public String domain() {
    return from.idDomain();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host.map(name -> name + ":" + port).orElse("the mailbox folder");
  }
}
