package io.retainer.warehouse.imports;

import io.retainer.spi.DateSpan;
import java.util.Optional;

/**
 * What the user says about files that the files may not say.
 *
 * @param account the platform account, for every table of the files
 * @param connector id of the connector that is to read them; else every connector is asked
 * @param mapping text of a declarative mapping: the files then go to the connector {@code tabular}
 * @param period the days that an undated file is about
 * @param dryRun do everything but keep the result
 */
public record ImportOptions(
    Optional<String> account,
    Optional<String> connector,
    Optional<String> mapping,
    Optional<DateSpan> period,
    boolean dryRun) {

  /** The files speak for themselves. */
  public static ImportOptions none() {
    return new ImportOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  public ImportOptions withAccount(String name) {
    return new ImportOptions(Optional.of(name), connector, mapping, period, dryRun);
  }

  public ImportOptions withConnector(String id) {
    return new ImportOptions(account, Optional.of(id), mapping, period, dryRun);
  }

  public ImportOptions withMapping(String text) {
    return new ImportOptions(account, connector, Optional.of(text), period, dryRun);
  }

  public ImportOptions withPeriod(DateSpan span) {
    return new ImportOptions(account, connector, mapping, Optional.of(span), dryRun);
  }

  public ImportOptions asDryRun() {
    return new ImportOptions(account, connector, mapping, period, true);
  }
}
