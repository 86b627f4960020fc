package io.retainer.model.target;

import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * What there is of a figure over the days of its period that are over and in the data. What a
 * morning has brought is not set against a whole day.
 *
 * @param bounds between what it lies where values are missing; empty when nobody can tell
 */
record SoFar(BigDecimal value, Optional<Bounds> bounds, long days) {

  /** Nothing where no value is known over such days. */
  static Optional<SoFar> of(KpiFigure figure, LocalDate today) {
    DateSpan whole = figure.period().span();
    if (!today.isBefore(whole.end())) {
      return over(figure, whole, figure.current());
    } else if (!whole.start().isBefore(today)) {
      return Optional.empty();
    } else if (today.datesUntil(whole.end()).allMatch(day -> isMissing(figure, day))) {
      return over(figure, new DateSpan(whole.start(), today), figure.current());
    }
    return figure.compared().stream()
        .filter(compared -> compared.base().days().start().equals(whole.start()))
        .max(Comparator.comparing((Compared compared) -> compared.base().days().days()))
        .flatMap(compared -> over(figure, compared.base().days(), compared.now()));
  }

  private static Optional<SoFar> over(KpiFigure figure, DateSpan days, KpiValue value) {
    long inData =
        days.start().datesUntil(days.end()).filter(day -> !isMissing(figure, day)).count();
    return value.value().map(amount -> new SoFar(amount, Bounds.of(value), inData));
  }

  private static boolean isMissing(KpiFigure figure, LocalDate day) {
    return figure.coverage().missing().stream().anyMatch(gap -> gap.contains(day));
  }
}
