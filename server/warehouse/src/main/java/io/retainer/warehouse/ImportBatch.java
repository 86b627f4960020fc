package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.Undoing;
import java.time.Instant;
import java.util.Optional;

/**
 * One file that was imported, or rejected by its connector.
 *
 * @param id as results and coverage name it
 * @param bytes size of the file
 * @param by who imported it; empty where an older version did not ask
 * @param undone its rows were taken back
 * @param undoing who took it back and what came of it; empty where an older version did
 * @param result what the import said
 */
public record ImportBatch(
    String id,
    ClientId client,
    Instant importedAt,
    long bytes,
    String by,
    boolean undone,
    Optional<Undoing> undoing,
    ImportResult result) {}
