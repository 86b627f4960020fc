package io.retainer.workspace.rates;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One unit of the base was worth so much of the currency on a day. */
record Quote(LocalDate day, Pair pair, BigDecimal rate) {

  /** Two currencies. */
  record Pair(String base, String currency) {}
}
