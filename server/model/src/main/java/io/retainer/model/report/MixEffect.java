package io.retainer.model.report;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.time.Period;

/**
 * A rate that moved one way in every group and the other way in total (Simpson's paradox), because
 * the groups' shares of the whole shifted.
 *
 * @param base what the period is compared with
 * @param groupsRose whether the groups rose and the total fell, or the reverse
 * @param byRates what the total would have changed by, had the shares stayed
 * @param byShares the rest of its change; both together are the change of the total
 */
public record MixEffect(
    KpiDescriptor kpi,
    String dimension,
    Period base,
    boolean groupsRose,
    Delta byRates,
    Delta byShares) {}
