package io.retainer.app.deliveries;

import io.retainer.model.mail.Sender;
import io.retainer.workspace.dkim.DkimKey;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands mails to a mail server over SMTP. */
final class MailServer implements Transport {

  private static final Duration CONNECTING = Duration.ofSeconds(30);

  /**
   * RFC 5321 grants a server minutes for each answer, and a mail that is given up on too early may
   * arrive twice.
   */
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

  private final MailSettings settings;
  private final DkimKeys keys;
  private final Duration patience;

  MailServer(MailSettings settings, DkimKeys keys) {
    this(settings, keys, USUAL_PATIENCE);
  }

  MailServer(MailSettings settings, DkimKeys keys, Duration patience) {
    this.settings = settings;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public Outcome send(Letter letter, Runnable leaving) {
    Session session = Session.getInstance(properties(letter));
    MimeLetter mail;
    try {
      mail = new MimeLetter(session, settings, letter);
      sign(mail, letter.identity().from().orElse(settings.from()));
    } catch (AddressException e) {
      return new Outcome.Refused("An address cannot be used: " + e.getMessage());
    } catch (MessagingException | IOException e) {
      return new Outcome.NotNow("The mail cannot be put together: " + e.getMessage());
    }
    return hand(new Conversation(session, leaving), mail);
  }

  /** A mail that should be signed does not leave without: it would arrive as spam. */
  private void sign(MimeLetter mail, Sender from) throws MessagingException, IOException {
    Optional<DkimKey> key = keys.of(from.address().domain());
    if (key.isPresent()) {
      Signature.put(mail, key.get());
    }
  }

  private Outcome hand(Conversation smtp, MimeLetter mail) {
    // Not closed by try-with-resources: a server that hangs up after its answer has taken the mail.
    try {
      try {
        smtp.connect(
            settings.host().orElseThrow(),
            settings.port(),
            settings.user().orElse(null),
            settings.password().orElse(null));
        Address[] to = mail.getAllRecipients();
        smtp.sendMessage(mail, to);
        return new Outcome.Taken(SmtpFailure.line(smtp.getLastServerResponse()));
      } finally {
        close(smtp);
      }
    } catch (MessagingException e) {
      return SmtpFailure.outcome(e, smtp.isUnanswered());
    }
  }

  private static void close(SMTPTransport smtp) {
    try {
      smtp.close();
    } catch (MessagingException e) {
      // The answer counts; how the connection ends does not.
    }
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  private Properties properties(Letter letter) {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis(CONNECTING));
    properties.put("mail.smtp.timeout", millis(patience));
    properties.put("mail.smtp.writetimeout", millis(patience));
    properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
    if (settings.returns().isPresent()) {
      properties.put("mail.smtp.from", settings.returns().get().of(letter.messageId()));
      // Servers that can are asked to send back no more of a report than its headers (RFC 3461).
      properties.put("mail.smtp.dsn.notify", "FAILURE,DELAY");
      properties.put("mail.smtp.dsn.ret", "HDRS");
    }
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
      }
      case TLS -> {
        properties.put("mail.smtp.ssl.enable", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
      }
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  /** Remembers whether the whole mail was handed over and the server owes an answer to it. */
  private static final class Conversation extends SMTPTransport {

    private final Runnable leaving;
    private boolean unanswered;

    Conversation(Session session, Runnable leaving) {
      super(session, new URLName("smtp", null, -1, null, null, null));
      this.leaving = leaving;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      try {
        leaving.run();
      } catch (RuntimeException e) {
        // As a broken connection, so that it is closed at once, without the mail's last line.
        throw new IOException("The state could not be written: " + e.getMessage(), e);
      }
      unanswered = true;
      super.finishData();
      unanswered = false;
    }

    boolean isUnanswered() {
      return unanswered;
    }
  }
}
