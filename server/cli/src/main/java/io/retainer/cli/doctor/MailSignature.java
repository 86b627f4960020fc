package io.retainer.cli.doctor;

import io.retainer.model.mail.Sender;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.dkim.DkimKey;
import io.retainer.workspace.dkim.DkimKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/**
 * Whether mails of the agency are signed (DKIM), and the world can see by which key.
 *
 * @param records the TXT records of a name
 */
record MailSignature(Path home, Records records) {

  private static final String SUBJECT = "mail signature";

  /** Looks names up. */
  interface Records {
    List<String> of(String name) throws NamingException;
  }

  Finding finding(Configuration set) {
    Optional<String> from = set.value("retainer.mail.from");
    if (set.value("retainer.mail.host").isEmpty() || from.isEmpty()) {
      return Finding.fine(SUBJECT, "no mails leave");
    }
    String domain = Sender.parse(from.get()).address().domain();
    try {
      Optional<DkimKey> key = new DkimKeys(home).of(domain);
      return key.isPresent()
          ? published(key.get())
          : Finding.look(
              SUBJECT,
              "mails from " + domain + " are not signed by this server (DKIM)",
              "Unless the mail server signs them itself: retainer mail dkim " + domain);
    } catch (IOException e) {
      return Finding.broken(
          SUBJECT, String.valueOf(e.getMessage()), "Mails wait until it can be used.");
    }
  }

  private Finding published(DkimKey key) {
    try {
      boolean isThere =
          records.of(key.recordName()).stream()
              .anyMatch(text -> text.replaceAll("[\\s\"]", "").contains("p=" + key.publicPart()));
      return isThere
          ? Finding.fine(SUBJECT, "mails from " + key.domain() + " are signed, and the DNS says so")
          : missing(key, "says another key");
    } catch (NameNotFoundException e) {
      return missing(key, "does not exist");
    } catch (NamingException e) {
      return Finding.look(
          SUBJECT,
          "whether the DNS has " + key.recordName() + " could not be asked from here",
          "Look it up on another machine.");
    }
  }

  private static Finding missing(DkimKey key, String what) {
    return Finding.broken(
        SUBJECT,
        "mails from "
            + key.domain()
            + " are signed, and the DNS record "
            + key.recordName()
            + " "
            + what,
        "Publish it as TXT: " + key.recordText());
  }
}
