package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft.Series;
import io.retainer.model.client.Client;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis.Ask;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts some of whose answers are known already, because it was foreseen what will be asked. */
record Foreseen(FactSource facts, Map<FactQuery, FactAnswer> known) implements FactSource {

  private static final Logger LOG = LoggerFactory.getLogger(Foreseen.class);

  /** Asks everything at once. What cannot be asked so is asked when its time comes. */
  static FactSource asking(FactSource facts, List<FactQuery> queries) {
    List<FactQuery> different = List.copyOf(new LinkedHashSet<>(queries));
    List<FactQuery> withoutGroups = different.stream().filter(q -> q.by().isEmpty()).toList();
    try {
      return together(facts, different);
    } catch (TooManyGroups e) {
      return withoutGroups.size() < different.size() ? asking(facts, withoutGroups) : facts;
    } catch (RuntimeException e) {
      LOG.warn("{} questions could not be asked together", different.size(), e);
      return facts;
    }
  }

  private static FactSource together(FactSource facts, List<FactQuery> different) {
    List<FactAnswer> answers = facts.answers(different);
    Map<FactQuery, FactAnswer> known = new HashMap<>();
    for (int i = 0; i < different.size(); i++) {
      known.put(different.get(i), answers.get(i));
    }
    return new Foreseen(facts, known);
  }

  /** What the first way of each KPI will ask; the further ways are for want of data. */
  static List<FactQuery> queries(
      Client client, Ask ask, Function<List<KpiId>, List<Defined>> defined) {
    if (ask instanceof Ask.Figures figures) {
      return queries(client, figures.ids(), figures.period().spans(), defined);
    } else if (ask instanceof Ask.Trend trend) {
      return queries(client, trend.ids(), trend.spans(), defined);
    } else if (ask instanceof Ask.Series series) {
      List<DateSpan> spans = Buckets.of(series.span(), series.bucket());
      return queries(client, series.ids(), spans, defined);
    }
    Ask.Groups groups = (Ask.Groups) ask;
    return Groups.foreseen(
        client, groups.period().span(), groups.dimension(), defined.apply(groups.ids()));
  }

  private static List<FactQuery> queries(
      Client client,
      List<KpiId> ids,
      List<DateSpan> spans,
      Function<List<KpiId>, List<Defined>> defined) {
    List<Way> counted = new ArrayList<>();
    List<FactQuery> queries = new ArrayList<>();
    for (Defined kpi : defined.apply(ids)) {
      kpi.ways().stream().findFirst().ifPresent(counted::add);
      for (Series series : kpi.computation().map(Computation::series).orElse(List.of())) {
        List<Way> ways = defined.apply(List.of(new KpiId(series.kpi()))).get(0).ways();
        List<DateSpan> buckets = ComputedSeries.buckets(series, spans);
        if (!buckets.isEmpty()) {
          queries.addAll(Answers.queries(client, ways.subList(0, 1), buckets, List.of()));
        }
      }
    }
    if (!spans.isEmpty() && !counted.isEmpty()) {
      queries.addAll(Answers.queries(client, counted, spans, List.of()));
    }
    return queries;
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
  public Optional<List<String>> largest(FactQuery query, RowValue value, int limit) {
    return facts.largest(query, value, limit);
  }

  @Override
  public TableAnswer table(TableQuery query) {
    return facts.table(query);
  }
}
