package io.retainer.kpi;

import io.retainer.model.client.Client;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis.Ask;
import io.retainer.spi.DateSpan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts some of whose answers are known already, because it was foreseen what will be asked. */
record Foreseen(FactSource facts, Map<FactQuery, FactAnswer> known) implements FactSource {

  private static final Logger LOG = LoggerFactory.getLogger(Foreseen.class);

  /** Asks everything at once. What cannot be asked so is asked when its time comes. */
  static FactSource asking(FactSource facts, List<FactQuery> queries) {
    List<FactQuery> different = List.copyOf(new LinkedHashSet<>(queries));
    try {
      List<FactAnswer> answers = facts.answers(different);
      Map<FactQuery, FactAnswer> known = new HashMap<>();
      for (int i = 0; i < different.size(); i++) {
        known.put(different.get(i), answers.get(i));
      }
      return new Foreseen(facts, known);
    } catch (RuntimeException e) {
      LOG.warn("{} questions could not be asked together", different.size(), e);
      return facts;
    }
  }

  /** What the first way of each KPI will ask; the further ways are for want of data. */
  static List<FactQuery> queries(
      Client client, Ask ask, Function<List<KpiId>, List<Defined>> defined) {
    if (ask instanceof Ask.Figures figures) {
      return queries(
          client, defined.apply(figures.ids()), KpiEngine.compared(figures.period()), List.of());
    } else if (ask instanceof Ask.Trend trend) {
      return queries(client, defined.apply(trend.ids()), trend.spans(), List.of());
    } else if (ask instanceof Ask.Series series) {
      List<DateSpan> spans = Buckets.of(series.span(), series.bucket());
      return queries(client, defined.apply(series.ids()), spans, List.of());
    }
    Ask.Groups groups = (Ask.Groups) ask;
    return Groups.foreseen(
        client, groups.period().span(), groups.dimension(), defined.apply(groups.ids()));
  }

  private static List<FactQuery> queries(
      Client client, List<Defined> kpis, List<DateSpan> spans, List<String> by) {
    List<Way> first = kpis.stream().map(kpi -> kpi.ways().get(0)).toList();
    return spans.isEmpty() ? List.of() : Answers.queries(client, first, spans, by);
  }

  @Override
  public FactAnswer answer(FactQuery query) {
    FactAnswer answer = known.get(query);
    return answer != null ? answer : facts.answer(query);
  }

  @Override
  public List<FactAnswer> answers(List<FactQuery> queries) {
    List<FactQuery> unknown = queries.stream().filter(q -> !known.containsKey(q)).toList();
    if (unknown.isEmpty()) {
      return queries.stream().map(known::get).toList();
    }
    Map<FactQuery, FactAnswer> all = new HashMap<>(known);
    List<FactAnswer> asked = facts.answers(unknown);
    for (int i = 0; i < unknown.size(); i++) {
      all.put(unknown.get(i), asked.get(i));
    }
    return queries.stream().map(all::get).toList();
  }

  @Override
  public TableAnswer table(TableQuery query) {
    return facts.table(query);
  }
}
