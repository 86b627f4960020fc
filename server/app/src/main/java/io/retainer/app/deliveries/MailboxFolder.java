package io.retainer.app.deliveries;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Puts mails into a folder as {@code .eml} files, where there is no mail server. A mail that is
 * repeated after a crash takes its own place, so none is ever said to be leaving.
 */
final class MailboxFolder implements Transport {

  private final MailSettings settings;
  private final Supplier<Path> folder;

  MailboxFolder(MailSettings settings, Supplier<Path> folder) {
    this.settings = settings;
    this.folder = folder;
  }

  @Override
  public Outcome send(Letter letter, Runnable leaving) {
    Path file = folder.get().resolve(name(letter));
    try {
      Path unfinished = Files.createTempFile(folder.get(), ".mail", null);
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        new MimeLetter(Session.getInstance(new Properties()), settings, letter).writeTo(out);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Outcome.Taken("written to mailbox/" + file.getFileName());
    } catch (MessagingException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Outcome.NotNow("The mail cannot be written: " + e.getMessage());
    }
  }

  /** {@code fjell-monthly-performance-2026-10-anna-example.org-1f2e3d4c.eml}. */
  private static String name(Letter letter) {
    String id = letter.messageId().replaceAll("[^A-Za-z0-9]", "");
    String name = letter.about() + "-" + letter.to() + "-" + id.substring(0, 8);
    return name.replaceAll("[^A-Za-z0-9._-]+", "-") + ".eml";
  }
}
