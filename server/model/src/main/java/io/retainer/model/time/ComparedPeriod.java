package io.retainer.model.time;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A period and what it is compared with.
 *
 * @param bases in the order asked; none for a period of which no day is over
 */
public record ComparedPeriod(Period period, List<Base> bases) {

  public ComparedPeriod {
    bases = List.copyOf(bases);
  }

  /**
   * @param today in the zone where the period's days are counted
   */
  public static ComparedPeriod of(Period period, List<Comparison> asked, LocalDate today) {
    return new ComparedPeriod(
        period,
        asked.stream().map(one -> one.of(period, today)).flatMap(Optional::stream).toList());
  }

  /** A period that is over. */
  public static ComparedPeriod closed(Period period, Comparison... asked) {
    return of(period, List.of(asked), period.span().end());
  }

  /** The same, each basis once: the year before a year is its previous period as well. */
  public ComparedPeriod distinct() {
    Set<List<DateSpan>> seen = new HashSet<>();
    return new ComparedPeriod(
        period,
        bases.stream()
            .filter(base -> seen.add(List.of(base.days(), base.period().span())))
            .toList());
  }

  /** All days that have to be known, each span once, the period itself first. */
  public List<DateSpan> spans() {
    Set<DateSpan> spans = new LinkedHashSet<>();
    spans.add(period.span());
    for (Base base : bases) {
      spans.add(base.days());
      spans.add(base.period().span());
    }
    return List.copyOf(spans);
  }
}
