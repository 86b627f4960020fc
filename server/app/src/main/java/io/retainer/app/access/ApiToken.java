package io.retainer.app.access;

import io.retainer.app.shell.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A program that may call the API. Its secret is shown once and kept nowhere.
 *
 * @param used when it was last seen
 */
public record ApiToken(
    String id,
    String label,
    Role role,
    boolean isLimited,
    Instant created,
    Instant expires,
    Optional<Instant> used) {}
