package io.retainer.workspace.rates;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.ExchangeRates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    return clients().contains(client);
  }

  public Set<ClientId> clients() {
    return currencies().keySet();
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

  /** What these clients' amounts are converted into. */
  private Map<ClientId, String> currencies() {
    Map<ClientId, String> currencies = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select c.id, c.currency from client_conversion v join client c"
                        + " on c.id = v.client_id")
                .map((row, context) -> Map.entry(new ClientId(row.getString(1)), row.getString(2)))
                .forEach(each -> currencies.put(each.getKey(), each.getValue())));
    return currencies;
  }

  /** What is wanted now: for one report, all of which is converted alike. */
  public Conversion.Choice now() {
    return new Now();
  }

  /** Read when it is first asked for, and for all clients at once. */
  private final class Now implements Conversion.Choice {

    private Map<ClientId, Conversion> wanted;

    @Override
    public synchronized Optional<Conversion> of(ClientId client) {
      if (wanted == null) {
        wanted = new HashMap<>();
        Map<ClientId, String> currencies = currencies();
        ExchangeRates known = currencies.isEmpty() ? NO_RATES : rates.inForce().orElse(NO_RATES);
        currencies.forEach((each, into) -> wanted.put(each, new Conversion(into, known)));
      }
      return Optional.ofNullable(wanted.get(client));
    }
  }

  private static final ExchangeRates NO_RATES =
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
