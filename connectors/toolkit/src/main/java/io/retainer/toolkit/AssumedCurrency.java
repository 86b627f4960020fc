package io.retainer.toolkit;

import io.retainer.spi.Dataset;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Unit;
import java.util.Collection;

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
