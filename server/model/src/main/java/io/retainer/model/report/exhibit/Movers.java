package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Base;
import io.retainer.model.time.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What moved most within a KPI, up and down, against the first of the periods it is compared with.
 *
 * @param dimension what the rows are
 * @param now the days of the period that are compared
 * @param total the KPI itself, never a sum of the rows
 * @param up the one that moved most first
 * @param down the one that moved most first
 * @param top how many of each are shown where there is little room
 * @param compared how many rows have moved or not, and could be compared
 * @param small how many rows rest on too little to be told a change of
 * @param untold how many rows are not compared for want of days or values, or may have been left
 *     out of one of the periods
 */
public record Movers(
    KpiDescriptor kpi,
    String dimension,
    Period now,
    Base base,
    Row total,
    List<Row> up,
    List<Row> down,
    int top,
    int compared,
    int small,
    int untold)
    implements Exhibit {

  /** Rows of each direction that are kept for the workbook. */
  public static final int MOST = 100;

  private static final BigDecimal LARGEST_SHARE = BigDecimal.TEN;

  public Movers {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /**
   * @param name the dimension's value; empty where rows state none, and of the total
   * @param now empty for a row that is gone
   * @param before empty for a row that is new
   * @param amount now less before, what is not there counted as zero; of a position places won
   */
  public record Row(
      String name,
      Optional<KpiValue> now,
      Optional<KpiValue> before,
      BigDecimal amount,
      Delta delta) {

    /** There was none before: its change has no percent. */
    public boolean isNew() {
      return before.isEmpty() || delta.style() == Delta.Style.NEW;
    }

    public boolean isGone() {
      return now.isEmpty();
    }

    /** The relative change, where it means something. */
    public Optional<BigDecimal> relative() {
      return delta.style() == Delta.Style.PERCENT && !isNew() && !isGone()
          ? Optional.of(delta.amount())
          : Optional.empty();
    }
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }

  /**
   * Whether the rows add up, so that each has a share of the change of the total. Of a change that
   * is next to nothing a part says nothing; then no row has one, as the others would seem to be the
   * whole.
   */
  public boolean hasShares() {
    BigDecimal most = total.amount().abs().multiply(LARGEST_SHARE);
    return adds(kpi)
        && total.amount().signum() != 0
        && Stream.concat(up.stream(), down.stream())
            .allMatch(row -> row.amount().abs().compareTo(most) <= 0);
  }

  /** Whether the rows of the KPI make its total. */
  public static boolean adds(KpiDescriptor kpi) {
    return kpi.kind() == KpiKind.FLOW || kpi.kind() == KpiKind.STOCK;
  }

  /** Whether the KPI is a rate of each row, whose change says nothing where the row is tiny. */
  public static boolean isRate(KpiDescriptor kpi) {
    return kpi.kind() == KpiKind.RATIO || kpi.kind() == KpiKind.WMEAN;
  }
}
