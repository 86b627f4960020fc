package io.retainer.kpi;

import io.retainer.kpi.formula.AddableParts;
import io.retainer.kpi.formula.Formula;
import io.retainer.model.client.Client;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * KPIs of several clients, and of all of them together. The facts are asked once, however many
 * clients and KPIs there are; a total is made of what was answered about each client.
 */
public final class RollUps {

  private final Function<Map<String, String>, Map<KpiId, Defined>> kpis;
  private final FactSource facts;
  private final ClientParameters parameters;

  public RollUps(KpiLibrary library, FactSource facts, ClientParameters parameters) {
    this.kpis = library::inForce;
    this.facts = facts;
    this.parameters = parameters;
  }

  /** Every KPI that can be asked of several clients; whether they have a total is another thing. */
  public List<KpiDescriptor> catalogue() {
    return kpis.apply(Map.of()).values().stream()
        .filter(RollUps::isOfParts)
        .map(kpi -> kpi.definition().descriptor())
        .toList();
  }

  /** Rankings, scores and forecasts are about one client, and ask questions of their own. */
  private static boolean isOfParts(Defined kpi) {
    return kpi.computation().isEmpty()
        && kpi.ways().stream()
            .noneMatch(way -> way.formula() instanceof Formula.Table || !way.models().isEmpty());
  }

  /**
   * Over a period, compared as asked; KPIs in the order asked.
   *
   * @throws IllegalArgumentException naming the id nobody defined, or that is about one client
   */
  public List<RolledUp> of(List<Client> clients, ComparedPeriod period, List<KpiId> ids) {
    Map<Client, List<Defined>> defined = new LinkedHashMap<>();
    for (Client client : clients) {
      defined.put(client, named(kpis.apply(parameters.of(client.id())), ids));
    }
    List<Defined> all = named(kpis.apply(Map.of()), ids);
    List<DateSpan> spans = period.spans();
    Map<Client, List<Way>> ways = new LinkedHashMap<>();
    defined.forEach((client, own) -> ways.put(client, ways(own)));
    List<Answers> answers = Answers.ask(facts, ways, spans);
    List<List<Shares>> shares = new ArrayList<>();
    int next = 0;
    for (var own : defined.entrySet()) {
      Answers said = answers.get(next++);
      shares.add(
          own.getValue().stream().map(kpi -> Shares.of(own.getKey(), kpi, said, spans)).toList());
    }
    return IntStream.range(0, ids.size())
        .mapToObj(i -> rolledUp(all.get(i), period, shares.stream().map(s -> s.get(i)).toList()))
        .toList();
  }

  private static List<Defined> named(Map<KpiId, Defined> inForce, List<KpiId> ids) {
    List<Defined> named = Defined.named(inForce, ids);
    for (Defined kpi : named) {
      if (!isOfParts(kpi)) {
        throw new IllegalArgumentException(
            kpi.definition().descriptor().id()
                + " is a ranking, a score or a computation, which is about one client; ask for it"
                + " with the client's own KPIs");
      }
    }
    return named;
  }

  private static List<Way> ways(List<Defined> kpis) {
    List<Way> ways = new ArrayList<>();
    for (Defined kpi : kpis) {
      for (Way way : kpi.ways()) {
        ways.add(way);
        ways.add(inParts(way));
      }
    }
    return ways;
  }

  private static Way inParts(Way way) {
    return way.as(AddableParts.of(way.formula()));
  }

  /** What one client has of a KPI over each span, all computed the same way. */
  private record Shares(KpiDescriptor kpi, List<Share> spans) {

    static Shares of(Client client, Defined kpi, Answers said, List<DateSpan> spans) {
      List<Shares> tried =
          IntStream.range(0, kpi.ways().size())
              .mapToObj(number -> of(client, kpi, number, said, spans.size()))
              .toList();
      return tried.stream()
          .filter(shares -> shares.evaluated().hasValue(0))
          .findFirst()
          .or(() -> tried.stream().filter(shares -> shares.evaluated().hasAnyValue()).findFirst())
          .orElse(tried.get(0));
    }

    private static Shares of(Client client, Defined kpi, int number, Answers said, int spans) {
      Way way = kpi.ways().get(number);
      Way inParts = inParts(way);
      String currency = client.currency().getCurrencyCode();
      List<Share> shares = new ArrayList<>();
      for (int i = 0; i < spans; i++) {
        KpiValue value = Calculation.value(way, said.numbers(way, i, List.of(List.of())), currency);
        Numbers parts = said.numbers(inParts, i, List.of(List.of()));
        shares.add(Share.of(client, number, inParts, parts, value));
      }
      return new Shares(way.descriptor(), List.copyOf(shares));
    }

    Evaluated evaluated() {
      return new Evaluated(kpi, spans.stream().map(Share::value).toList(), spans.get(0).coverage());
    }
  }

  private static RolledUp rolledUp(Defined kpi, ComparedPeriod period, List<Shares> clients) {
    KpiDescriptor descriptor = kpi.definition().descriptor();
    List<DateSpan> spans = period.spans();
    List<Together> bySpan =
        IntStream.range(0, spans.size())
            .mapToObj(
                i -> new Together(descriptor, clients.stream().map(c -> c.spans().get(i)).toList()))
            .toList();
    List<Compared> compared =
        period.bases().stream()
            .map(
                base ->
                    compared(
                        descriptor,
                        base,
                        bySpan.get(spans.indexOf(base.days())),
                        bySpan.get(spans.indexOf(base.period().span()))))
            .toList();
    KpiValue current = bySpan.get(0).value();
    return new RolledUp(
        descriptor,
        OverClients.how(inParts(kpi.ways().get(0)), descriptor.kind()),
        clients.stream().map(own -> own.evaluated().figure(period, spans)).toList(),
        new KpiFigure(
            descriptor,
            period.period(),
            current,
            compared,
            bySpan
                .get(0)
                .coverage()
                .orElseGet(() -> Coverages.none(spans.get(0), current.reason().orElseThrow()))));
  }

  /** Like with like: a client that one of the two has nothing of is in neither. */
  private static Compared compared(KpiDescriptor kpi, Base base, Together now, Together then) {
    Set<Client> both = new HashSet<>(now.counted());
    both.retainAll(then.counted());
    return Change.between(kpi, base, now.value(both), then.value(both));
  }
}
