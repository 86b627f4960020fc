package io.retainer.app.imports;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of which nothing was imported, and nobody has dealt with it yet.
 *
 * @param sha256 empty where it was too large to be read
 * @param batch what its connector said, where one knew it
 */
public record RefusedFile(
    String id,
    ClientId client,
    String file,
    String sha256,
    ImportResult.Status status,
    Optional<String> batch,
    Instant at) {}
