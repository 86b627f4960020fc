package io.retainer.kpi.table;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How much better B is than A: (rate B - rate A) / rate A. The interval of the ratio is Katz's, on
 * its logarithm; that of the difference is Wald's; the p-value is that of the two-sided
 * two-proportion z-test with the pooled rate.
 */
public final class UpliftTable {

  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double QUANTILE = NORMAL.inverseCumulativeProbability(0.975);

  private final double successesA;
  private final double trialsA;
  private final double successesB;
  private final double trialsB;

  private UpliftTable(BigDecimal a, BigDecimal ofA, BigDecimal b, BigDecimal ofB) {
    successesA = a.doubleValue();
    trialsA = ofA.doubleValue();
    successesB = b.doubleValue();
    trialsB = ofB.doubleValue();
  }

  public static TableResult of(BigDecimal a, BigDecimal ofA, BigDecimal b, BigDecimal ofB) {
    BigDecimal rateA = TableResult.divided(a, ofA);
    BigDecimal rateB = TableResult.divided(b, ofB);
    UpliftTable test = new UpliftTable(a, ofA, b, ofB);
    boolean isTest = rateA != null && rateB != null && isRate(rateA) && isRate(rateB);
    BigDecimal difference = isTest ? rateB.subtract(rateA) : null;
    BigDecimal uplift = isTest ? TableResult.divided(difference, rateA) : null;
    List<List<Object>> table = new ArrayList<>();
    table.add(row("trials A", ofA));
    table.add(row("trials B", ofB));
    table.add(row("rate A", rateA));
    table.add(row("rate B", rateB));
    table.add(row("uplift", uplift));
    table.add(row("uplift, 95 % from", isTest ? test.ratio(-QUANTILE) : null));
    table.add(row("uplift, 95 % to", isTest ? test.ratio(QUANTILE) : null));
    table.add(row("difference", difference));
    table.add(row("difference, 95 % from", isTest ? test.difference(-QUANTILE) : null));
    table.add(row("difference, 95 % to", isTest ? test.difference(QUANTILE) : null));
    table.add(row("p-value", isTest ? test.probability() : null));
    return new TableResult(
        new KpiTable(List.of("measure", "value"), table),
        Optional.ofNullable(uplift),
        Optional.ofNullable(difference),
        Optional.ofNullable(isTest ? rateA : null),
        uplift == null ? why(rateA, rateB) : Optional.empty());
  }

  private static Optional<Reason> why(BigDecimal rateA, BigDecimal rateB) {
    if (rateA == null || rateB == null) {
      String variant = rateA == null ? "A" : "B";
      return no("trials", variant, variant + " was not tried: it has no trials.");
    }
    if (!isRate(rateA) || !isRate(rateB)) {
      String variant = isRate(rateA) ? "B" : "A";
      return no("more", variant, variant + " has more successes than trials, or less than none.");
    }
    return no(
        "successes",
        "A",
        "A has no successes, so that B is no number of times better; the table has the difference.");
  }

  private static Optional<Reason> no(String what, String variant, String english) {
    return Optional.of(new Reason(Reason.Code.NO_UPLIFT, List.of(what, variant), english));
  }

  /** More successes than trials are no proportion. */
  private static boolean isRate(BigDecimal rate) {
    return rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0;
  }

  private static List<Object> row(String name, BigDecimal value) {
    List<Object> row = new ArrayList<>();
    row.add(name);
    row.add(value);
    return row;
  }

  private BigDecimal ratio(double quantile) {
    double a = successesA / trialsA;
    double b = successesB / trialsB;
    double deviation = Math.sqrt((1 - a) / successesA + (1 - b) / successesB);
    return deviation == 0 ? null : number(b / a * Math.exp(quantile * deviation) - 1);
  }

  private BigDecimal difference(double quantile) {
    double a = successesA / trialsA;
    double b = successesB / trialsB;
    double deviation = Math.sqrt(a * (1 - a) / trialsA + b * (1 - b) / trialsB);
    return deviation == 0 ? null : number(b - a + quantile * deviation);
  }

  private BigDecimal probability() {
    double pooled = (successesA + successesB) / (trialsA + trialsB);
    double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / trialsA + 1 / trialsB));
    double z = Math.abs(successesB / trialsB - successesA / trialsA) / deviation;
    return number(2 * NORMAL.cumulativeProbability(-z));
  }

  /**
   * Null where there is none: no successes, or nothing but successes. There the formulas know no
   * doubt, however few were tried.
   */
  private static BigDecimal number(double value) {
    return Double.isFinite(value) ? new BigDecimal(value, MathContext.DECIMAL64) : null;
  }
}
