package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The senders whose mails are taken. */
final class SenderRules {

  private final Supplier<Jdbi> state;

  SenderRules(Supplier<Jdbi> state) {
    this.state = state;
  }

  List<SenderRule> all() {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select * from mail_sender where %s order by sender, recipient"
                                .formatted(ClientScope.condition("client_id"))))
                    .map(
                        (row, context) ->
                            new SenderRule(
                                row.getString("sender"),
                                row.getString("recipient"),
                                new ClientId(row.getString("client_id"))))
                    .list());
  }

  /** The same sender and recipient are for one client: the one that was said last. */
  void allow(SenderRule rule, String by, Instant at) {
    state
        .get()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        merge into mail_sender (sender, recipient, client_id, allowed_by, allowed_at)
                        key (sender, recipient) values (:sender, :recipient, :client, :by, :at)
                        """)
                    .bind("sender", rule.sender())
                    .bind("recipient", rule.recipient())
                    .bind("client", rule.client().value())
                    .bind("by", by)
                    .bind("at", at)
                    .execute());
  }

  void remove(String sender, String recipient) {
    state
        .get()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        "delete from mail_sender where sender = :sender and recipient = :recipient")
                    .bind("sender", sender)
                    .bind("recipient", recipient)
                    .execute());
  }
}
