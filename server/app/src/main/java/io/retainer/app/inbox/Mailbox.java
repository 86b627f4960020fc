package io.retainer.app.inbox;

import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.imap.WatchedMailbox;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
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
  private static final Duration FIRST_LOOK = Duration.ofDays(31);
  private static final Duration UNKNOWN_KEPT = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_TRIALS = 3;

  private final ImapSettings settings;
  private final WatchedMailbox mailbox;
  private final MailTaking taking;
  private final ReceivedMails mails;
  private final Clock clock;
  private final Map<Long, Integer> trials = new HashMap<>();
  private volatile boolean ended;

  Mailbox(
      ImapSettings settings,
      ImapConnection connection,
      MailTaking taking,
      ReceivedMails mails,
      Clock clock) {
    this.settings = settings;
    this.mailbox = new WatchedMailbox(settings, connection, FIRST_LOOK, clock);
    this.taking = taking;
    this.mails = mails;
    this.clock = clock;
  }

  ImapLook last() {
    return mailbox.last();
  }

  /** No further mail is taken. */
  void end() {
    ended = true;
  }

  void look() {
    mailbox.look(
        folder -> {
          look(folder);
          taking.forgetOld();
          mails.forgetUnknown(clock.instant().minus(UNKNOWN_KEPT));
        });
  }

  private void look(IMAPFolder folder) throws MessagingException, IOException {
    var box = new ReceivedMails.Box(settings.toString(), folder.getUIDValidity());
    for (ReceivedMail open : mails.open(box)) {
      // Only for what is to be done is the mail server asked: others may lie there for months.
      if (!ended && (open.state().isDone() || taking.isAllowed(open))) {
        again(box, folder, open);
      }
    }
    SortedMap<Long, Message> arrived = mailbox.arrived(folder, mails.last(box), MOST_AT_ONCE);
    mailbox.fetchHeads(folder, arrived.values(), MailHead.NAMES);
    for (Map.Entry<Long, Message> each : arrived.entrySet()) {
      Message mail = each.getValue();
      if (!ended && !mail.isExpunged() && !mail.isSet(Flags.Flag.DELETED)) {
        take(box, folder, each.getKey(), mail);
      }
    }
  }

  private void again(ReceivedMails.Box box, IMAPFolder folder, ReceivedMail open)
      throws MessagingException, IOException {
    Message mail = folder.getMessageByUID(open.uid());
    if (mail != null && open.state().isDone()) {
      mark(folder, mail, open);
    } else if (mail != null) {
      take(box, folder, open.uid(), mail);
    }
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
    mailbox.mark(folder, mail);
    mails.marked(taken.id());
  }
}
