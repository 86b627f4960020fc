package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What became of the mails of the watched mailbox, as it is kept. */
final class ReceivedMails {

  private final Supplier<Jdbi> state;

  ReceivedMails(Supplier<Jdbi> state) {
    this.state = state;
  }

  /**
   * A mailbox as it counts its mails.
   *
   * @param validity another one means that all mails have new numbers
   */
  record Box(String name, long validity) {}

  /** Keeps a mail and what it brought, in one step; what was known of it before gives way. */
  void keep(Box box, ReceivedMail mail, List<Arrival> arrivals) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      merge into received_mail
                        (id, mailbox, validity, uid, message_id, sender, recipients, subject, state,
                         client_id, sha256, reason, marked, at)
                      key (mailbox, validity, uid)
                      values (:id, :mailbox, :validity, :uid, :messageId, :sender, :recipients,
                         :subject, :state, :client, :sha256, :reason, :marked, :at)
                      """)
                  .bind("id", mail.id())
                  .bind("mailbox", box.name())
                  .bind("validity", box.validity())
                  .bind("uid", mail.uid())
                  .bind("messageId", mail.messageId())
                  .bind("sender", mail.sender())
                  .bind("recipients", String.join(" ", mail.recipients()))
                  .bind("subject", mail.subject())
                  .bind("state", mail.state().word())
                  .bind("client", mail.client().map(ClientId::value).orElse(null))
                  .bind("sha256", mail.sha256().orElse(null))
                  .bind("reason", mail.reason().orElse(null))
                  .bind("marked", mail.marked())
                  .bind("at", mail.at())
                  .execute();
              arrivals.forEach(arrival -> Arrivals.add(handle, arrival));
            });
  }

  void marked(String id) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update received_mail set marked = true where id = :id")
                    .bind("id", id)
                    .execute());
  }

  /** The highest number that was looked at. */
  OptionalLong last(Box box) {
    Optional<Long> last =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select max(uid) from received_mail
                            where mailbox = :mailbox and validity = :validity
                            """)
                        .bind("mailbox", box.name())
                        .bind("validity", box.validity())
                        .mapTo(Long.class)
                        .findOne());
    return last.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Mails whose sender nobody has allowed, or that are dealt with and not marked yet. */
  List<ReceivedMail> open(Box box) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select * from received_mail
                        where mailbox = :mailbox and validity = :validity
                          and (state = 'unknown'
                            or (not marked and state in ('taken', 'repeated', 'nothing', 'link')))
                        order by uid
                        """)
                    .bind("mailbox", box.name())
                    .bind("validity", box.validity())
                    .map(ReceivedMails::read)
                    .list());
  }

  /** Whether a mail of this Message-ID and sender was taken. */
  boolean isTaken(MailHead head) {
    return !head.messageId().isEmpty()
        && state
            .get()
            .withHandle(
                handle ->
                    handle
                            .createQuery(
                                """
                            select count(*) from received_mail
                            where message_id = :id and sender = :sender and state = 'taken'
                            """)
                            .bind("id", head.messageId())
                            .bind("sender", head.sender())
                            .mapTo(Long.class)
                            .one()
                        > 0);
  }

  /** The latest first. */
  List<ReceivedMail> latest(boolean unknown, int most) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from received_mail where state "
                            + (unknown ? "=" : "<>")
                            + " 'unknown' order by at desc, uid desc limit :most")
                    .bind("most", most)
                    .map(ReceivedMails::read)
                    .list());
  }

  /** Mails of unknown senders are forgotten; they still lie in the mailbox. */
  void forgetUnknown(Instant before) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "delete from received_mail where state = 'unknown' and at < :before")
                    .bind("before", before)
                    .execute());
  }

  private static ReceivedMail read(ResultSet row, StatementContext context) throws SQLException {
    String recipients = row.getString("recipients");
    return new ReceivedMail(
        row.getString("id"),
        row.getLong("uid"),
        row.getString("message_id"),
        row.getString("sender"),
        recipients.isEmpty() ? List.of() : List.of(recipients.split(" ")),
        row.getString("subject"),
        ReceivedMail.State.of(row.getString("state")),
        Optional.ofNullable(row.getString("client_id")).map(ClientId::new),
        Optional.ofNullable(row.getString("sha256")),
        Optional.ofNullable(row.getString("reason")),
        row.getBoolean("marked"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
