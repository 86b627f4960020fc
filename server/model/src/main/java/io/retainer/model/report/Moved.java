package io.retainer.model.report;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiFigure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure that got better or worse.
 *
 * @param compared with what and how; it has a change and both values
 * @param driver what moved it, as far as the data says so
 */
public record Moved(KpiFigure figure, Compared compared, Optional<Driver> driver) {

  /** By how much, in the KPI's own unit. */
  public BigDecimal amount() {
    return compared.now().value().orElseThrow().subtract(compared.value().value().orElseThrow());
  }

  /** What moved a figure. */
  public sealed interface Driver {

    /**
     * The part of an amount that changed most in the direction of the whole.
     *
     * @param group a value of the dimension; never the unknown and never the rest
     * @param amount by how much this part changed; of the sign of the whole's change
     */
    record Segment(String dimension, String group, BigDecimal amount) implements Driver {}

    /** A rate against which all of its groups moved. */
    record Mix(MixEffect effect) implements Driver {}
  }
}
