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
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The agency's clients. */
public final class Clients {

  private final Jdbi jdbi;
  private final Clock clock;

  Clients(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** All clients that the thread may see, by name. */
  public List<Client> all() {
    return jdbi.withHandle(
        handle ->
            ClientScope.bind(
                    handle.createQuery(
                        "select * from client where "
                            + ClientScope.condition("id")
                            + " order by name, id"))
                .map(Clients::read)
                .list());
  }

  public Optional<Client> find(ClientId id) {
    return jdbi.withHandle(
        handle ->
            ClientScope.bind(
                    handle.createQuery(
                        "select * from client where id = :id and " + ClientScope.condition("id")))
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
    return jdbi.inTransaction(handle -> added(handle, client));
  }

  /**
   * Changes everything but the id.
   *
   * @throws UnknownClientException when there is none of this id
   */
  public void change(Client client) {
    named(client.id());
    if (!jdbi.<Boolean, RuntimeException>inTransaction(handle -> changed(handle, client))) {
      named(client.id());
    }
  }

  /** Changes those there are and adds the others: all of them or, when one fails, none. */
  public void save(List<Client> clients) {
    save(clients, Map.of());
  }

  /**
   * The same, with clients' groups.
   *
   * @param groups by client the names of all groups it is to be in; of others they stay
   */
  public void save(List<Client> clients, Map<ClientId, List<String>> groups) {
    ClientGroups kept = new ClientGroups(jdbi, clock);
    jdbi.useTransaction(
        handle -> {
          for (Client client : clients) {
            if (!changed(handle, client)) {
              added(handle, client);
            }
          }
          groups.forEach((client, names) -> kept.replace(handle, client, names));
        });
  }

  private boolean added(Handle handle, Client client) {
    return bound(
                handle.createUpdate(
                    """
                    insert into client (id, name, zone, locale, currency, created_at)
                    select :id, :name, :zone, :locale, :currency, :createdAt
                    where not exists (select 1 from client where id = :id)
                    """),
                client)
            .bind("createdAt", clock.instant())
            .execute()
        == 1;
  }

  private static boolean changed(Handle handle, Client client) {
    return bound(
                handle.createUpdate(
                    """
                    update client
                    set name = :name, zone = :zone, locale = :locale, currency = :currency
                    where id = :id
                    """),
                client)
            .execute()
        == 1;
  }

  private static Update bound(Update update, Client client) {
    return update
        .bind("id", client.id().value())
        .bind("name", client.name())
        .bind("zone", client.zone().getId())
        .bind("locale", client.locale().toLanguageTag())
        .bind("currency", client.currency().getCurrencyCode());
  }

  static Client read(ResultSet row, StatementContext context) throws SQLException {
    return new Client(
        new ClientId(row.getString("id")),
        // Kept before such names were refused.
        Client.visible(row.getString("name")),
        ZoneId.of(row.getString("zone")),
        Locale.forLanguageTag(row.getString("locale")),
        Currency.getInstance(row.getString("currency")));
  }
}
