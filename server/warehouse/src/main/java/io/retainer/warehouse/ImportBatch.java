package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import java.time.Instant;

/**
 * One file that was imported, or rejected by its connector.
 *
 * @param id as results and coverage name it
 * @param bytes size of the file
 * @param undone its rows were taken back
 * @param result what the import said
 */
public record ImportBatch(
    String id,
    ClientId client,
    Instant importedAt,
    long bytes,
    boolean undone,
    ImportResult result) {}
