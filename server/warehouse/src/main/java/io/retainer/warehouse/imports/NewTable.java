package io.retainer.warehouse.imports;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import java.util.List;

/**
 * A table whose columns somebody has just named.
 *
 * @param title what it is called
 * @param mapping says what its columns are
 */
public record NewTable(String title, String mapping) {

  /**
   * Imports the file, and keeps the mapping for the next ones. Where one that was saved meanwhile
   * reads the file, that one does and this is not kept: of two that fit the same table none could
   * be told to be meant, and nobody's next file would be read.
   */
  public ImportResult importFrom(
      ReceivedFile file, Client client, FileImports imports, ImportOptions options) {
    ImportResult known = read(file, client, imports, options);
    if (known.status() != Status.UNRECOGNISED) {
      return known;
    }
    imports.mappings().add(title, mapping);
    return read(file, client, imports, options.withMapping(mapping));
  }

  private static ImportResult read(
      ReceivedFile file, Client client, FileImports imports, ImportOptions options) {
    return imports.importFiles(client, List.of(file), options, Progress.silent()).get(0);
  }
}
