package io.retainer.toolkit;

import io.retainer.spi.Dataset;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Unit;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/** The client's currency for amounts without one: taken, and said in the import's result. */
public final class AssumedCurrency {

  private AssumedCurrency() {}

  /** Of a table with these columns; nothing is said of one without amounts. */
  public static String of(
      Dataset dataset, Collection<String> columns, ReadSettings settings, FactSink sink) {
    boolean hasAmounts =
        columns.stream().anyMatch(name -> dataset.column(name).unit() == Unit.MONEY);
    return hasAmounts ? of(settings, sink) : settings.currency().getCurrencyCode();
  }

  /**
   * Of a column of amounts: that of the signs around them, else the client's. Amounts of several
   * currencies are nobody's sum, and an issue of the file.
   */
  public static String of(Table table, String key, ReadSettings settings, FactSink sink)
      throws IOException {
    Set<String> codes = AmountCurrency.inColumn(table, key, settings.currency().getCurrencyCode());
    if (codes.size() > 1) {
      sink.issue(
          new ReadIssue(
              table.columns().line(),
              table.columns().heading(key),
              "amounts in several currencies: " + String.join(", ", codes),
              "amounts in one currency",
              "Export what is in each currency by itself."));
    }
    return codes.size() == 1 ? codes.iterator().next() : of(settings, sink);
  }

  /** Of amounts that are there. */
  public static String of(ReadSettings settings, FactSink sink) {
    String code = settings.currency().getCurrencyCode();
    sink.assumed(
        "The file does not name the currency of its amounts, so they count as "
            + code
            + ", the client's own. If they are in another one, export them with their currency and"
            + " import that file instead.");
    return code;
  }
}
