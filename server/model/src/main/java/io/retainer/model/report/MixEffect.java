package io.retainer.model.report;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * A rate that moved one way in every group and the other way in total (Simpson's paradox), because
 * the groups' shares of the whole shifted.
 *
 * @param base what the period is compared with
 * @param groupsRose whether the groups rose and the total fell, or the reverse
 * @param currency of a rate that is money
 * @param byRates what the total would have changed by, had the shares stayed
 * @param byShares the rest of its change; both together are the change of the total
 */
public record MixEffect(
    KpiDescriptor kpi,
    String dimension,
    Period base,
    boolean groupsRose,
    Optional<String> currency,
    Delta byRates,
    Delta byShares) {

  public MixEffect {
    // Effects that were kept before had none.
    currency = Objects.requireNonNullElse(currency, Optional.empty());
  }
}
