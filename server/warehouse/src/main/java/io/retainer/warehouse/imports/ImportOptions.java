package io.retainer.warehouse.imports;

import io.retainer.spi.DateSpan;
import io.retainer.warehouse.Told;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about files that the files may not say.
 *
 * @param account the platform account, for every table of the files
 * @param connector id of the connector that is to read them; else every connector is asked
 * @param mapping text of a declarative mapping: the files then go to the connector {@code tabular}
 * @param period the days that an undated file is about
 * @param settings of connectors, by name, see {@link GivenSettings}
 * @param dryRun do everything but keep the result
 * @param by who imports, for the ledger
 */
public record ImportOptions(
    Optional<String> account,
    Optional<String> connector,
    Optional<String> mapping,
    Optional<DateSpan> period,
    Map<String, String> settings,
    boolean dryRun,
    String by) {

  public ImportOptions {
    settings = Map.copyOf(settings);
  }

  /**
   * @param declared those of the settings that the connector knows
   */
  Told told(Map<String, String> declared) {
    return new Told(by, account, period, mapping, declared);
  }

  /** The files speak for themselves. */
  public static ImportOptions none() {
    return new ImportOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        false,
        "");
  }

  public ImportOptions withAccount(String name) {
    return new ImportOptions(Optional.of(name), connector, mapping, period, settings, dryRun, by);
  }

  public ImportOptions withConnector(String id) {
    return new ImportOptions(account, Optional.of(id), mapping, period, settings, dryRun, by);
  }

  public ImportOptions withMapping(String text) {
    return new ImportOptions(account, connector, Optional.of(text), period, settings, dryRun, by);
  }

  public ImportOptions withPeriod(DateSpan span) {
    return new ImportOptions(account, connector, mapping, Optional.of(span), settings, dryRun, by);
  }

  public ImportOptions withSettings(Map<String, String> given) {
    return new ImportOptions(account, connector, mapping, period, given, dryRun, by);
  }

  /** The same, with settings for whatever is not given. */
  ImportOptions over(Map<String, String> otherwise) {
    Map<String, String> all = new HashMap<>(otherwise);
    all.putAll(settings);
    return withSettings(all);
  }

  public ImportOptions asDryRun() {
    return new ImportOptions(account, connector, mapping, period, settings, true, by);
  }

  public ImportOptions by(String who) {
    return new ImportOptions(account, connector, mapping, period, settings, dryRun, who);
  }
}
