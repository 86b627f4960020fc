package io.retainer.app.clients;

import io.retainer.app.shell.Input;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** A client as somebody typed it. */
public record ClientValues(String id, String name, String zone, String locale, String currency) {

  private static final Currency EURO = Currency.getInstance("EUR");

  public static ClientValues blank() {
    return new ClientValues("", "", "Europe/Minsk", "en", "EUR");
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
    var someId = new ClientId("some-id");
    List<Runnable> readings =
        List.of(
            () -> new ClientId(id),
            () -> new Client(someId, name, ZoneOffset.UTC, Locale.ENGLISH, EURO),
            this::zoneRead,
            this::localeRead,
            this::currencyRead);
    List<String> problems = new ArrayList<>();
    for (Runnable reading : readings) {
      try {
        reading.run();
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    return problems;
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
