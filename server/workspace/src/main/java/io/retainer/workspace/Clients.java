package io.retainer.workspace;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The agency's clients. */
public final class Clients {

  private final Jdbi jdbi;
  private final Clock clock;

  Clients(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** All clients by name. */
  public List<Client> all() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select * from client order by name, id").map(Clients::read).list());
  }

  public Optional<Client> find(ClientId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from client where id = :id")
                .bind("id", id.value())
                .map(Clients::read)
                .findOne());
  }

  /**
   * @throws UnknownClientException naming the clients there are
   */
  public Client named(ClientId id) {
    return find(id)
        .orElseThrow(() -> new UnknownClientException(id, all().stream().map(Client::id).toList()));
  }

  /**
   * Adds a client.
   *
   * @return false when the id is taken; nothing changes then
   */
  public boolean add(Client client) {
    return jdbi.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into client (id, name, zone, locale, currency, created_at)
                        select :id, :name, :zone, :locale, :currency, :createdAt
                        where not exists (select 1 from client where id = :id)
                        """)
                    .bind("id", client.id().value())
                    .bind("name", client.name())
                    .bind("zone", client.zone().getId())
                    .bind("locale", client.locale().toLanguageTag())
                    .bind("currency", client.currency().getCurrencyCode())
                    .bind("createdAt", clock.instant())
                    .execute()
                == 1);
  }

  /**
   * Changes everything but the id.
   *
   * @throws UnknownClientException when there is none of this id
   */
  public void change(Client client) {
    int changed =
        jdbi.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        update client
                        set name = :name, zone = :zone, locale = :locale, currency = :currency
                        where id = :id
                        """)
                    .bind("id", client.id().value())
                    .bind("name", client.name())
                    .bind("zone", client.zone().getId())
                    .bind("locale", client.locale().toLanguageTag())
                    .bind("currency", client.currency().getCurrencyCode())
                    .execute());
    if (changed == 0) {
      named(client.id());
    }
  }

  private static Client read(ResultSet row, StatementContext context) throws SQLException {
    return new Client(
        new ClientId(row.getString("id")),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        Locale.forLanguageTag(row.getString("locale")),
        Currency.getInstance(row.getString("currency")));
  }
}
