package io.retainer.model.fact;

import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What amounts were converted by. Empty lists where all were in the currency anyway.
 *
 * @param into the currency they are in now
 * @param title of the exchange rates
 * @param used the rates of the rows that there are
 * @param lacking the rows that there is no rate for, which stay in their own currency
 */
public record Converted(String into, String title, List<Used> used, List<Amounts> lacking) {

  public Converted {
    used = List.copyOf(used);
    lacking = List.copyOf(lacking);
  }

  /**
   * @param days of the amounts: one, or those of a row that is about several
   * @param factor what these were multiplied by
   * @param published the last day of a rate in it
   */
  public record Used(String currency, DateSpan days, BigDecimal factor, LocalDate published)
      implements Comparable<Used> {

    private static final Comparator<Used> ORDER =
        Comparator.comparing(Used::currency).thenComparing(Used::days);

    @Override
    public int compareTo(Used other) {
      return ORDER.compare(this, other);
    }
  }

  /** Amounts of rows that are about these days. */
  public record Amounts(String currency, DateSpan days) implements Comparable<Amounts> {

    private static final Comparator<Amounts> ORDER =
        Comparator.comparing(Amounts::currency).thenComparing(Amounts::days);

    @Override
    public int compareTo(Amounts other) {
      return ORDER.compare(this, other);
    }
  }

  /** The rates of one currency, by their days. */
  public List<Used> of(String currency) {
    return used.stream().filter(each -> each.currency().equals(currency)).sorted().toList();
  }

  /** The currencies that there were amounts of, sorted. */
  public List<String> currencies() {
    return used.stream().map(Used::currency).distinct().sorted().toList();
  }

  /** The mean of some rates, whatever was converted by each of them. */
  public static BigDecimal mean(List<Used> rates) {
    return rates.stream()
        .map(Used::factor)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(rates.size()), ExchangeRates.PLACES, RoundingMode.HALF_EVEN);
  }

  /** Both, of one client. */
  public Converted and(Converted other) {
    return new Converted(into, title, union(used, other.used), union(lacking, other.lacking));
  }

  private static <T extends Comparable<T>> List<T> union(Collection<T> some, Collection<T> others) {
    SortedSet<T> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
