package io.retainer.kpi;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the facts everything that some ways of computing need, and keeps the answers. */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** A way over one of the periods. */
  private record Place(Way way, int period) {}

  private final Map<Question, Answered> answered = new HashMap<>();

  /** Which question a way's rows are in is found once, and not for every group and period. */
  private final Map<Way, Map<RowSet, Answered>> byWay = new IdentityHashMap<>();

  /** Of the days that all parts have, where some have more than others. */
  private final Map<Place, Answers> ofCommonDays = new HashMap<>();

  /** Of which some parts have days that others lack, and that the days of all cannot give. */
  private final Set<Place> ofUnlikeDays = new HashSet<>();

  private final List<String> by;
  private final List<DateSpan> spans;

  private Answers(List<String> by, List<DateSpan> spans) {
    this.by = by;
    this.spans = spans;
  }

  /**
   * @param further narrows all rows, besides what the KPIs say
   */
  static Answers ask(
      FactSource facts,
      Client client,
      List<Way> ways,
      List<DateSpan> spans,
      List<String> by,
      Optional<Condition> further) {
    Map<Question, Set<Aggregation>> questions = questions(ways, by);
    List<FactQuery> queries = queries(questions, client, spans, further);
    Answers answers = of(questions, said(facts, queries).iterator(), by, spans);
    answers.askOfCommonDays(facts, client, ways, spans, further);
    return answers;
  }

  /** The same for several clients, all asked together; in their order. */
  static List<Answers> ask(FactSource facts, Map<Client, List<Way>> ways, List<DateSpan> spans) {
    List<Map<Question, Set<Aggregation>>> questions =
        ways.values().stream().map(own -> questions(own, List.of())).toList();
    List<FactQuery> queries = new ArrayList<>();
    Iterator<Map<Question, Set<Aggregation>>> next = questions.iterator();
    for (Client client : ways.keySet()) {
      queries.addAll(queries(next.next(), client, spans, Optional.empty()));
    }
    Iterator<FactAnswer> said = said(facts, queries).iterator();
    List<Answers> all = questions.stream().map(own -> of(own, said, List.of(), spans)).toList();
    Iterator<Answers> answers = all.iterator();
    ways.forEach(
        (client, own) ->
            answers.next().askOfCommonDays(facts, client, own, spans, Optional.empty()));
    return all;
  }

  private void askOfCommonDays(
      FactSource facts,
      Client client,
      List<Way> ways,
      List<DateSpan> spans,
      Optional<Condition> further) {
    List<Way> ofSeveral =
        ways.stream()
            .filter(way -> of(way).size() > 1 && CommonDays.matter(way.formula()))
            .toList();
    for (int i = 0; i < spans.size(); i++) {
      Map<List<DateSpan>, List<Way>> byDays = new LinkedHashMap<>();
      for (Way way : ofSeveral) {
        List<Coverage> coverages = coverages(way, i);
        if (!CommonDays.differ(coverages)) {
          continue;
        }
        ofUnlikeDays.add(new Place(way, i));
        List<DateSpan> days = CommonDays.of(spans.get(i), coverages);
        if (days.size() == 1 || !days.isEmpty() && CommonDays.add(way)) {
          byDays.computeIfAbsent(days, any -> new ArrayList<>()).add(way);
        }
      }
      int period = i;
      byDays.forEach(
          (days, some) -> {
            Map<Question, Set<Aggregation>> questions = questions(some, by);
            List<FactQuery> queries = queries(questions, client, days, further);
            Answers answers = of(questions, said(facts, queries).iterator(), by, days);
            some.stream()
                .filter(way -> answers.isOfAll(way, days.size()))
                .map(way -> new Place(way, period))
                .forEach(
                    place -> {
                      ofCommonDays.put(place, answers);
                      ofUnlikeDays.remove(place);
                    });
          });
    }
  }

  private List<Coverage> coverages(Way way, int period) {
    return of(way).values().stream().map(answer -> answer.coverage.get(period)).toList();
  }

  /** A table of whole months says nothing of a part of one. */
  private boolean isOfAll(Way way, int spans) {
    return IntStream.range(0, spans)
        .boxed()
        .flatMap(span -> coverages(way, span).stream())
        .allMatch(coverage -> coverage.extent() == Coverage.Extent.FULL);
  }

  private static Answers of(
      Map<Question, Set<Aggregation>> questions,
      Iterator<FactAnswer> said,
      List<String> by,
      List<DateSpan> spans) {
    Answers answers = new Answers(by, spans);
    questions.forEach(
        (question, aggregations) ->
            answers.answered.put(question, Answered.of(question.names(aggregations), said.next())));
    return answers;
  }

  /** What {@link #ask} will ask, for whoever wants to ask it together with something else. */
  static List<FactQuery> queries(
      Client client, List<Way> ways, List<DateSpan> spans, List<String> by) {
    return queries(questions(ways, by), client, spans, Optional.empty());
  }

  private static Map<Question, Set<Aggregation>> questions(List<Way> ways, List<String> by) {
    Map<Question, Set<Aggregation>> questions = new LinkedHashMap<>();
    for (Way way : ways) {
      way.asks()
          .forEach(
              (rows, aggregations) ->
                  questions
                      .computeIfAbsent(
                          Question.of(rows, aggregations, by), q -> new LinkedHashSet<>())
                      .addAll(aggregations));
    }
    return questions;
  }

  private static List<FactQuery> queries(
      Map<Question, Set<Aggregation>> questions,
      Client client,
      List<DateSpan> spans,
      Optional<Condition> further) {
    return questions.entrySet().stream()
        .map(question -> question.getKey().query(client, question.getValue(), spans, further))
        .toList();
  }

  /** What the facts say; one question that fails does not take the others with it. */
  private static List<FactAnswer> said(FactSource facts, List<FactQuery> queries) {
    try {
      return facts.answers(queries);
    } catch (TooManyGroups e) {
      return queries.size() == 1
          ? List.of(without(queries.get(0), Reasons.tooManyGroups(e)))
          : queries.stream().map(query -> said(facts, query)).toList();
    } catch (RuntimeException e) {
      LOG.warn("{} questions could not be asked together", queries.size(), e);
      return queries.stream().map(query -> said(facts, query)).toList();
    }
  }

  private static FactAnswer said(FactSource facts, FactQuery query) {
    try {
      return facts.answer(query);
    } catch (TooManyGroups e) {
      return without(query, Reasons.tooManyGroups(e));
    } catch (RuntimeException e) {
      LOG.error("The facts of {} could not be asked", query.dataset().name(), e);
      return without(
          query,
          new Reason(
              Reason.Code.FAILED,
              List.of(),
              "The numbers could not be read; see the server's log."));
    }
  }

  private static FactAnswer without(FactQuery query, Reason reason) {
    return new FactAnswer(
        List.of(), query.periods().stream().map(period -> Coverages.none(period, reason)).toList());
  }

  /** Why groups are not there, when there are more than an answer may have. */
  Optional<Reason> tooManyGroups() {
    return answered.values().stream()
        .flatMap(answer -> answer.coverage.stream())
        .flatMap(coverage -> coverage.reason().stream())
        .filter(reason -> reason.code() == Reason.Code.TOO_MANY_GROUPS)
        .findFirst();
  }

  /**
   * The groups there are in a period, whatever the KPI. One of which it is only known that it has
   * no rows any more is none: what is counted of it would be zero.
   */
  Set<List<String>> groups(List<Way> ways, int period) {
    Set<List<String>> groups = new LinkedHashSet<>();
    for (Way way : ways) {
      of(way).values().forEach(answer -> groups.addAll(answer.groupsWithRows(period)));
    }
    return groups;
  }

  /**
   * The numbers one way needs, for one period and the given groups together; of the days that all
   * of its parts have.
   */
  Numbers numbers(Way way, int period, List<List<String>> groups) {
    Optional<Answers> common = Optional.ofNullable(ofCommonDays.get(new Place(way, period)));
    Map<RowSet, Map<Aggregation, BigDecimal>> numbers = new HashMap<>();
    Map<RowSet, Map<Aggregation, BigDecimal>> totals = new HashMap<>();
    Coverage coverage = null;
    List<Reason> earlier = new ArrayList<>();
    for (var ask : of(way).entrySet()) {
      RowSet rows = ask.getKey();
      Answered told = common.map(one -> one.of(way).get(rows)).orElse(ask.getValue());
      List<Integer> periods = common.isPresent() ? told.periods() : List.of(period);
      numbers.put(rows, told.sum(periods, groups));
      totals.put(rows, told.ofAll(periods));
      Coverage own =
          ask.getValue().coverage(period, way.isOfTotal() ? List.of() : groups, way, rows);
      coverage = coverage == null ? own : Coverages.worse(coverage, own);
      earlier(way.asks().get(rows), spans.get(period), own).ifPresent(earlier::add);
    }
    return new Numbers(
            numbers,
            totals,
            common.isPresent() ? coverage.because(Reasons.unsure(coverage)) : coverage,
            ofUnlikeDays.contains(new Place(way, period)))
        .lacking(Reason.of(earlier.stream()));
  }

  /** Why there is nothing of days before a period that are looked at. */
  private static Optional<Reason> earlier(
      Set<Aggregation> asked, DateSpan span, Coverage coverage) {
    int days = asked.stream().mapToInt(Aggregation::daysBefore).max().orElse(0);
    return days > 0
        ? Reasons.earlierMissing(span.start().minusDays(days), coverage)
        : Optional.empty();
  }

  private Map<RowSet, Answered> of(Way way) {
    return byWay.computeIfAbsent(
        way,
        asked -> {
          Map<RowSet, Answered> own = new LinkedHashMap<>();
          asked
              .asks()
              .forEach(
                  (rows, aggregations) ->
                      own.put(rows, answered.get(Question.of(rows, aggregations, by))));
          return own;
        });
  }

  /** What the facts said to one question. */
  private record Answered(
      Map<Integer, Map<List<String>, Map<Aggregation, BigDecimal>>> cells,
      List<Coverage> coverage,
      Map<List<Integer>, Map<Aggregation, BigDecimal>> totals,
      Map<Integer, Map<List<String>, Map<Aggregation, Set<String>>>> currencies) {

    static Answered of(Map<String, Aggregation> named, FactAnswer answer) {
      Map<Integer, Map<List<String>, Map<Aggregation, BigDecimal>>> cells = new HashMap<>();
      Map<Integer, Map<List<String>, Map<Aggregation, Set<String>>>> currencies = new HashMap<>();
      for (FactAnswer.Cell cell : answer.cells()) {
        if (answer.coverage().get(cell.period()).currencies().size() > 1) {
          Map<Aggregation, Set<String>> own = new HashMap<>();
          cell.currencies().forEach((name, known) -> own.put(named.get(name), known));
          currencies.computeIfAbsent(cell.period(), p -> new HashMap<>()).put(cell.group(), own);
        }
        Map<Aggregation, BigDecimal> values = new HashMap<>();
        named.forEach((name, aggregation) -> put(values, aggregation, cell.values().get(name)));
        cells.computeIfAbsent(cell.period(), p -> new LinkedHashMap<>()).put(cell.group(), values);
      }
      return new Answered(cells, answer.coverage(), new HashMap<>(), currencies);
    }

    /**
     * In the currencies of the amounts of some groups; in those of all when none is named. Other
     * questions and other KPIs beside it may be about more rows.
     */
    Coverage coverage(int period, List<List<String>> groups, Way way, RowSet rows) {
      Coverage ofAll = coverage.get(period);
      Map<List<String>, Map<Aggregation, Set<String>>> found =
          currencies.getOrDefault(period, Map.of());
      boolean isOfAll = groups.isEmpty() || groups.contains(List.<String>of());
      if (ofAll.currencies().size() < 2 || !way.hasMoney() || isOfAll && found.isEmpty()) {
        return ofAll;
      }
      Set<Aggregation> amounts = way.amounts(rows);
      return ofAll.in(
          (isOfAll ? found.keySet() : groups)
              .stream()
                  .map(group -> found.getOrDefault(group, Map.of()))
                  .flatMap(own -> amounts.stream().map(each -> own.getOrDefault(each, Set.of())))
                  .flatMap(Set::stream)
                  .collect(Collectors.toSet()));
    }

    private static void put(
        Map<Aggregation, BigDecimal> values, Aggregation name, BigDecimal number) {
      if (number != null) {
        values.put(name, number);
      }
    }

    List<Integer> periods() {
      return IntStream.range(0, coverage.size()).boxed().toList();
    }

    Set<List<String>> groupsWithRows(int period) {
      return cells.getOrDefault(period, Map.of()).entrySet().stream()
          .filter(cell -> !isOfAbsent(cell.getValue().keySet()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isOfAbsent(Set<Aggregation> told) {
      return !told.isEmpty()
          && told.stream().allMatch(Aggregation.AbsentProfiles.class::isInstance);
    }

    Set<List<String>> groups(int period) {
      return cells.getOrDefault(period, Map.of()).keySet();
    }

    /** All groups together; every one of many groups is told its whole. */
    Map<Aggregation, BigDecimal> ofAll(List<Integer> periods) {
      return totals.computeIfAbsent(
          periods,
          any ->
              sum(periods, periods.stream().flatMap(p -> groups(p).stream()).distinct().toList()));
    }

    Map<Aggregation, BigDecimal> sum(List<Integer> periods, Collection<List<String>> groups) {
      Map<Aggregation, BigDecimal> sum = new HashMap<>();
      for (int period : periods) {
        Map<List<String>, Map<Aggregation, BigDecimal>> all = cells.getOrDefault(period, Map.of());
        for (List<String> group : groups) {
          all.getOrDefault(group, Map.of()).forEach((a, n) -> sum.merge(a, n, BigDecimal::add));
        }
      }
      return sum;
    }
  }
}
