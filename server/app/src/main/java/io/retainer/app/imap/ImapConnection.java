package io.retainer.app.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Opens the mailbox over IMAP. */
public final class ImapConnection {

  private static final Duration CONNECTING = Duration.ofSeconds(15);
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNK = 1 << 20;

  private final ImapSettings settings;
  private final Duration patience;
  private volatile boolean canMove;

  public ImapConnection(ImapSettings settings) {
    this(settings, USUAL_PATIENCE);
  }

  public ImapConnection(ImapSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /** No mail server answered, or none that may be given a password. */
  public static final class NotReachedException extends MessagingException {
    private static final long serialVersionUID = 1L;

    NotReachedException(MessagingException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The folder of a connection that is open. */
  public record Open(IMAPStore store, IMAPFolder folder) implements AutoCloseable {

    @Override
    public void close() {
      try {
        // Without expunging: what others have deleted there is theirs.
        if (folder.isOpen()) {
          folder.close(false);
        }
        store.close();
      } catch (MessagingException e) {
        // What was done is recorded; how the connection ends does not matter.
      }
    }
  }

  public boolean canMove() {
    return canMove;
  }

  /**
   * @throws AuthenticationFailedException when user or password are wrong
   * @throws NotReachedException when there is no connection
   * @throws FolderNotFoundException when the mailbox has no such folder
   * @throws IOException when the password cannot be read
   */
  public Open open() throws MessagingException, IOException {
    String secret = settings.secret();
    // Not by the session's list of stores, which the container hides.
    var store =
        new IMAPStore(
            Session.getInstance(properties()), new URLName("imap", null, -1, null, null, null));
    try {
      store.connect(settings.host(), settings.port(), settings.user(), secret);
    } catch (AuthenticationFailedException e) {
      throw e;
    } catch (MessagingException e) {
      throw new NotReachedException(e);
    }
    try {
      canMove = store.hasCapability("MOVE");
      var folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      return new Open(store, folder);
    } catch (MessagingException e) {
      store.close();
      throw e;
    }
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  private Properties properties() {
    var properties = new Properties();
    properties.put("mail.imap.connectiontimeout", millis(CONNECTING));
    properties.put("mail.imap.timeout", millis(patience));
    properties.put("mail.imap.writetimeout", millis(patience));
    properties.put("mail.imap.fetchsize", String.valueOf(CHUNK));
    properties.put("mail.imap.peek", "true");
    properties.put("mail.mime.allowutf8", "true");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.imap.starttls.enable", "true");
        properties.put("mail.imap.starttls.required", "true");
        properties.put("mail.imap.ssl.checkserveridentity", "true");
      }
      case TLS -> {
        properties.put("mail.imap.ssl.enable", "true");
        properties.put("mail.imap.ssl.checkserveridentity", "true");
      }
      case NONE -> properties.put("mail.imap.starttls.enable", "false");
    }
    return properties;
  }
}
