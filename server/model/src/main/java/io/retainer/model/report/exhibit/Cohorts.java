package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Customers by the month of their first order, and which share of them came back later.
 *
 * @param rows the earliest month first
 */
public record Cohorts(KpiDescriptor kpi, List<Cohort> rows) implements Exhibit {

  public Cohorts {
    rows = List.copyOf(rows);
  }

  /**
   * @param customers who came in that month
   * @param later the share that ordered in the first, second, … month after it; empty for a month
   *     that is not over
   */
  public record Cohort(YearMonth month, BigDecimal customers, List<Optional<BigDecimal>> later) {
    public Cohort {
      later = List.copyOf(later);
    }
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }

  /** How many months after the first one any cohort is known for. */
  public int months() {
    return rows.stream()
        .mapToInt(row -> (int) row.later().stream().filter(Optional::isPresent).count())
        .max()
        .orElse(0);
  }
}
