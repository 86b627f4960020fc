package io.retainer.workspace.rates;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.ExchangeRates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** The clients whose amounts are converted into their currency. */
public final class ClientConversions {

  private final Jdbi jdbi;
  private final Rates rates;

  public ClientConversions(Jdbi jdbi, Rates rates) {
    this.jdbi = jdbi;
    this.rates = rates;
  }

  public boolean isOn(ClientId client) {
    return into(client).isPresent();
  }

  public void set(ClientId client, boolean isOn) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createQuery("select id from client where id = :client for update")
              .bind("client", client.value())
              .mapTo(String.class)
              .one();
          handle.execute("delete from client_conversion where client_id = ?", client.value());
          if (isOn) {
            handle.execute("insert into client_conversion (client_id) values (?)", client.value());
          }
        });
  }

  private Optional<String> into(ClientId client) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select c.currency from client_conversion v join client c on c.id = v.client_id
                    where c.id = :client
                    """)
                .bind("client", client.value())
                .mapTo(String.class)
                .findOne());
  }

  /** What is wanted now: for one report, all of which is converted alike. */
  public Conversion.Choice now() {
    Map<ClientId, Optional<Conversion>> known = new ConcurrentHashMap<>();
    return client -> known.computeIfAbsent(client, this::of);
  }

  private Optional<Conversion> of(ClientId client) {
    return into(client).map(currency -> new Conversion(currency, rates.inForce().orElse(NONE)));
  }

  private static final ExchangeRates NONE =
      new ExchangeRates() {
        @Override
        public String title() {
          return "";
        }

        @Override
        public Optional<Rate> rate(String currency, String into, LocalDate day) {
          return Optional.empty();
        }
      };
}
