package io.retainer.kpi;

import io.retainer.kpi.compute.Losses;
import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Formula;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Plans and evaluates the KPIs of a library over a source of facts. Scripts that changed on disk
 * are read before every evaluation.
 */
public final class KpiEngine implements Kpis {

  private final Function<Map<String, String>, Map<KpiId, Defined>> kpis;
  private final FactSource facts;
  private final ClientParameters parameters;
  private final Supplier<Losses> losses;

  /** Every parameter has its default. */
  public KpiEngine(KpiLibrary library, FactSource facts) {
    this(library, facts, ClientParameters.NONE);
  }

  public KpiEngine(KpiLibrary library, FactSource facts, ClientParameters parameters) {
    this(library::inForce, facts, parameters);
  }

  KpiEngine(
      Function<Map<String, String>, Map<KpiId, Defined>> kpis,
      FactSource facts,
      ClientParameters parameters) {
    this(kpis, facts, parameters, Losses::ofARequest);
  }

  private KpiEngine(
      Function<Map<String, String>, Map<KpiId, Defined>> kpis,
      FactSource facts,
      ClientParameters parameters,
      Supplier<Losses> losses) {
    this.losses = losses;
    this.kpis = kpis;
    this.facts = facts;
    this.parameters = parameters;
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return kpis.apply(Map.of()).values().stream()
        .map(kpi -> kpi.definition().descriptor())
        .toList();
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return Optional.ofNullable(kpis.apply(Map.of()).get(id)).map(d -> d.definition().descriptor());
  }

  @Override
  public Set<KpiId> parts(KpiId id) {
    Map<KpiId, Defined> inForce = kpis.apply(Map.of());
    Set<KpiId> parts = new LinkedHashSet<>();
    collect(id, inForce, parts);
    return parts;
  }

  private static void collect(KpiId id, Map<KpiId, Defined> inForce, Set<KpiId> parts) {
    Set<KpiId> others = inForce.containsKey(id) ? inForce.get(id).others() : Set.of();
    if (others.isEmpty()) {
      parts.add(id);
    }
    others.forEach(other -> collect(other, inForce, parts));
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    List<DateSpan> spans = period.spans();
    return evaluate(client, defined(client, ids), spans, 0).stream()
        .map(evaluated -> evaluated.figure(period, spans))
        .toList();
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    if (spans.isEmpty()) {
      return ids.stream().map(id -> List.<KpiValue>of()).toList();
    }
    return evaluate(client, defined(client, ids), spans, spans.size() - 1).stream()
        .map(Evaluated::values)
        .toList();
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    List<DateSpan> parts = Buckets.of(span, bucket);
    return trend(client, ids, parts).stream()
        .map(
            values ->
                IntStream.range(0, parts.size())
                    .mapToObj(i -> new Point(parts.get(i).start(), values.get(i)))
                    .toList())
        .toList();
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    return new Groups(facts, client, period.span(), dimension).largest(defined(client, ids), limit);
  }

  @Override
  public Kpis foreseeing(Client client, List<Ask> asks) {
    List<FactQuery> queries = new ArrayList<>();
    for (Ask ask : asks) {
      queries.addAll(Foreseen.queries(client, ask, ids -> defined(client, ids)));
    }
    Losses ofAll = Losses.ofARequest();
    return new KpiEngine(kpis, Foreseen.asking(facts, queries), parameters, () -> ofAll);
  }

  private List<Defined> defined(Client client, List<KpiId> ids) {
    return Defined.named(kpis.apply(parameters.of(client.id())), ids);
  }

  private List<Evaluated> evaluate(
      Client client, List<Defined> kpis, List<DateSpan> spans, int main) {
    List<Defined> counted = kpis.stream().filter(kpi -> kpi.computation().isEmpty()).toList();
    Iterator<Evaluated> values = counted(client, counted, spans, main).iterator();
    Map<Computation, Evaluated> computed = computed(client, kpis, spans, main);
    return kpis.stream()
        .map(kpi -> kpi.computation().map(computed::get).orElseGet(values::next))
        .toList();
  }

  /**
   * Those that are known to end are asked first, so that none of them waits for others; which of
   * the others come first is left to chance, so that all of them get their turn.
   */
  private Map<Computation, Evaluated> computed(
      Client client, List<Defined> kpis, List<DateSpan> spans, int main) {
    Losses lost = losses.get();
    Map<Computation, Evaluated> computed = new IdentityHashMap<>();
    List<Computation> all =
        new ArrayList<>(kpis.stream().flatMap(kpi -> kpi.computation().stream()).toList());
    Collections.shuffle(all);
    all.sort(Comparator.comparing(computation -> !computation.isKnownToEnd()));
    all.forEach(one -> computed.put(one, computed(client, one, spans, main, lost)));
    return computed;
  }

  /** What it rests on is what the main span's part of its first series rests on. */
  private Evaluated computed(
      Client client, Computation computation, List<DateSpan> spans, int main, Losses lost) {
    List<Coverage> coverages = new ArrayList<>();
    ComputedSeries series =
        ComputedSeries.of(
            computation,
            spans,
            (one, buckets) -> {
              List<DateSpan> own = ComputedSeries.buckets(one, List.of(spans.get(main)));
              int last = own.isEmpty() ? 0 : buckets.indexOf(own.get(own.size() - 1));
              Evaluated asked =
                  counted(client, defined(client, List.of(new KpiId(one.kpi()))), buckets, last)
                      .get(0);
              coverages.add(asked.coverage());
              return asked;
            });
    String currency = client.currency().getCurrencyCode();
    return new Evaluated(
        computation.descriptor(),
        spans.stream().map(span -> series.value(span, currency, lost)).toList(),
        coverages.stream()
            .findFirst()
            .orElseGet(() -> Coverages.none(spans.get(main), Computation.tooFew(0, 1))));
  }

  /**
   * Tries the ways of each KPI in their order until one has data for the main span, else for any;
   * the ways of one round are asked together.
   */
  private List<Evaluated> counted(
      Client client, List<Defined> kpis, List<DateSpan> spans, int main) {
    List<Evaluated> best = new ArrayList<>(java.util.Collections.nCopies(kpis.size(), null));
    for (int round = 0; ; round++) {
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < kpis.size(); i++) {
        boolean isSettled = best.get(i) != null && best.get(i).hasValue(main);
        if (!isSettled && round < kpis.get(i).ways().size()) {
          open.add(i);
        }
      }
      if (open.isEmpty()) {
        return best;
      }
      int way = round;
      List<Way> ways = open.stream().map(i -> kpis.get(i).ways().get(way)).toList();
      Answers answers = Answers.ask(facts, client, ways, spans, List.of(), Optional.empty());
      for (int k = 0; k < open.size(); k++) {
        Evaluated tried = evaluated(client, ways.get(k), answers, spans, main);
        Evaluated before = best.get(open.get(k));
        if (before == null
            || tried.hasValue(main)
            || (tried.hasAnyValue() && !before.hasAnyValue())) {
          best.set(open.get(k), tried);
        }
      }
    }
  }

  private Evaluated evaluated(
      Client client, Way way, Answers answers, List<DateSpan> spans, int main) {
    List<KpiValue> values = new ArrayList<>();
    Coverage coverage = null;
    if (way.table().isPresent()) {
      for (int i = 0; i < spans.size(); i++) {
        Tables.Valued valued = new Tables(facts, client).value(way, spans.get(i));
        values.add(valued.value());
        coverage = i == main ? valued.coverage() : coverage;
      }
      return new Evaluated(way.descriptor(), List.copyOf(values), coverage);
    }
    for (int i = 0; i < spans.size(); i++) {
      Numbers numbers =
          answers.numbers(way, i, List.of(List.of())).with(expected(client, way, spans.get(i)));
      KpiValue value = Calculation.value(way, numbers, client.currency().getCurrencyCode());
      values.add(new ExperimentNames(facts, client).in(value, way, spans.get(i), Optional.empty()));
      coverage = i == main ? numbers.coverage() : coverage;
    }
    return new Evaluated(way.descriptor(), List.copyOf(values), coverage);
  }

  private Map<Block.Expected, KpiValue> expected(Client client, Way way, DateSpan span) {
    Map<Block.Expected, KpiValue> expected = new HashMap<>();
    for (Block.Expected model : way.models()) {
      Way alone = way.as(new Formula.Table(model));
      expected.put(model, new Tables(facts, client).value(alone, span).value());
    }
    return expected;
  }
}
