package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import java.time.Instant;

/** A file whose rows are in force, or some of them. */
public record TakenFile(ClientId client, String name, String sha256, Instant at) {}
