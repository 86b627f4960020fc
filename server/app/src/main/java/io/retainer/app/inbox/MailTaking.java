package io.retainer.app.inbox;

import io.retainer.app.inbox.ReceivedMail.State;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about one mail, and imports what it brought. */
final class MailTaking {

  private static final Logger LOG = LoggerFactory.getLogger(MailTaking.class);

  private final Taking taking;
  private final SenderRules rules;
  private final ReceivedMails mails;
  private final KeptMails kept;
  private final Optional<String> trustedServer;

  MailTaking(
      Taking taking,
      SenderRules rules,
      ReceivedMails mails,
      KeptMails kept,
      Optional<String> trustedServer) {
    this.taking = taking;
    this.rules = rules;
    this.mails = mails;
    this.kept = kept;
    this.trustedServer = trustedServer;
  }

  void forgetOld() throws IOException {
    kept.forgetOld(taking.now());
  }

  /** Whether somebody has allowed the sender since the mail was looked at. */
  boolean isAllowed(ReceivedMail mail) {
    return SenderRule.of(rules.all(), mail.sender(), mail.recipients()).isPresent();
  }

  /**
   * @throws MessagingException when the mailbox breaks off
   * @throws IOException when the mail cannot be kept
   */
  ReceivedMail take(ReceivedMails.Box box, long uid, MimeMessage mail)
      throws MessagingException, IOException {
    MailHead head = MailHead.of(mail);
    Optional<SenderRule> rule = SenderRule.of(rules.all(), head.sender(), head.recipients());
    if (rule.isEmpty()) {
      return keep(box, uid, head, State.UNKNOWN, Optional.empty(), "");
    }
    Optional<ClientId> client = Optional.of(rule.get().client());
    if (trustedServer.isPresent() && !head.isProvedBy(trustedServer.get())) {
      return keep(box, uid, head, State.UNPROVED, client, "");
    }
    if (mails.isTaken(head)) {
      return keep(box, uid, head, State.REPEATED, client, "");
    }
    try {
      if (mail.getSize() > taking.largest()) {
        throw new KeptMails.TooLargeException();
      }
      return take(box, uid, head, client.get(), kept.keep(mail, taking.largest()));
    } catch (KeptMails.TooLargeException e) {
      return keep(box, uid, head, State.TOO_LARGE, client, "");
    }
  }

  private ReceivedMail take(
      ReceivedMails.Box box, long uid, MailHead head, ClientId id, KeptMails.Kept mail) {
    try (OwnCopies copies = taking.copies("mailed")) {
      MailParts.Found found = MailParts.of(mail.file(), copies);
      Client client = taking.client(id);
      List<ImportResult> results =
          found.files().isEmpty() ? List.of() : taking.imported(client, found.files());
      State state = !results.isEmpty() ? State.TAKEN : found.hasLink() ? State.LINK : State.NOTHING;
      ReceivedMail row =
          row(uid, head, state, Optional.of(id), String.join(", ", found.leftOut()))
              .keptAs(mail.sha256());
      mails.keep(box, row, taking.arrivals(client, results, row.id()));
      LOG.info("Mail {} for {}: {}, {} files", row.id(), id, state.word(), results.size());
      return row;
    } catch (MessagingException | IOException e) {
      // It is on the disk already: the mail is damaged, not the connection.
      ReceivedMail row =
          row(uid, head, State.FAILED, Optional.of(id), String.valueOf(e.getMessage()))
              .keptAs(mail.sha256());
      mails.keep(box, row, List.of());
      return row;
    }
  }

  /** Gives a mail up, whatever is wrong with it. */
  ReceivedMail failed(ReceivedMails.Box box, long uid, MimeMessage mail, Exception cause) {
    MailHead head;
    try {
      head = MailHead.of(mail);
    } catch (MessagingException | RuntimeException e) {
      head = new MailHead("", List.of(), "", "", List.of());
    }
    return keep(box, uid, head, State.FAILED, Optional.empty(), cause.getClass().getName());
  }

  private ReceivedMail keep(
      ReceivedMails.Box box,
      long uid,
      MailHead head,
      State state,
      Optional<ClientId> client,
      String reason) {
    ReceivedMail row = row(uid, head, state, client, reason);
    mails.keep(box, row, List.of());
    return row;
  }

  private ReceivedMail row(
      long uid, MailHead head, State state, Optional<ClientId> client, String reason) {
    return new ReceivedMail(
        UUID.randomUUID().toString(),
        uid,
        head.messageId(),
        head.sender(),
        head.recipients(),
        head.subject(),
        state,
        client,
        Optional.empty(),
        Optional.of(reason.substring(0, Math.min(4000, reason.length())))
            .filter(text -> !text.isEmpty()),
        false,
        taking.now());
  }
}
