package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a new client is made of. */
final class ClientOptions {

  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final Locale LANGUAGE = Locale.ENGLISH;
  private static final Currency CURRENCY = Currency.getInstance("EUR");

  @Option(
      names = {"--client-name", "--name"},
      paramLabel = "N",
      description = "name on the reports' cover (default: the id)")
  private String name;

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description = "time zone where its days begin, like Europe/Minsk (default: UTC)")
  private ZoneId zone;

  @Option(
      names = "--locale",
      paramLabel = "L",
      description = "language of its reports: en, ru, be, fi (default: en)")
  private Locale locale;

  @Option(
      names = "--currency",
      paramLabel = "C",
      description = "currency of amounts that state none, like BYN (default: EUR)")
  private Currency currency;

  /** Whether there is anything to make a client from. */
  boolean areGiven() {
    return name != null || zone != null || locale != null || currency != null;
  }

  Client client(ClientId id) {
    try {
      return new Client(
          id,
          Optional.ofNullable(name).orElse(id.value()),
          Optional.ofNullable(zone).orElse(ZONE),
          Optional.ofNullable(locale).orElse(LANGUAGE),
          Optional.ofNullable(currency).orElse(CURRENCY));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  /** Where a client that is there differs from what was typed. */
  List<String> differencesFrom(Client client) {
    List<String> differences = new ArrayList<>();
    compare(differences, "name", client.name(), name);
    compare(differences, "zone", client.zone(), zone);
    compare(
        differences,
        "language",
        client.locale().toLanguageTag(),
        locale == null ? null : locale.toLanguageTag());
    compare(differences, "currency", client.currency(), currency);
    return differences;
  }

  private static void compare(List<String> differences, String what, Object is, Object typed) {
    if (typed != null && !typed.equals(is)) {
      differences.add("its " + what + " is " + is + ", not " + typed);
    }
  }
}
