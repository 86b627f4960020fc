package io.retainer.app.deliveries;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands mails to a mail server over SMTP. */
final class MailServer implements Transport {

  private static final String TIMEOUT_MILLIS = "30000";

  private final MailSettings settings;

  MailServer(MailSettings settings) {
    this.settings = settings;
  }

  @Override
  public Outcome send(Letter letter) {
    Session session = Session.getInstance(properties());
    MimeLetter mail;
    try {
      mail = new MimeLetter(session, settings, letter);
    } catch (AddressException e) {
      return new Outcome.Refused("An address cannot be used: " + e.getMessage());
    } catch (MessagingException | IOException e) {
      return new Outcome.NotNow("The mail cannot be put together: " + e.getMessage());
    }
    return hand(session, mail);
  }

  private Outcome hand(Session session, MimeLetter mail) {
    // Not closed by try-with-resources: a server that hangs up after its answer has taken the mail.
    try {
      var smtp = (SMTPTransport) session.getTransport("smtp");
      try {
        smtp.connect(
            settings.host().orElseThrow(),
            settings.port(),
            settings.user().orElse(null),
            settings.password().orElse(null));
        Address[] to = mail.getAllRecipients();
        smtp.sendMessage(mail, to);
        return new Outcome.Taken(smtp.getLastServerResponse().strip());
      } finally {
        close(smtp);
      }
    } catch (MessagingException e) {
      return SmtpFailure.outcome(e);
    }
  }

  private static void close(SMTPTransport smtp) {
    try {
      smtp.close();
    } catch (MessagingException e) {
      // The answer counts; how the connection ends does not.
    }
  }

  private Properties properties() {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
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
}
