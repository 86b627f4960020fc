package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.mail.Sender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whom the mails of each client may go to, and who they come from. */
public final class MailOfClients {

  private final Jdbi jdbi;

  MailOfClients(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public AllowedRecipients allowed(ClientId client) {
    return new AllowedRecipients(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select entry from client_recipient where client_id = :client")
                    .bind("client", client.value())
                    .mapTo(String.class)
                    .set()));
  }

  /** Of all clients that have a list. */
  public Map<ClientId, AllowedRecipients> allowed() {
    Map<ClientId, Set<String>> entries = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select client_id, entry from client_recipient")
                .map(
                    (row, context) ->
                        entries
                            .computeIfAbsent(
                                new ClientId(row.getString("client_id")), id -> new HashSet<>())
                            .add(row.getString("entry")))
                .list());
    Map<ClientId, AllowedRecipients> allowed = new HashMap<>();
    entries.forEach((client, list) -> allowed.put(client, new AllowedRecipients(list)));
    return allowed;
  }

  public MailIdentity identity(ClientId client) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from client_sender where client_id = :client")
                .bind("client", client.value())
                .map(
                    (row, context) ->
                        new MailIdentity(
                            Optional.ofNullable(row.getString("sender")).map(Sender::parse),
                            Optional.ofNullable(row.getString("reply_to")).map(Sender::parse)))
                .findOne()
                .orElse(MailIdentity.USUAL));
  }

  /** In the place of the list that was there. */
  public void allow(ClientId client, AllowedRecipients allowed) {
    jdbi.useTransaction(
        handle -> {
          own(handle, client);
          handle.execute("delete from client_recipient where client_id = ?", client.value());
          for (String entry : allowed.entries()) {
            handle.execute(
                "insert into client_recipient (client_id, entry) values (?, ?)",
                client.value(),
                entry);
          }
        });
  }

  /** In the place of the one that was there. */
  public void identify(ClientId client, MailIdentity identity) {
    jdbi.useTransaction(
        handle -> {
          own(handle, client);
          handle.execute("delete from client_sender where client_id = ?", client.value());
          handle.execute(
              "insert into client_sender (client_id, sender, reply_to) values (?, ?, ?)",
              client.value(),
              identity.from().map(Sender::toString).orElse(null),
              identity.replyTo().map(Sender::toString).orElse(null));
        });
  }

  /** Two forms sent at once: the second waits, and takes the place of the first. */
  private static void own(Handle handle, ClientId client) {
    handle
        .createQuery("select id from client where id = :client for update")
        .bind("client", client.value())
        .mapTo(String.class)
        .one();
  }
}
