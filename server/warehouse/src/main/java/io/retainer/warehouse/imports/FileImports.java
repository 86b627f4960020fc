package io.retainer.warehouse.imports;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.spi.TableMapper;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RejectedRow;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.WarehouseException;
import io.retainer.warehouse.connector.ConnectorLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports files for a client, one import at a time. Safe for use by several threads. */
public final class FileImports {

  /** Larger than any export, small enough to notice a mistake. */
  public static final long LARGEST_FILE = 4L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(FileImports.class);

  private final Warehouse warehouse;
  private final ConnectorLibrary connectors;
  private final Reception reception;
  private final Mappings mappings;
  private final Map<String, String> settings;
  private final ClientSettings ofClients;

  private FileImports(
      Warehouse warehouse,
      ConnectorLibrary connectors,
      Reception reception,
      Mappings mappings,
      Map<String, String> settings,
      ClientSettings ofClients) {
    this.ofClients = ofClients;
    this.warehouse = warehouse;
    this.connectors = connectors;
    this.reception = reception;
    this.mappings = mappings;
    this.settings = Map.copyOf(settings);
  }

  /**
   * @param received where the bytes of files are kept under their hash
   */
  public static FileImports open(Warehouse warehouse, ConnectorLibrary connectors, Path received) {
    return open(
        warehouse,
        connectors,
        received,
        new Mappings(received.resolveSibling("mappings")),
        LARGEST_FILE,
        Map.of());
  }

  /**
   * @param mappings asked about files that no connector knows
   * @param largestFile files with more bytes are rejected
   * @param settings what every connector is told, such as the {@code salt} of customer keys
   */
  public static FileImports open(
      Warehouse warehouse,
      ConnectorLibrary connectors,
      Path received,
      Mappings mappings,
      long largestFile,
      Map<String, String> settings) {
    return open(
        warehouse,
        connectors,
        received,
        mappings,
        largestFile,
        Optional.empty(),
        settings,
        ClientSettings.none(),
        true);
  }

  /**
   * @param keeping how long the bytes of files are kept; empty for ever
   * @param ofClients what the connectors are told of each client's files
   * @param isAlone whether no other process imports files into that folder
   */
  public static FileImports open(
      Warehouse warehouse,
      ConnectorLibrary connectors,
      Path received,
      Mappings mappings,
      long largestFile,
      Optional<Duration> keeping,
      Map<String, String> settings,
      ClientSettings ofClients,
      boolean isAlone) {
    try {
      return new FileImports(
          warehouse,
          connectors,
          new Reception(received, largestFile, keeping, isAlone),
          mappings,
          settings,
          ofClients);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder " + received, e);
    }
  }

  /**
   * Imports files that arrived together, each for itself: one that is rejected does not stop the
   * others. Bad content is never an exception.
   *
   * @return a result for each file, in their order
   */
  public List<ImportResult> importFiles(
      Client client, List<ReceivedFile> files, ImportOptions options, Progress progress) {
    List<ArrivedFile> arrived = new ArrayList<>();
    ImportOptions told = options.over(ofClients.of(client.id()));
    try (ConnectorLibrary.Use library = connectors.use()) {
      List<Supplier<ImportResult>> pending = new ArrayList<>();
      for (ReceivedFile file : files) {
        progress.at(file.name(), Progress.Step.RECEIVING, 0);
        try {
          ArrivedFile one = reception.receive(file);
          arrived.add(one);
          pending.add(() -> one(client, one, arrived, library, told, progress));
        } catch (IOException e) {
          pending.add(() -> Outcome.of(file.name(), "", Status.REJECTED, Reception.told(e)));
        }
      }
      List<ImportResult> results = new ArrayList<>();
      for (Supplier<ImportResult> each : pending) {
        ImportResult result = each.get();
        progress.at(result.file(), Progress.Step.DONE, rows(result));
        results.add(result);
      }
      return results;
    } finally {
      arrived.forEach(this::drop);
      forgetOld();
    }
  }

  /** The mappings that were saved. */
  public Mappings mappings() {
    return mappings;
  }

  /**
   * Writes a mapping for a table that no connector knows.
   *
   * @throws IllegalStateException when no installed connector reads by mappings
   */
  public TableDraft draft(ReceivedFile file, TableChoices choices) throws IOException {
    try (ConnectorLibrary.Use library = connectors.use()) {
      ArrivedFile arrived = reception.receive(file);
      try (OpenableFile source = new OpenableFile(arrived, List.of())) {
        return mapper(library).draft(source, choices);
      } finally {
        drop(arrived);
      }
    }
  }

  /** The mistakes of a mapping; none when files can be read by it. */
  public List<ReadIssue> check(String mapping) {
    try (ConnectorLibrary.Use library = connectors.use()) {
      return mapper(library).check(mapping);
    }
  }

  private static TableMapper mapper(ConnectorLibrary.Use library) {
    return BySavedMapping.mapper(library)
        .map(connector -> (TableMapper) connector.connector())
        .orElseThrow(() -> new IllegalStateException("No connector reads by mappings"));
  }

  /**
   * Rows that an import left out, in the order of the file, with their texts as long as the file is
   * kept: it is read again for them, as they may hold names and addresses and stand nowhere else.
   */
  public List<RejectedRow> rejectedRows(Client client, ImportBatch batch) {
    List<RejectedRow> rows = warehouse.rejectedRows(batch.id());
    Optional<Path> file = original(batch);
    if (rows.isEmpty() || file.isEmpty()) {
      return rows;
    }
    try (ConnectorLibrary.Use library = connectors.use()) {
      Map<String, String> told = new HashMap<>(ofClients.of(client.id()));
      told.putAll(settings);
      return new RejectedReading(library, told, client, batch, warehouse.told(batch.id()))
          .texts(file.get(), rows);
    }
  }

  /**
   * Imports in force that were read before the client's settings became what they are: the same
   * files, imported again, are read anew.
   *
   * @return the latest first
   */
  public List<ImportBatch> readOtherwise(ClientId client) {
    try (ConnectorLibrary.Use library = connectors.use()) {
      return Retold.since(ofClients.of(client), warehouse, client, library);
    }
  }

  /** The file of an import as it came, while it is kept. */
  public Optional<Path> original(ImportBatch batch) {
    return reception.kept(batch.result().sha256());
  }

  private ImportResult one(
      Client client,
      ArrivedFile file,
      List<ArrivedFile> together,
      ConnectorLibrary.Use library,
      ImportOptions options,
      Progress progress) {
    if (file.bytes() == 0) {
      return Outcome.refused(
          file,
          Status.REJECTED,
          List.of(
              ReadIssue.ofFile(
                  "an empty file", "a file with data", "Export or download it again.")));
    }
    Optional<ImportBatch> earlier = warehouse.accepted(client.id(), file.sha256());
    Optional<Retold> retold =
        earlier
            .map(batch -> new Retold(batch, warehouse.told(batch.id())))
            .filter(each -> each.isPossible(options, library));
    if (earlier.isPresent() && retold.isEmpty()) {
      return Outcome.duplicate(file, earlier.get().result());
    }
    progress.at(file.name(), Progress.Step.RECOGNISING, 0);
    OpenableFile source = new OpenableFile(file, together);
    Recognising recognising = Recognising.of(source, library, options, mappings);
    if (recognising.connector().isEmpty()) {
      Status status = recognising.isAmbiguous() ? Status.REJECTED : Status.UNRECOGNISED;
      return Outcome.refused(file, status, recognising.issues());
    }
    try {
      ImportOptions told = recognising.mapping().map(options::withMapping).orElse(options);
      if (retold.isPresent() && !retold.get().is(told, recognising.connector().get())) {
        return Outcome.duplicate(file, earlier.get().result());
      }
      return new FileImport(warehouse, reception, client, told, settings, progress)
          .read(file, source, recognising.connector().get(), earlier, recognising.unanswered());
    } catch (SQLException | IOException | WarehouseException e) {
      return Outcome.refused(
          file,
          Status.REJECTED,
          List.of(
              ReadIssue.ofFile(
                  "the import could not be kept: " + e.getMessage(),
                  "room and rights on the server's disk",
                  "Nothing was imported. Ask the server's operator, then import the file again.")));
    }
  }

  private static long rows(ImportResult result) {
    return result.tables().stream().mapToLong(ImportResult.Table::rows).sum();
  }

  private void forgetOld() {
    try {
      reception.forgetOld();
    } catch (IOException e) {
      LOG.warn("Files that are older than they are to be kept cannot be deleted", e);
    }
  }

  private void drop(ArrivedFile file) {
    try {
      reception.drop(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file.path(), e);
    }
  }
}
