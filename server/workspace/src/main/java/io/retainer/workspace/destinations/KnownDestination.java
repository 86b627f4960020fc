package io.retainer.workspace.destinations;

import java.util.Optional;

/**
 * A destination, and what there is to say of it.
 *
 * @param isOfOperator whether it stands in {@code destinations.yaml}
 */
public record KnownDestination(
    Destination destination,
    boolean isOfOperator,
    Optional<KeptDestinations.Pause> pause,
    Optional<Trouble> trouble) {}
