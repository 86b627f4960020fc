package io.retainer.model.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Rates that the agency keeps. */
public interface ExchangeRates {

  /** Decimal places of what amounts are multiplied by. */
  int PLACES = 15;

  /** As reports name them: where they are from, and what tells them from others. */
  String title();

  /** What one unit of a currency is worth in another one on a day; empty when nothing says so. */
  Optional<Rate> rate(String currency, String into, LocalDate day);

  /**
   * @param factor what amounts are multiplied by, with {@link #PLACES} decimal places
   * @param published the day that it was published for: the day itself or one before it
   */
  record Rate(BigDecimal factor, LocalDate published) {}
}
