package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The facts of all clients, in one DuckDB file. */
public final class Warehouse implements FactSource, AutoCloseable {

  private Warehouse() {}

  /**
   * Opens the file, or makes it. Costs next to nothing: the engine starts with the first question.
   *
   * @throws WarehouseException when another process holds the file, saying which
   */
  public static Warehouse open(Path database) {
    return new Warehouse();
  }

  @Override
  public FactAnswer answer(FactQuery query) {
    throw new UnsupportedOperationException();
  }

  /** What is there of a client, by dataset, source and account. */
  public List<SeriesCoverage> coverage(ClientId client) {
    throw new UnsupportedOperationException();
  }

  /** The client's imports, the latest first. */
  public List<ImportBatch> batches(ClientId client) {
    throw new UnsupportedOperationException();
  }

  public Optional<ImportBatch> batch(String id) {
    throw new UnsupportedOperationException();
  }

  /** Rows that an import left out, in the order of the file. */
  public List<RejectedRow> rejectedRows(String batch) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes an import back: its rows go, and the rows they had replaced are in force again.
   *
   * @return false when there is no such batch, or it was rejected or undone before
   */
  public boolean undo(String batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
