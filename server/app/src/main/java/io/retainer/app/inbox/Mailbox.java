package io.retainer.app.inbox;

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
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox that scheduled exports are sent to. A look takes mails of allowed senders that came
 * since the last one; all others stay as they are.
 */
final class Mailbox {

  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  /** How far back the first look goes. */
  static final Duration FIRST_LOOK = Duration.ofDays(31);

  private static final Duration UNKNOWN_KEPT = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_TRIALS = 3;

  private final ImapSettings settings;
  private final ImapConnection connection;
  private final MailTaking taking;
  private final ReceivedMails mails;
  private final Clock clock;
  private final Patience patience = new Patience();
  private final Map<Long, Integer> trials = new HashMap<>();
  private volatile ImapLook last = ImapLook.none();
  private volatile boolean ended;

  Mailbox(
      ImapSettings settings,
      ImapConnection connection,
      MailTaking taking,
      ReceivedMails mails,
      Clock clock) {
    this.settings = settings;
    this.connection = connection;
    this.taking = taking;
    this.mails = mails;
    this.clock = clock;
  }

  ImapLook last() {
    return last;
  }

  /** No further mail is taken. */
  void end() {
    ended = true;
  }

  synchronized void look() {
    Instant now = clock.instant();
    if (last.next().filter(now::isBefore).isPresent()) {
      return;
    }
    try (ImapConnection.Open open = connection.open()) {
      look(open.folder());
      taking.forgetOld();
      mails.forgetUnknown(now.minus(UNKNOWN_KEPT));
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
    Instant next = now.plus(patience.after(problem));
    if (last.problem().filter(problem::equals).isEmpty()) {
      LOG.warn("The mailbox {} cannot be looked into: {}", settings.host(), problem.word(), e);
    }
    last = ImapLook.failed(now, problem, String.valueOf(e.getMessage()).strip(), next);
  }

  private void look(IMAPFolder folder) throws MessagingException, IOException {
    var box = new ReceivedMails.Box(settings.toString(), folder.getUIDValidity());
    for (ReceivedMail open : mails.open(box)) {
      Message mail = ended ? null : folder.getMessageByUID(open.uid());
      if (mail != null && open.state().isDone()) {
        mark(folder, mail, open);
      } else if (mail != null && taking.isAllowed(open)) {
        take(box, folder, open.uid(), mail);
      }
    }
    for (Message mail : arrived(box, folder)) {
      if (!ended && !mail.isExpunged() && !mail.isSet(Flags.Flag.DELETED)) {
        take(box, folder, folder.getUID(mail), mail);
      }
    }
  }

  /** Mails that were not looked at, the oldest first. */
  private List<Message> arrived(ReceivedMails.Box box, IMAPFolder folder)
      throws MessagingException {
    OptionalLong seen = mails.last(box);
    Message[] found =
        seen.isPresent()
            ? folder.getMessagesByUID(seen.getAsLong() + 1, IMAPFolder.LASTUID)
            : folder.search(
                new ReceivedDateTerm(
                    ComparisonTerm.GE, Date.from(clock.instant().minus(FIRST_LOOK))));
    Map<Message, Long> numbers = new HashMap<>();
    for (Message mail : found) {
      numbers.put(mail, folder.getUID(mail));
    }
    // A range whose beginning is beyond the last mail answers with that mail.
    return Arrays.stream(found)
        .filter(mail -> seen.isEmpty() || numbers.get(mail) > seen.getAsLong())
        .sorted(Comparator.comparing(numbers::get))
        .limit(MOST_AT_ONCE)
        .toList();
  }

  private void take(ReceivedMails.Box box, IMAPFolder folder, long uid, Message mail)
      throws MessagingException, IOException {
    ((IMAPMessage) mail).setPeek(true);
    ReceivedMail taken;
    try {
      taken = taking.take(box, uid, (MimeMessage) mail);
      trials.remove(uid);
    } catch (MessagingException | IOException | RuntimeException e) {
      // It may be the connection, and it may be this mail, which must not stop the others for ever.
      if (trials.merge(uid, 1, Integer::sum) < MOST_TRIALS) {
        throw e;
      }
      LOG.error("Mail {} of the mailbox {} cannot be taken", uid, settings.host(), e);
      trials.remove(uid);
      taken = taking.failed(box, uid, (MimeMessage) mail, e);
    }
    if (taken.state().isDone()) {
      mark(folder, mail, taken);
    }
  }

  private void mark(IMAPFolder folder, Message mail, ReceivedMail taken) throws MessagingException {
    mail.setFlag(Flags.Flag.SEEN, true);
    Optional<String> moveTo = settings.moveTo().filter(name -> connection.canMove());
    if (moveTo.isPresent()) {
      Folder target = folder.getStore().getFolder(moveTo.get());
      if (target.exists() || target.create(Folder.HOLDS_MESSAGES)) {
        folder.moveMessages(new Message[] {mail}, target);
      }
    }
    mails.marked(taken.id());
  }
}
