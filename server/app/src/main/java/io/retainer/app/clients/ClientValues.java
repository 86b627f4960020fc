package io.retainer.app.clients;

import io.retainer.app.shell.Input;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A client as somebody typed it. */
public record ClientValues(String id, String name, String zone, String locale, String currency) {

  private static final Currency EURO = Currency.getInstance("EUR");

  /** What a table takes for what it does not say of a new one. */
  static ClientValues blank() {
    return new ClientValues("", "", "Europe/Minsk", "en", "EUR");
  }

  /**
   * A new one: as most of the others are. The first one speaks the language of who adds it, and is
   * where their browser is.
   */
  static ClientValues besides(List<Client> others, Locale reader) {
    return new ClientValues(
        "",
        "",
        mostUsual(others, client -> client.zone().getId()).orElse(""),
        mostUsual(others, client -> client.locale().toLanguageTag()).orElse(reader.toLanguageTag()),
        mostUsual(others, client -> client.currency().getCurrencyCode())
            .orElse(EURO.getCurrencyCode()));
  }

  private static Optional<String> mostUsual(List<Client> clients, Function<Client, String> what) {
    Map<String, Long> counts =
        clients.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  static ClientValues of(Client client) {
    return new ClientValues(
        client.id().value(),
        client.name(),
        client.zone().getId(),
        client.locale().toLanguageTag(),
        client.currency().getCurrencyCode());
  }

  /** What is wrong with each of the values, all at once. */
  List<String> problems() {
    return List.copyOf(wrong().values());
  }

  /** The same by the name of the field that it stands in. */
  Map<String, String> wrong() {
    var someId = new ClientId("some-id");
    Map<String, Runnable> readings = new LinkedHashMap<>();
    readings.put("id", () -> new ClientId(id));
    readings.put("name", () -> new Client(someId, name, ZoneOffset.UTC, Locale.ENGLISH, EURO));
    readings.put("zone", this::zoneRead);
    readings.put("locale", this::localeRead);
    readings.put("currency", this::currencyRead);
    Map<String, String> wrong = new LinkedHashMap<>();
    readings.forEach(
        (field, reading) -> {
          try {
            reading.run();
          } catch (IllegalArgumentException e) {
            wrong.put(field, e.getMessage());
          }
        });
    return wrong;
  }

  /**
   * @throws io.retainer.app.shell.Problem saying which value is wrong
   */
  Client read() {
    return Input.value(
        "",
        nothing -> new Client(new ClientId(id), name, zoneRead(), localeRead(), currencyRead()));
  }

  private ZoneId zoneRead() {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new IllegalArgumentException(
          "\"" + zone + "\" is no time zone; write one like Europe/Minsk");
    }
    return ZoneId.of(zone);
  }

  private Locale localeRead() {
    try {
      return new Locale.Builder().setLanguageTag(locale).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "\"" + locale + "\" is no language; write en, ru, be or fi", e);
    }
  }

  private Currency currencyRead() {
    try {
      return Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + currency + "\" is no currency; write its three letters, like EUR", e);
    }
  }
}
