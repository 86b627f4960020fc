package io.retainer.kpi;

import java.util.List;
import java.util.Optional;

/**
 * A definition in force.
 *
 * @param ways the ways to compute it, in the order they are tried; none when a worker computes it
 */
record Defined(KpiDefinition definition, List<Way> ways, Optional<Computation> computation) {

  Defined(KpiDefinition definition, List<Way> ways) {
    this(definition, ways, Optional.empty());
  }
}
