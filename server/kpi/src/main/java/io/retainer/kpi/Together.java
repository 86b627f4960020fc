package io.retainer.kpi;

import io.retainer.kpi.formula.AddableParts;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.FormulaWords;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One KPI of several clients together, over one span: computed from their added parts. */
record Together(KpiDescriptor kpi, List<Share> shares) {

  private record Alike(int way, Formula shape) {}

  /** The clients that have something to add. */
  Set<Client> counted() {
    return shares.stream().filter(Share::counts).map(Share::client).collect(Collectors.toSet());
  }

  /** What the total of all that have something rests on. */
  Optional<Coverage> coverage() {
    return shares.stream().filter(Share::counts).map(Share::coverage).reduce(Coverages::worse);
  }

  KpiValue value() {
    return value(counted());
  }

  /**
   * @param among whose parts are added; the others are named as missing
   */
  KpiValue value(Set<Client> among) {
    if (shares.size() == 1) {
      return shares.get(0).value();
    }
    List<Share> counted =
        shares.stream().filter(Share::counts).filter(s -> among.contains(s.client())).toList();
    if (counted.isEmpty()) {
      return nobody();
    }
    Optional<Reason> obstacle = obstacle(counted);
    if (obstacle.isPresent()) {
      return KpiValue.notComputable(obstacle.get());
    }
    Map<Alike, List<Share>> alike =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    share -> new Alike(share.number(), AddableParts.shape(share.way().formula())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (alike.size() > 1 && !OverClients.adds(kpi.kind())) {
      return KpiValue.notComputable(
          Reasons.clientsDiffer(
              alike.values().stream()
                  .map(some -> FormulaWords.of(some.get(0).way().formula()))
                  .toList()));
    }
    return sure(added(alike.values().stream().map(Together::whole).toList()), counted);
  }

  private KpiValue nobody() {
    if (shares.stream().allMatch(share -> share.value().status() == Status.NO_DATA)) {
      return KpiValue.noData(Reasons.clientsHaveNone(names(shares)));
    }
    return shares.stream()
        .map(Share::value)
        .filter(value -> value.status() != Status.NO_DATA && value.value().isEmpty())
        .reduce((a, b) -> Worse.than(b, a) ? b : a)
        .orElseGet(() -> KpiValue.notComputable(Reasons.clientsHaveNone(names(shares))));
  }

  private static Optional<Reason> obstacle(List<Share> counted) {
    Set<String> currencies = new TreeSet<>();
    counted.forEach(share -> currencies.addAll(share.currencies()));
    return counted.stream()
        .flatMap(share -> OverClients.obstacle(share.way().formula()).stream())
        .findFirst()
        .or(() -> sharedRows(counted))
        .or(
            () ->
                currencies.size() > 1
                    ? Optional.of(Reasons.clientsMixed(currencies))
                    : Optional.empty());
  }

  /** The same file in two clients: its rows would count twice. */
  private static Optional<Reason> sharedRows(List<Share> counted) {
    Map<String, Client> owners = new HashMap<>();
    for (Share share : counted) {
      for (Coverage.Input input : share.coverage().inputs()) {
        Client owner = owners.putIfAbsent(input.sha256(), share.client());
        if (owner != null && !owner.equals(share.client())) {
          return Optional.of(
              Reasons.clientsShareRows(List.of(owner.name(), share.client().name())));
        }
      }
    }
    return Optional.empty();
  }

  /** The formula over the added parts of clients that compute alike. */
  private static KpiValue whole(List<Share> alike) {
    Way way = alike.get(0).way();
    List<Formula> leaves = new ArrayList<>();
    way.formula().eachLeaf(leaves::add);
    Map<RowSet, Map<Aggregation, BigDecimal>> sums = new HashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      int part = i;
      BigDecimal sum =
          alike.stream()
              .map(share -> share.parts().orElseThrow().get(part))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      sums.computeIfAbsent(Formula.rows(leaves.get(i)), any -> new HashMap<>())
          .put(Way.aggregation(leaves.get(i)), sum);
    }
    Map<Formula, Optional<Bounds>> bounds = new HashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      int part = i;
      bounds.put(
          leaves.get(i),
          alike.stream().map(share -> share.bounds().get(part)).reduce(Together::plus).get());
    }
    Share first = alike.get(0);
    Coverage all =
        new Coverage(
            Extent.FULL,
            List.of(),
            List.of(),
            first.currencies(),
            true,
            Map.of(),
            Optional.empty(),
            first.coverage().converted());
    return Calculation.value(
            way, new Numbers(sums, sums, all), first.client().currency().getCurrencyCode())
        .within(new FormulaBounds(bounds::get).of(way.formula()));
  }

  private static Optional<Bounds> plus(Optional<Bounds> a, Optional<Bounds> b) {
    return a.flatMap(one -> b.map(one::plus));
  }

  private static KpiValue added(Collection<KpiValue> values) {
    return values.stream()
        .reduce(
            (a, b) -> {
              if (a.value().isEmpty() || b.value().isEmpty()) {
                return a.value().isEmpty() ? a : b;
              }
              KpiValue sum =
                  KpiValue.known(
                          a.value().get().add(b.value().get()),
                          Optional.empty(),
                          Optional.empty(),
                          a.currency())
                      .within(plus(a.bounds(), b.bounds()));
              boolean isEstimate = a.status() == Status.ESTIMATED || b.status() == Status.ESTIMATED;
              return isEstimate ? as(Status.ESTIMATED, sum, Reasons.estimate()) : sum;
            })
        .orElseThrow();
  }

  private static KpiValue as(Status status, KpiValue value, Reason reason) {
    return new KpiValue(
            status,
            value.value(),
            value.numerator(),
            value.denominator(),
            value.currency(),
            Optional.of(reason))
        .on(value.base())
        .within(value.bounds());
  }

  private KpiValue sure(KpiValue whole, List<Share> counted) {
    List<Share> lacking =
        shares.stream().filter(share -> share.lacks() || !counted.contains(share)).toList();
    boolean isEstimate = whole.status() == Status.ESTIMATED;
    if (lacking.isEmpty() || whole.status() != Status.KNOWN && !isEstimate) {
      return whole;
    }
    boolean days = counted.stream().anyMatch(share -> Change.isMissingDays(share.value()));
    return as(
        isEstimate ? Status.ESTIMATED : Status.PARTIAL,
        whole,
        Reasons.clientsLack(names(lacking), days));
  }

  private static List<String> names(List<Share> shares) {
    return shares.stream().map(share -> share.client().name()).toList();
  }
}
