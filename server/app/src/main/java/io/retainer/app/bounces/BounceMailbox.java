package io.retainer.app.bounces;

import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.imap.Patience;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox that mail servers return reports to. What is about none of them stays untouched. */
final class BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final Duration FIRST_LOOK = Duration.ofDays(7);
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_TRIALS = 3;
  private static final int LONGEST_READ = 1024 * 1024;

  private final ImapSettings settings;
  private final ImapConnection connection;
  private final BounceCursor cursor;
  private final ReturnedTo returnedTo;
  private final Clock clock;
  private final Patience patience = new Patience();
  private long stuckAt;
  private int trials;
  private volatile ImapLook last = ImapLook.none();

  BounceMailbox(
      ImapSettings settings,
      ImapConnection connection,
      BounceCursor cursor,
      ReturnedTo returnedTo,
      Clock clock) {
    this.settings = settings;
    this.connection = connection;
    this.cursor = cursor;
    this.returnedTo = returnedTo;
    this.clock = clock;
  }

  ImapLook last() {
    return last;
  }

  synchronized void look() {
    Instant now = clock.instant();
    if (last.next().filter(now::isBefore).isPresent()) {
      return;
    }
    try (ImapConnection.Open open = connection.open()) {
      look(open.folder());
      patience.restore();
      last = ImapLook.well(now);
    } catch (AuthenticationFailedException e) {
      failed(now, ImapLook.Problem.PASSWORD, e);
    } catch (FolderNotFoundException e) {
      failed(now, ImapLook.Problem.NO_FOLDER, e);
    } catch (ImapConnection.NotReachedException e) {
      failed(now, ImapLook.Problem.UNREACHABLE, e);
    } catch (MessagingException | IOException | RuntimeException e) {
      failed(now, ImapLook.Problem.BROKEN_OFF, e);
    }
  }

  private void failed(Instant now, ImapLook.Problem problem, Exception e) {
    if (last.problem().filter(problem::equals).isEmpty()) {
      LOG.warn("The mailbox of bounces cannot be looked into: {}", problem.word(), e);
    }
    String detail = String.valueOf(e.getMessage()).strip();
    last = ImapLook.failed(now, problem, detail, now.plus(patience.after(problem)));
  }

  private void look(IMAPFolder folder) throws MessagingException, IOException {
    var box = new BounceCursor.Box(settings.toString(), folder.getUIDValidity());
    for (Map.Entry<Long, Message> each : arrived(box, folder).entrySet()) {
      Message mail = each.getValue();
      if (!mail.isExpunged() && !mail.isSet(Flags.Flag.DELETED) && isMine(each.getKey(), mail)) {
        mark(folder, mail);
      }
      // After what it tells is written: a bounce that is read twice does no harm, a lost one does.
      cursor.read(box, each.getKey());
    }
  }

  /** Mails that were not read, by their numbers. */
  private Map<Long, Message> arrived(BounceCursor.Box box, IMAPFolder folder)
      throws MessagingException {
    OptionalLong seen = cursor.last(box);
    Message[] found =
        seen.isPresent()
            ? folder.getMessagesByUID(seen.getAsLong() + 1, IMAPFolder.LASTUID)
            : folder.search(
                new ReceivedDateTerm(
                    ComparisonTerm.GE, Date.from(clock.instant().minus(FIRST_LOOK))));
    var numbered = new TreeMap<Long, Message>();
    for (Message mail : found) {
      long uid = folder.getUID(mail);
      // A range whose beginning is beyond the last mail answers with that mail.
      if (seen.isEmpty() || uid > seen.getAsLong()) {
        numbered.put(uid, mail);
      }
    }
    while (numbered.size() > MOST_AT_ONCE) {
      numbered.pollLastEntry();
    }
    return numbered;
  }

  private boolean isMine(long uid, Message mail) throws MessagingException, IOException {
    try {
      ((IMAPMessage) mail).setPeek(true);
      byte[] raw;
      try (InputStream in = ((IMAPMessage) mail).getMimeStream()) {
        raw = in.readNBytes(LONGEST_READ);
      }
      return returnedTo.apply(ReturnedMail.read(raw), clock.instant());
    } catch (MessagingException | IOException | RuntimeException e) {
      trials = stuckAt == uid ? trials + 1 : 1;
      stuckAt = uid;
      // It may be the connection, and it may be this mail, which must not stop the others for ever.
      if (trials < MOST_TRIALS) {
        throw e;
      }
      LOG.error("Mail {} of the mailbox of bounces cannot be read", uid, e);
      return false;
    }
  }

  private void mark(IMAPFolder folder, Message mail) throws MessagingException {
    mail.setFlag(Flags.Flag.SEEN, true);
    Optional<String> moveTo = settings.moveTo().filter(name -> connection.canMove());
    if (moveTo.isPresent()) {
      Folder target = folder.getStore().getFolder(moveTo.get());
      if (target.exists() || target.create(Folder.HOLDS_MESSAGES)) {
        folder.moveMessages(new Message[] {mail}, target);
      }
    }
  }
}
