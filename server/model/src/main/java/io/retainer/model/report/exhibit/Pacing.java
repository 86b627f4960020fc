package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/**
 * An amount on its way to what is wanted of it in the period.
 *
 * @param goal more than zero
 * @param isLimit whether it is not to be exceeded, like a budget
 * @param elapsed days of the period that are over
 * @param days added up from the first day of the period on; empty where the source tells no days
 */
public record Pacing(
    KpiFigure figure, BigDecimal goal, boolean isLimit, long elapsed, List<Day> days)
    implements Exhibit {

  public Pacing {
    days = List.copyOf(days);
    if (goal.signum() <= 0 || figure.current().value().isEmpty()) {
      throw new IllegalArgumentException("Pacing needs a value and a goal above zero, saw " + goal);
    }
  }

  /** What there was at the end of a day. */
  public record Day(LocalDate day, BigDecimal soFar) {}

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(figure.kpi());
  }

  public BigDecimal actual() {
    return figure.current().value().orElseThrow();
  }

  /** What is left of it; negative when there is more than was wanted. */
  public BigDecimal remaining() {
    return goal.subtract(actual());
  }

  public long length() {
    return figure.period().span().days();
  }

  /** What an even course would have reached by now. */
  public BigDecimal expected() {
    return goal.multiply(BigDecimal.valueOf(elapsed))
        .divide(BigDecimal.valueOf(length()), MathContext.DECIMAL64);
  }
}
