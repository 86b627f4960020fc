package io.retainer.warehouse;

import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Converted.Amounts;
import io.retainer.model.fact.Converted.Used;
import io.retainer.model.fact.ExchangeRates;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one client's amounts are converted by. A rate is looked up once, however many ask for it.
 */
final class Exchange {

  private final Conversion conversion;
  private final Map<Amounts, Optional<Used>> known = new HashMap<>();

  Exchange(Conversion conversion) {
    this.conversion = conversion;
  }

  /** The same coverage, of these amounts after they are converted. */
  PeriodCoverage convert(PeriodCoverage period, Collection<Amounts> amounts) {
    Set<String> afterwards = new HashSet<>();
    List<Used> used = new ArrayList<>();
    List<Amounts> lacking = new ArrayList<>();
    for (Amounts each : new TreeSet<>(amounts)) {
      Optional<Used> rate = isForeign(each.currency()) ? used(each) : Optional.empty();
      boolean isConverted = rate.isPresent();
      rate.ifPresent(used::add);
      afterwards.add(isConverted ? conversion.into() : each.currency());
      if (isForeign(each.currency()) && !isConverted) {
        lacking.add(each);
      }
    }
    return period.converted(
        afterwards, new Converted(conversion.into(), conversion.rates().title(), used, lacking));
  }

  boolean isForeign(String currency) {
    return !currency.equals(conversion.into());
  }

  private Optional<Used> used(Amounts amounts) {
    return known.computeIfAbsent(amounts, this::found);
  }

  /** A row about several days is converted at the mean of their rates. */
  private Optional<Used> found(Amounts amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate published = LocalDate.MIN;
    DateSpan days = amounts.days();
    for (LocalDate day = days.start(); day.isBefore(days.end()); day = day.plusDays(1)) {
      Optional<ExchangeRates.Rate> rate =
          conversion.rates().rate(amounts.currency(), conversion.into(), day);
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(rate.get().factor());
      published = rate.get().published();
    }
    BigDecimal mean =
        sum.divide(BigDecimal.valueOf(days.days()), ExchangeRates.PLACES, RoundingMode.HALF_EVEN);
    return Optional.of(new Used(amounts.currency(), days, mean, published));
  }
}
