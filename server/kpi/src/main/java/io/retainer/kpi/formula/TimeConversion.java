package io.retainer.kpi.formula;

import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** A time made another unit by a factor: it would be printed as what it no longer is. */
public final class TimeConversion {

  private static final Set<Dimension> TIMES =
      Set.of(Dimension.SECONDS, Dimension.MINUTES, Dimension.HOURS, Dimension.DAYS);
  private static final Set<BigDecimal> FACTORS =
      Set.of(
          BigDecimal.valueOf(24),
          BigDecimal.valueOf(60),
          BigDecimal.valueOf(1_440),
          BigDecimal.valueOf(3_600),
          BigDecimal.valueOf(86_400));

  private TimeConversion() {}

  /** What is wrong when it is multiplied or divided by the number; empty when nothing is. */
  public static Optional<String> problem(Operator operator, Dimension time, BigDecimal factor) {
    boolean converts =
        (operator == Operator.TIMES || operator == Operator.DIVIDED_BY)
            && TIMES.contains(time)
            && FACTORS.stream().anyMatch(known -> known.compareTo(factor) == 0);
    return converts
        ? Optional.of(
            (operator == Operator.TIMES ? "multiplies %s by %s" : "divides %s by %s")
                    .formatted(time, factor.toPlainString())
                + ", which stay "
                + time
                + " for whoever prints them")
        : Optional.empty();
  }

  public static String advice(Dimension time) {
    return time.equals(Dimension.SECONDS)
        ? "leave it out and declare unit seconds: reports print 95 of them as 1 min 35 s"
        : "leave it out and take the unit you want: minutes, hours or days(from, to)";
  }
}
