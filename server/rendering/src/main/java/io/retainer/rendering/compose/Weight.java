package io.retainer.rendering.compose;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Tile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a change weighs for whoever pays for the report: what came in before what was counted, and
 * that before rates, but what is slight after all that is not.
 *
 * @param isSlight a reader would not speak of it
 * @param relative beside what was before
 */
record Weight(boolean isSlight, Rank rank, BigDecimal relative) {

  static final Comparator<Weight> HEAVIEST_FIRST =
      Comparator.comparing(Weight::isSlight)
          .thenComparing(Weight::rank)
          .thenComparing(Weight::relative, Comparator.reverseOrder());

  /** A smaller change of an amount is slight. */
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /** A rate goes so many of its usual steps before it is more than slight. */
  private static final BigDecimal STEPS = BigDecimal.valueOf(2);

  /** With fewer nobody knows what is usual. */
  private static final int FEWEST_STEPS = 3;

  /** What people ask for first. */
  enum Rank {
    MONEY,
    COUNT,
    RATE;

    private static Rank of(KpiDescriptor kpi) {
      boolean isAmount =
          kpi.kind() == KpiKind.FLOW
              || kpi.kind() == KpiKind.STOCK
              || kpi.kind() == KpiKind.DISTINCT;
      return !isAmount ? RATE : kpi.unit() == KpiUnit.MONEY ? MONEY : COUNT;
    }
  }

  /**
   * @param relative of the change, per day where days differ in number
   */
  static Weight of(Tile tile, Compared compared, BigDecimal relative) {
    Rank rank = Rank.of(tile.figure().kpi());
    List<BigDecimal> steps = rank == Rank.RATE ? steps(tile.trail()) : List.of();
    boolean isSlight =
        steps.size() < FEWEST_STEPS
            ? relative.compareTo(TENTH) < 0
            : change(compared).compareTo(STEPS.multiply(median(steps))) <= 0;
    return new Weight(isSlight, rank, relative);
  }

  /** A rate's relative change says little of it: from 1 to 2 percent is one point. */
  private static BigDecimal change(Compared compared) {
    return compared
        .now()
        .value()
        .orElseThrow()
        .subtract(compared.value().value().orElseThrow())
        .abs();
  }

  /** From each period to the next, up to the one before this. */
  private static List<BigDecimal> steps(List<Kpis.Point> trail) {
    List<BigDecimal> steps = new ArrayList<>();
    for (int i = 1; i < trail.size() - 1; i++) {
      var before = trail.get(i - 1).value().value();
      var after = trail.get(i).value().value();
      if (before.isPresent() && after.isPresent()) {
        steps.add(after.get().subtract(before.get()).abs());
      }
    }
    return steps;
  }

  /** Of an even number, the smaller of the two in the middle. */
  private static BigDecimal median(List<BigDecimal> steps) {
    return steps.stream().sorted().toList().get((steps.size() - 1) / 2);
  }
}
