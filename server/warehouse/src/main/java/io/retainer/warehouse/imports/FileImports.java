package io.retainer.warehouse.imports;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import java.nio.file.Path;
import java.util.List;

/** Imports files for a client, one import at a time. */
public final class FileImports {

  private FileImports() {}

  /**
   * @param received where the bytes of files are kept under their hash
   */
  public static FileImports open(Warehouse warehouse, ConnectorLibrary connectors, Path received) {
    return new FileImports();
  }

  /**
   * Imports files that arrived together, each for itself: one that is rejected does not stop the
   * others. Bad content is never an exception.
   *
   * @return a result for each file, in their order
   */
  public List<ImportResult> importFiles(
      Client client, List<ReceivedFile> files, ImportOptions options, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
