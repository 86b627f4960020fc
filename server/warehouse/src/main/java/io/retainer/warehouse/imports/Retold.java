package io.retainer.warehouse.imports;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.Told;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether bytes that are there already come with something else said about them: another setting,
 * period, account, or a mapping that was corrected. They are then read anew, as a file that would
 * count as known could not be corrected by anything but an undo. What is not said again is no other
 * telling: a file that arrives by itself is told nothing.
 */
record Retold(ImportBatch earlier, Told before) {

  /** Whether it can be, as far as it shows before the file is recognised. */
  boolean isPossible(ImportOptions options, ConnectorLibrary.Use library) {
    Map<String, String> settings =
        earlier
            .result()
            .connector()
            .flatMap(library::find)
            .map(connector -> GivenSettings.toKeep(options.settings(), connector.description()))
            .orElse(Map.of());
    return before.mapping().isPresent()
        || isOther(options.connector(), earlier.result().connector())
        || isOther(options.told(settings));
  }

  boolean is(ImportOptions options, InstalledConnector connector) {
    return isOther(options.told(GivenSettings.toKeep(options.settings(), connector.description())));
  }

  /** Imports in force whose connectors are told something else by now. */
  static List<ImportBatch> since(
      Map<String, String> settings,
      Warehouse warehouse,
      ClientId client,
      ConnectorLibrary.Use library) {
    ImportOptions now = ImportOptions.none().withSettings(settings);
    return warehouse.batches(client).stream()
        .filter(batch -> !batch.undone() && batch.result().status() != Status.REJECTED)
        .filter(
            batch ->
                batch
                    .result()
                    .connector()
                    .flatMap(library::find)
                    .filter(each -> !GivenSettings.toKeep(settings, each.description()).isEmpty())
                    .filter(each -> new Retold(batch, warehouse.told(batch.id())).is(now, each))
                    .isPresent())
        .toList();
  }

  private boolean isOther(Told now) {
    return isOther(now.account(), before.account())
        || isOther(now.period(), before.period())
        || isOther(now.mapping(), before.mapping())
        || !before.settings().entrySet().containsAll(now.settings().entrySet());
  }

  private static <T> boolean isOther(Optional<T> now, Optional<T> before) {
    return now.isPresent() && !now.equals(before);
  }
}
