package io.retainer.connector.crm;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import java.util.Locale;
import java.util.Optional;

/** In which currency an amount is: by a column, by the heading of the amount, else the client's. */
final class Currencies {

  private static final Headings NAMES = Headings.load(Currencies.class, "currencies.txt");

  private Currencies() {}

  /** The code of the row's currency. */
  static String of(Fields fields, ReadSettings settings, FactSink sink) {
    String name = fields.text("currency");
    if (name == null) {
      return fields.text("amount") == null
          ? settings.currency().getCurrencyCode()
          : AssumedCurrency.of(settings, sink);
    }
    return code(name)
        .orElseGet(
            () ->
                fields.refuse(
                    fields.columns().index("currency"),
                    "a currency, like EUR or the name the platform gives it",
                    "Correct the cell."));
  }

  /** The currency of amounts without one in their row. */
  static String ofAll(Columns columns, ReadSettings settings, FactSink sink) {
    return Optional.of("amount")
        .filter(columns::has)
        .flatMap(key -> ofHeading(columns.heading(key)))
        .orElseGet(
            () ->
                columns.has("amount")
                    ? AssumedCurrency.of(settings, sink)
                    : settings.currency().getCurrencyCode());
  }

  /** {@code Бюджет, руб.}, {@code Amount (USD)}. */
  private static Optional<String> ofHeading(String heading) {
    int from = Math.max(heading.lastIndexOf('('), heading.lastIndexOf(','));
    return from < 0 ? Optional.empty() : code(heading.substring(from + 1).replace(")", ""));
  }

  private static Optional<String> code(String name) {
    return NAMES
        .key(name)
        .or(
            () ->
                Optional.of(name.strip().toUpperCase(Locale.ROOT))
                    .filter(code -> code.matches("[A-Z]{3}")));
  }
}
