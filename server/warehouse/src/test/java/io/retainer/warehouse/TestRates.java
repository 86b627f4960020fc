package io.retainer.warehouse;

import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rates into euros by the days they begin to hold, of one currency. */
final class TestRates implements ExchangeRates {

  private final String currency;
  private final TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();

  TestRates(String currency) {
    this.currency = currency;
  }

  TestRates from(String day, String rate) {
    rates.put(LocalDate.parse(day), new BigDecimal(rate));
    return this;
  }

  /** Another one for each month of a year, so that months are whole. */
  static TestRates monthly(String currency, int year) {
    TestRates rates = new TestRates(currency);
    for (int month = 1; month <= 12; month++) {
      rates.from(
          LocalDate.of(year, month, 1).toString(),
          BigDecimal.valueOf(2800 + 37L * month * month, 4).toPlainString());
    }
    return rates;
  }

  Conversion.Choice intoEuros() {
    return client -> Optional.of(new Conversion("EUR", this));
  }

  @Override
  public String title() {
    return "rates of a test";
  }

  @Override
  public Optional<Rate> rate(String from, String into, LocalDate day) {
    Map.Entry<LocalDate, BigDecimal> known = rates.floorEntry(day);
    return from.equals(currency) && into.equals("EUR") && known != null
        ? Optional.of(new Rate(known.getValue().setScale(PLACES), known.getKey()))
        : Optional.empty();
  }
}
