package io.retainer.kpi;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.KpiValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one client has of a KPI over one span.
 *
 * @param number of the way among those of the KPI
 * @param way in parts that add
 * @param parts the numbers of the formula's parts; empty without one of them
 * @param bounds between what each of the parts lies; empty without parts
 * @param value the client's own
 */
record Share(
    Client client,
    int number,
    Way way,
    Coverage coverage,
    Optional<List<BigDecimal>> parts,
    List<Optional<Bounds>> bounds,
    KpiValue value) {

  static Share of(Client client, int number, Way way, Numbers numbers, KpiValue value) {
    String currency = client.currency().getCurrencyCode();
    Optional<List<BigDecimal>> parts = Calculation.parts(way, numbers, currency);
    return new Share(
        client,
        number,
        way,
        numbers.coverage(),
        parts,
        parts.isPresent() ? Calculation.bounds(way, numbers) : List.of(),
        value);
  }

  /** Whether it is in a total. */
  boolean counts() {
    return parts.isPresent();
  }

  /** Whether a total has less of it than there is. */
  boolean lacks() {
    return !counts() || value.lacks() || coverage.extent() != Extent.FULL || !coverage.complete();
  }

  /** Of its amounts; none where there are no amounts in it. */
  Set<String> currencies() {
    if (!way.hasMoney()) {
      return new TreeSet<>(way.prices().values());
    }
    return way.heldCurrency()
        .filter(held -> coverage.converted().isEmpty())
        .map(Set::of)
        .orElseGet(
            () ->
                coverage.currencies().isEmpty()
                    ? Set.of(client.currency().getCurrencyCode())
                    : new TreeSet<>(coverage.currencies()));
  }
}
