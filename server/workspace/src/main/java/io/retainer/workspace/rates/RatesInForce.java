package io.retainer.workspace.rates;

import io.retainer.model.fact.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What holds since one file. A pair of currencies is read when it is first asked for. */
final class RatesInForce implements ExchangeRates {

  /** For so many days at most a rate holds until there is a next one. */
  static final int LONGEST_DAYS = 7;

  private final String title;
  private final List<String> bases;
  private final Function<Quote.Pair, NavigableMap<LocalDate, BigDecimal>> reading;
  private final Map<Quote.Pair, NavigableMap<LocalDate, BigDecimal>> read =
      new ConcurrentHashMap<>();

  /**
   * @param bases the one of the latest file first: it comes first where several know a rate
   */
  RatesInForce(
      String title,
      List<String> bases,
      Function<Quote.Pair, NavigableMap<LocalDate, BigDecimal>> reading) {
    this.title = title;
    this.bases = bases;
    this.reading = reading;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Optional<Rate> rate(String currency, String into, LocalDate day) {
    return bases.stream().flatMap(base -> through(base, currency, into, day).stream()).findFirst();
  }

  private Optional<Rate> through(String base, String currency, String into, LocalDate day) {
    Optional<Map.Entry<LocalDate, BigDecimal>> from = known(base, currency, day);
    Optional<Map.Entry<LocalDate, BigDecimal>> to = known(base, into, day);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate earlier =
        from.get().getKey().isBefore(to.get().getKey()) ? from.get().getKey() : to.get().getKey();
    BigDecimal factor =
        to.get().getValue().divide(from.get().getValue(), PLACES, RoundingMode.HALF_EVEN);
    return Optional.of(new Rate(factor, earlier));
  }

  private Optional<Map.Entry<LocalDate, BigDecimal>> known(
      String base, String currency, LocalDate day) {
    if (base.equals(currency)) {
      return Optional.of(Map.entry(day, BigDecimal.ONE));
    }
    return Optional.ofNullable(
            read.computeIfAbsent(new Quote.Pair(base, currency), reading).floorEntry(day))
        .filter(entry -> !entry.getKey().plusDays(LONGEST_DAYS).isBefore(day));
  }
}
