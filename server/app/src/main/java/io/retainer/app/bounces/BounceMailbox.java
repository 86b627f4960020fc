package io.retainer.app.bounces;

import io.retainer.app.imap.Beginnings;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.imap.WatchedMailbox;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox that mail servers return reports to. What is about none of them stays untouched. */
final class BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final Duration FIRST_LOOK = Duration.ofDays(7);
  private static final Duration KNOWN = Duration.ofDays(90);
  private static final int MOST_AT_ONCE = 2_000;
  private static final int MOST_TRIALS = 3;
  private static final int LONGEST_READ = 1024 * 1024;

  /** With the longest ones, what is held in memory. */
  private static final int READ_TOGETHER = 20;

  private final ImapSettings settings;
  private final WatchedMailbox mailbox;
  private final BounceCursor cursor;
  private final ReturnedTo returnedTo;
  private final Clock clock;
  private final int mostAtOnce;
  private long stuckAt;
  private int trials;

  BounceMailbox(
      ImapSettings settings,
      ImapConnection connection,
      BounceCursor cursor,
      ReturnedTo returnedTo,
      Clock clock) {
    this(settings, connection, cursor, returnedTo, clock, MOST_AT_ONCE);
  }

  /**
   * @param mostAtOnce how many mails are read in one look; the next one goes on from there
   */
  BounceMailbox(
      ImapSettings settings,
      ImapConnection connection,
      BounceCursor cursor,
      ReturnedTo returnedTo,
      Clock clock,
      int mostAtOnce) {
    this.mostAtOnce = mostAtOnce;
    this.settings = settings;
    this.mailbox = new WatchedMailbox(settings, connection, FIRST_LOOK, clock);
    this.cursor = cursor;
    this.returnedTo = returnedTo;
    this.clock = clock;
  }

  ImapLook last() {
    return mailbox.last();
  }

  void look() {
    mailbox.look(
        folder -> {
          look(folder);
          cursor.forget(clock.instant().minus(KNOWN));
        });
  }

  private void look(IMAPFolder folder) throws MessagingException, IOException {
    var box = new BounceCursor.Box(settings.toString(), folder.getUIDValidity());
    SortedMap<Long, Message> left = mailbox.arrived(folder, cursor.last(box), mostAtOnce);
    while (!left.isEmpty()) {
      List<Long> next = left.keySet().stream().limit(READ_TOGETHER).toList();
      Map<Long, byte[]> read = beginnings(folder, next);
      for (long uid : next) {
        Message mail = left.remove(uid);
        if (!mail.isExpunged()
            && !mail.isSet(Flags.Flag.DELETED)
            && isMine(uid, mail, Optional.ofNullable(read.get(uid)))) {
          mailbox.mark(folder, mail);
        }
        // After what it tells is written: to read a bounce twice does no harm, to lose one does.
        cursor.read(box, uid);
      }
    }
  }

  /** One that cannot be sent stops the others as little as one that cannot be read. */
  private static Map<Long, byte[]> beginnings(IMAPFolder folder, List<Long> uids) {
    try {
      return Beginnings.of(folder, uids, LONGEST_READ);
    } catch (MessagingException | RuntimeException e) {
      LOG.debug("Mails are asked for one by one", e);
      return Map.of();
    }
  }

  /**
   * A mailbox that was restored or moved brings what was dealt with under new numbers, perhaps
   * after the report was sent again.
   */
  private boolean isOfAReport(byte[] raw) throws MessagingException, IOException {
    String sha256 = sha256(raw);
    if (cursor.isRead(sha256)) {
      return true;
    }
    Instant now = clock.instant();
    boolean isMine = returnedTo.apply(ReturnedMail.read(raw), now);
    if (isMine) {
      cursor.read(sha256, now);
    }
    return isMine;
  }

  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private boolean isMine(long uid, Message mail, Optional<byte[]> read)
      throws MessagingException, IOException {
    try {
      return isOfAReport(read.isPresent() ? read.get() : beginning((IMAPMessage) mail));
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

  private static byte[] beginning(IMAPMessage mail) throws MessagingException, IOException {
    mail.setPeek(true);
    try (InputStream in = mail.getMimeStream()) {
      return in.readNBytes(LONGEST_READ);
    }
  }
}
