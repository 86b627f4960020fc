package io.retainer.spi;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What the client and the user know and the file may not say.
 *
 * @param zone the client's zone; instants with an offset become days of this zone
 * @param currency the client's currency, for amounts without one
 * @param account the platform account the user named; else the connector takes it from the file
 * @param period the days the user says an undated file is about
 * @param values further settings by name, {@code mapping} (the text of a declarative mapping) among
 *     them
 */
public record ReadSettings(
    ZoneId zone,
    Currency currency,
    Optional<String> account,
    Optional<DateSpan> period,
    Map<String, String> values) {

  public ReadSettings {
    values = Map.copyOf(values);
  }
}
