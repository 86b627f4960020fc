package io.retainer.cli.doctor;

import io.retainer.model.mail.CertificateFault;
import io.retainer.workspace.configuration.Configuration;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server that is configured: reached, and signed in to. No mail is sent or read.
 *
 * @param prefix of its settings
 * @param usualPorts by security
 */
record MailDoor(
    String subject,
    String prefix,
    String protocol,
    String usualSecurity,
    Map<String, Integer> usualPorts) {

  private static final String PATIENCE = "10000";

  static final MailDoor OUTGOING =
      new MailDoor(
          "mail server",
          "retainer.mail.",
          "smtp",
          "starttls",
          Map.of("starttls", 587, "tls", 465, "none", 25));

  static final MailDoor INCOMING =
      new MailDoor(
          "mailbox",
          "retainer.inbox.imap.",
          "imap",
          "tls",
          Map.of("starttls", 143, "tls", 993, "none", 143));

  static final MailDoor RETURNED =
      new MailDoor(
          "bounces",
          "retainer.bounces.imap.",
          "imap",
          INCOMING.usualSecurity(),
          INCOMING.usualPorts());

  static List<Finding> findings(Configuration set) {
    return List.of(OUTGOING.finding(set), INCOMING.finding(set), RETURNED.finding(set));
  }

  Finding finding(Configuration set) {
    Optional<String> host = set.value(prefix + "host");
    if (host.isEmpty()) {
      return Finding.fine(subject, "none is configured");
    }
    String security = set.value(prefix + "security").orElse(usualSecurity).toLowerCase(Locale.ROOT);
    int port =
        set.value(prefix + "port").map(Integer::valueOf).orElseGet(() -> usualPorts.get(security));
    String where = host.get() + ":" + port;
    try (Service service = service(security)) {
      Optional<String> user = set.value(prefix + "user");
      service.connect(
          host.get(),
          port,
          user.orElse(null),
          user.flatMap(name -> set.resolved(prefix + "password")).orElse(null));
      return Finding.fine(
          subject,
          "%s answers by %s%s"
              .formatted(where, security, user.map(name -> "; signed in as " + name).orElse("")));
    } catch (AuthenticationFailedException e) {
      return Finding.broken(
          subject,
          where + " refuses the sign-in: " + said(e),
          "Look at " + prefix + "user and " + prefix + "password (or -file).");
    } catch (MessagingException e) {
      Optional<CertificateFault> fault = CertificateFault.of(e);
      if (fault.isPresent()) {
        return Finding.broken(
            subject,
            where + " is not trusted: " + wrong(fault.get()) + ".",
            advice(fault.get()).formatted(prefix));
      }
      return Finding.broken(
          subject,
          where + " is not reached: " + said(e),
          "Look at %shost, .port and .security, and at firewalls between here and there."
              .formatted(prefix));
    }
  }

  private static String wrong(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED -> "its certificate has expired or is not valid yet";
      case OTHER_NAME -> "its certificate is for other names";
      case UNKNOWN -> "nobody whom this machine trusts vouches for its certificate";
    };
  }

  private static String advice(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED -> "Have its operator renew it, and look at the clock of this machine.";
      case OTHER_NAME -> "Set %shost to a name that stands in the certificate.";
      case UNKNOWN ->
          "Where the agency has an authority of its own, import it with keytool into a copy of Java's cacerts, and name that in"
              + " RETAINER_SERVER_OPTS (the server) and RETAINER_JAVA_OPTS (this command):"
              + " -Djavax.net.ssl.trustStore=…";
    };
  }

  private static String said(MessagingException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("[\\p{Cntrl}]+", " ").strip();
  }

  private Service service(String security) throws NoSuchProviderException {
    var properties = new Properties();
    String mail = "mail." + protocol + ".";
    properties.setProperty(mail + "connectiontimeout", PATIENCE);
    properties.setProperty(mail + "timeout", PATIENCE);
    properties.setProperty(mail + "ssl.checkserveridentity", "true");
    properties.setProperty(mail + "ssl.enable", String.valueOf(security.equals("tls")));
    properties.setProperty(mail + "starttls.enable", String.valueOf(security.equals("starttls")));
    properties.setProperty(mail + "starttls.required", String.valueOf(security.equals("starttls")));
    Session session = Session.getInstance(properties);
    return protocol.equals("smtp") ? session.getTransport(protocol) : session.getStore(protocol);
  }
}
