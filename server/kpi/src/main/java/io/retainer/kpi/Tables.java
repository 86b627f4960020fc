package io.retainer.kpi;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.RowSet;
import io.retainer.kpi.table.CohortTriangle;
import io.retainer.kpi.table.ExpectedPurchases;
import io.retainer.kpi.table.RankingTable;
import io.retainer.kpi.table.RfmTable;
import io.retainer.kpi.table.TableResult;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates the building blocks that ask for a table of their own. */
record Tables(FactSource facts, Client client) {

  /** Days before the end of a period in which amounts that are not there are looked for. */
  private static final int LONGEST_HISTORY = 3_650;

  private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

  /** A value, and what it rests on. */
  record Valued(KpiValue value, Coverage coverage) {}

  Valued value(Way way, DateSpan span) {
    Block block = way.table().orElseThrow();
    try {
      return block instanceof Block.Ranking ranking
          ? ranking(way, ranking, span)
          : asked(way, block, span);
    } catch (TooManyGroups e) {
      Reason reason = Reasons.tooManyGroups(e);
      return new Valued(KpiValue.notComputable(reason), Coverages.none(span, reason));
    } catch (RuntimeException e) {
      LOG.error("The facts for {} could not be asked", way.descriptor().id(), e);
      Reason reason =
          new Reason(
              Reason.Code.FAILED,
              List.of(),
              "The numbers could not be read; see the server's log.");
      return new Valued(KpiValue.notComputable(reason), Coverages.none(span, reason));
    }
  }

  private Valued ranking(Way way, Block.Ranking ranking, DateSpan span) {
    RowSet rows = ranking.rows();
    Aggregation measure = ranking.measure().aggregation();
    List<Measure> measures = new ArrayList<>(counts(rows, measure));
    measures.add(new Measure("value", measure));
    FactQuery groups = query(rows, measures, List.of(ranking.dimension()), span);
    try {
      FactAnswer answer = facts.answer(groups);
      return ranked(way, ranking, answer, values(answer), BigDecimal.ZERO);
    } catch (TooManyGroups e) {
      List<String> names =
          facts
              .largest(groups, new RowValue.ColumnValue("value"), ranking.limit())
              .orElseThrow(() -> e);
      Condition named = new Condition.Exactly(ranking.dimension(), names);
      FactAnswer largest = facts.answer(narrowed(groups, groups.by(), named));
      FactAnswer rest = facts.answer(narrowed(groups, List.of(), new Condition.Not(named)));
      return ranked(
          way,
          ranking,
          facts.answer(query(rows, measures, List.of(), span)),
          values(largest),
          sum(rest));
    }
  }

  /**
   * @param all tells of the rows that are ranked
   * @param rest of all groups that are not named
   */
  private Valued ranked(
      Way way,
      Block.Ranking ranking,
      FactAnswer all,
      Map<String, BigDecimal> groups,
      BigDecimal rest) {
    Coverage ofRows = all.coverage().get(0);
    Coverage coverage = ofRows.currencies().size() < 2 ? ofRows : ofRows.in(currencies(all));
    return finished(
        way,
        coverage,
        shortfalls(ranking.rows(), ranking.measure().aggregation(), all).reason(coverage),
        () -> Computed.of(RankingTable.of(ranking.dimension(), groups, rest, ranking.limit())));
  }

  private static Map<String, BigDecimal> values(FactAnswer answer) {
    Map<String, BigDecimal> groups = new HashMap<>();
    answer
        .cells()
        .forEach(
            cell ->
                Optional.ofNullable(cell.values().get("value"))
                    .filter(value -> value.signum() != 0)
                    .ifPresent(value -> groups.put(cell.group().get(0), value)));
    return groups;
  }

  private static BigDecimal sum(FactAnswer answer) {
    return answer.cells().stream()
        .map(cell -> cell.values().getOrDefault("value", BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static FactQuery narrowed(FactQuery query, List<String> by, Condition further) {
    return new FactQuery(
        query.client(),
        query.dataset(),
        Question.both(query.where(), Optional.of(further)),
        by,
        Optional.empty(),
        query.measures(),
        query.periods(),
        Optional.empty(),
        query.dated(),
        Optional.empty(),
        query.zone());
  }

  /** Of the rows that are ranked. */
  private static Set<String> currencies(FactAnswer answer) {
    return answer.cells().stream()
        .flatMap(cell -> cell.currencies().getOrDefault("value", Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** How many values that belong in a number are not in it. */
  private static List<Measure> counts(RowSet rows, Aggregation measure) {
    List<Measure> counts = new ArrayList<>();
    for (Aggregation count : Shortfall.beside(rows, measure).keySet()) {
      counts.add(new Measure("s" + counts.size(), count));
    }
    return counts;
  }

  private FactQuery query(RowSet rows, List<Measure> measures, List<String> by, DateSpan span) {
    return new FactQuery(
        client.id(),
        rows.dataset(),
        rows.where(),
        by,
        Optional.empty(),
        measures,
        List.of(span),
        Optional.empty(),
        rows.dated(),
        Optional.empty(),
        client.zone());
  }

  private static Shortfalls shortfalls(RowSet rows, Aggregation measure, FactAnswer answer) {
    Map<Aggregation, BigDecimal> numbers = new HashMap<>();
    for (Measure count : counts(rows, measure)) {
      for (FactAnswer.Cell cell : answer.cells()) {
        BigDecimal number = cell.values().getOrDefault(count.name(), BigDecimal.ZERO);
        numbers.merge(count.aggregation(), number, BigDecimal::add);
      }
    }
    Shortfalls shortfalls = new Shortfalls();
    shortfalls.note(rows, measure, numbers, any -> true);
    return shortfalls;
  }

  /** What the source keeps back or lacks of the rows that a table is about. */
  private Optional<Reason> less(Block block, Coverage coverage, DateSpan span) {
    int days = LONGEST_HISTORY;
    RowSet rows = block.tableRows().orElseThrow();
    // What is of nobody is in no table of keys.
    Optional<Condition> ofKeys =
        Optional.of(new Condition.Not(new Condition.Missing(ask(block).key())));
    Aggregation measure = new Aggregation.Count(ofKeys);
    if (block instanceof Block.Rfm rfm) {
      days = rfm.ask().days();
      measure = new Aggregation.Sum(rfm.ask().value(), ofKeys);
    } else if (block instanceof Block.Expected expected && expected.money()) {
      measure = new Aggregation.Sum(expected.ask().value(), ofKeys);
    }
    List<Measure> counts = counts(rows, measure);
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    DateSpan all = new DateSpan(span.end().minusDays(days), span.end());
    // Without the measure itself nothing is left to be asked where no value is missing.
    FactAnswer answer = facts.answer(query(rows, counts, List.of(), all));
    return shortfalls(rows, measure, answer).reason(coverage);
  }

  private Valued asked(Way way, Block block, DateSpan span) {
    TableAnswer answer = facts.table(query(block, span));
    return finished(
        way,
        answer.coverage(),
        Reason.of(
            Stream.of(less(block, answer.coverage(), span), earlier(block, answer.coverage(), span))
                .flatMap(Optional::stream)),
        () -> result(block, answer, span));
  }

  /** Scores are of so many days, and what was bought before the first import is not known. */
  private static Optional<Reason> earlier(Block block, Coverage coverage, DateSpan span) {
    return block instanceof Block.Rfm rfm
        ? Reasons.earlierMissing(span.end().minusDays(rfm.ask().days()), coverage)
        : Optional.empty();
  }

  private TableQuery query(Block block, DateSpan span) {
    RowSet rows = block.tableRows().orElseThrow();
    return new TableQuery(
        client.id(), rows.dataset(), rows.where(), rows.dated(), ask(block), span, client.zone());
  }

  private static TableAsk ask(Block block) {
    if (block instanceof Block.Cohorts cohorts) {
      return cohorts.ask();
    }
    return block instanceof Block.Rfm rfm ? rfm.ask() : ((Block.Expected) block).ask();
  }

  private static Computed result(Block block, TableAnswer answer, DateSpan span) {
    if (block instanceof Block.Cohorts) {
      return Computed.of(CohortTriangle.of(answer.rows(), knownUntil(answer.coverage(), span)));
    } else if (block instanceof Block.Rfm) {
      return Computed.of(RfmTable.of(answer.rows()));
    }
    Block.Expected expected = (Block.Expected) block;
    ExpectedPurchases.Outcome outcome =
        ExpectedPurchases.of(answer.rows(), expected.horizon(), expected.money());
    return outcome instanceof ExpectedPurchases.Estimated estimated
        ? Computed.of(estimated.result())
        : new Computed(Optional.empty(), Optional.of(Reasons.noModel(outcome)));
  }

  /** The period's end, or the day from which on nothing was imported. */
  private static LocalDate knownUntil(Coverage coverage, DateSpan span) {
    return coverage.missing().stream()
        .filter(missing -> missing.end().equals(span.end()))
        .map(DateSpan::start)
        .findFirst()
        .orElse(span.end());
  }

  /** A table, or why there is none. */
  private record Computed(Optional<TableResult> result, Optional<Reason> why) {

    static Computed of(TableResult result) {
      return new Computed(Optional.of(result), Optional.empty());
    }
  }

  /** Computes a table. */
  private interface Computing {
    Computed computed();
  }

  private Valued finished(Way way, Coverage coverage, Optional<Reason> less, Computing computing) {
    Optional<KpiValue> none = Grounds.without(way, coverage, client.currency().getCurrencyCode());
    if (none.isPresent()) {
      return new Valued(none.get(), coverage);
    }
    Computed computed = computing.computed();
    if (computed.why().isPresent()) {
      return new Valued(KpiValue.notComputable(computed.why().get()), coverage);
    }
    KpiValue value =
        Grounds.table(
            way,
            coverage,
            computed.result().orElseThrow(),
            Grounds.currency(way, coverage, client.currency().getCurrencyCode()),
            less);
    return new Valued(value, coverage);
  }
}
