package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import java.time.Instant;
import java.util.Optional;

/**
 * A period's report as the agency's own people see it before its recipients do.
 *
 * @param plannedFor when its recipients get it
 * @param shown whether each internal copy is on its way
 * @param rejectedBy who does not want it to go out like this; empty when nobody said so
 * @param reason theirs
 */
record Draft(
    String schedule,
    Period period,
    Instant plannedFor,
    Optional<String> run,
    boolean shown,
    Optional<String> rejectedBy,
    Optional<String> reason) {}
