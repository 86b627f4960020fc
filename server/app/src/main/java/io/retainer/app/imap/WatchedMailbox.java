package io.retainer.app.imap;

import io.retainer.model.mail.CertificateFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is looked into now and then, and left alone for a while after a failure. */
public final class WatchedMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedMailbox.class);

  /** What Jakarta Mail says. */
  private static final String NO_STARTTLS = "STARTTLS required but";

  private final ImapSettings settings;
  private final ImapConnection connection;
  private final Duration firstLook;
  private final Clock clock;
  private final Patience patience = new Patience();
  private volatile ImapLook last = ImapLook.none();

  /**
   * @param firstLook how far back the first look goes
   */
  public WatchedMailbox(
      ImapSettings settings, ImapConnection connection, Duration firstLook, Clock clock) {
    this.settings = settings;
    this.connection = connection;
    this.firstLook = firstLook;
    this.clock = clock;
  }

  /** What is done with the folder while it is open. */
  @FunctionalInterface
  public interface Visit {
    void of(IMAPFolder folder) throws MessagingException, IOException;
  }

  public ImapLook last() {
    return last;
  }

  public synchronized void look(Visit visit) {
    Instant now = clock.instant();
    if (last.next().filter(now::isBefore).isPresent()) {
      return;
    }
    try (ImapConnection.Open open = connection.open()) {
      visit.of(open.folder());
      patience.restore();
      last = ImapLook.well(now);
    } catch (AuthenticationFailedException e) {
      failed(now, ImapLook.Problem.PASSWORD, e);
    } catch (FolderNotFoundException e) {
      failed(now, ImapLook.Problem.NO_FOLDER, e);
    } catch (ImapConnection.NotReachedException e) {
      failed(now, unreached(e), e);
    } catch (MessagingException | IOException | RuntimeException e) {
      failed(now, ImapLook.Problem.BROKEN_OFF, e);
    }
  }

  private void failed(Instant now, ImapLook.Problem problem, Exception e) {
    if (last.problem().filter(problem::equals).isEmpty()) {
      LOG.warn("The mailbox {} cannot be looked into: {}", settings.host(), problem.word(), e);
    }
    last = ImapLook.failed(now, problem, detail(e), now.plus(patience.after(problem)));
  }

  private static ImapLook.Problem unreached(ImapConnection.NotReachedException e) {
    Optional<CertificateFault> certificate = CertificateFault.of(e);
    if (certificate.isPresent()) {
      return ImapLook.Problem.of(certificate.get());
    }
    return String.valueOf(e.getMessage()).startsWith(NO_STARTTLS)
        ? ImapLook.Problem.UNPROTECTED
        : ImapLook.Problem.UNREACHABLE;
  }

  /** Of a certificate Java's innermost words are plainer: the day it ended, the name it lacks. */
  private static String detail(Exception e) {
    Throwable said = e;
    while (CertificateFault.of(e).isPresent() && said.getCause() != null) {
      said = said.getCause();
    }
    return String.valueOf(said.getMessage()).strip();
  }

  /**
   * Mails that were not looked at, by their numbers, the oldest first.
   *
   * @param seen number of the last one that was; empty before the first look
   */
  public SortedMap<Long, Message> arrived(IMAPFolder folder, OptionalLong seen, int most)
      throws MessagingException {
    Message[] found =
        seen.isPresent()
            ? folder.getMessagesByUID(seen.getAsLong() + 1, IMAPFolder.LASTUID)
            : since(folder, clock.instant().minus(firstLook));
    var numbered = new TreeMap<Long, Message>();
    for (Message mail : found) {
      long uid = folder.getUID(mail);
      // A range whose beginning is beyond the last mail answers with that mail.
      if (seen.isEmpty() || uid > seen.getAsLong()) {
        numbered.put(uid, mail);
      }
    }
    while (numbered.size() > most) {
      numbered.pollLastEntry();
    }
    fetch(folder, numbered.values().toArray(new Message[0]), FetchProfile.Item.FLAGS);
    return numbered;
  }

  /**
   * Asks for headers and sizes of all mails together; whoever reads them later asks no more. A mail
   * server that cannot answer so is asked for each then.
   */
  public void fetchHeads(IMAPFolder folder, Collection<Message> mails, List<String> headers) {
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.SIZE);
    headers.forEach(profile::add);
    try {
      fetch(folder, mails.toArray(new Message[0]), profile);
    } catch (MessagingException | RuntimeException e) {
      LOG.debug("Mails are asked for one by one", e);
    }
  }

  private static Message[] since(IMAPFolder folder, Instant first) throws MessagingException {
    Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(first)));
    fetch(folder, found, UIDFolder.FetchProfileItem.UID);
    return found;
  }

  /** With one question for all: a mailbox may have thousands, and a server be far away. */
  private static void fetch(IMAPFolder folder, Message[] mails, FetchProfile.Item what)
      throws MessagingException {
    var profile = new FetchProfile();
    profile.add(what);
    fetch(folder, mails, profile);
  }

  private static void fetch(IMAPFolder folder, Message[] mails, FetchProfile what)
      throws MessagingException {
    if (mails.length > 0) {
      folder.fetch(mails, what);
    }
  }

  /** Whoever opens the mailbox sees that it was read, and finds it where the settings say. */
  public void mark(IMAPFolder folder, Message mail) throws MessagingException {
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
