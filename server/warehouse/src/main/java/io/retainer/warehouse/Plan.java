package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.model.fact.UsedHistory;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements answer many queries. Each query keeps the series it would be answered from
 * alone; then all sums and counts about a dataset share one scan, and what cannot be made of parts
 * (distinct counts, medians, levels, inner groupings) shares a statement with its likes.
 */
final class Plan {

  private static final int MOST_TOGETHER = 2 * FactStatement.MOST_CELLS;

  private final Engine engine;
  private final List<Asked> asked;
  private final List<Found> found = new ArrayList<>();
  private long groups;

  private Plan(Engine engine, List<Asked> asked) {
    this.engine = engine;
    this.asked = asked;
    asked.forEach(each -> found.add(new Found()));
  }

  /** Answers each query by statements of its own. */
  static FactAnswer alone(Engine engine, FactQuery query, Conversion.Choice conversions)
      throws SQLException {
    Asked asked = asked(engine, List.of(query), conversions).get(0);
    return Answering.alone(engine, asked).answer(asked);
  }

  /** Answers all queries together, with the same answers. */
  static List<FactAnswer> together(
      Engine engine, List<FactQuery> queries, Conversion.Choice conversions) throws SQLException {
    Plan plan = new Plan(engine, asked(engine, queries, conversions));
    plan.sums();
    plan.others();
    List<FactAnswer> answers = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      answers.add(plan.found.get(i).answer(plan.asked.get(i)));
    }
    return answers;
  }

  /** The first groups of a question by a value made of its measures. */
  static Optional<List<String>> largest(
      Engine engine, FactQuery query, RowValue value, int limit, Conversion.Choice conversions)
      throws SQLException {
    if (query.measures().stream().anyMatch(Answering::isHistory)) {
      return Optional.empty();
    }
    Asked whole = asked(engine, List.of(query), conversions).get(0);
    Asked asked =
        whole.only(
            whole.query().measures().stream()
                .filter(measure -> !Answering.isOfRowsBeside(measure))
                .toList());
    List<String> names = new ArrayList<>();
    if (asked.isAnswerable()) {
      FactRows rows = new FactRows(asked);
      engine.each(
          new FactStatement(asked.query(), rows).largest(value, limit),
          row -> names.add(row.getString(1)));
    }
    return Optional.of(names);
  }

  /** Answers a question whose answer is a table, from the series that answer about its period. */
  static TableAnswer table(Engine engine, TableQuery query, Conversion.Choice conversions)
      throws SQLException {
    Asked asked = asked(engine, List.of(query.rows()), conversions).get(0).inCurrenciesOfAllTimes();
    Coverage coverage = asked.periods().get(0).coverage();
    List<List<BigDecimal>> rows = new ArrayList<>();
    if (asked.isAnswerable()) {
      FactRows facts = new FactRows(asked);
      engine.each(new TableStatement(query, facts).select(), row -> rows.add(numbers(row)));
      if (asked.hasCurrencies()) {
        coverage = coverage.in(currencies(engine, query, facts));
      }
    }
    if (rows.size() > TableStatement.MOST_ROWS) {
      throw new TooManyGroups(TableStatement.MOST_ROWS, List.of(query.ask().key()));
    }
    return new TableAnswer(rows, coverage);
  }

  /** Of the rows that a table is made of. */
  private static Set<String> currencies(Engine engine, TableQuery query, FactRows facts)
      throws SQLException {
    Set<String> found = new HashSet<>();
    engine.each(new TableStatement(query, facts).currencies(), row -> found.add(row.getString(1)));
    return found;
  }

  private static List<BigDecimal> numbers(ResultSet row) throws SQLException {
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      numbers.add(Answering.number(row.getObject(i)));
    }
    return numbers;
  }

  private record Subject(ClientId client, Dataset dataset, ZoneId zone) {
    static Subject of(FactQuery query) {
      return new Subject(query.client(), query.dataset(), query.zone());
    }
  }

  /** What the choice of series follows from: many questions of a report share it. */
  private record Choosing(Subject subject, Need need, DateSpan period) {}

  private static List<Asked> asked(
      Engine engine, List<FactQuery> queries, Conversion.Choice conversions) throws SQLException {
    Map<ClientId, Optional<Exchange>> exchanges = new HashMap<>();
    Map<Subject, List<Series>> series = new HashMap<>();
    Map<ClientId, Map<Long, Series.Batch>> batches = new HashMap<>();
    Map<Choosing, PeriodCoverage> chosen = new HashMap<>();
    List<Asked> asked = new ArrayList<>();
    for (FactQuery given : queries) {
      FactQuery query = UsedHistory.in(given);
      Subject subject = Subject.of(query);
      if (!series.containsKey(subject)) {
        series.put(
            subject, Catalogue.series(engine.connection(), query.client(), query.dataset().name()));
      }
      if (!batches.containsKey(query.client())) {
        batches.put(query.client(), Catalogue.batches(engine.connection(), query.client()));
      }
      Optional<Exchange> exchange =
          exchanges.computeIfAbsent(query.client(), any -> conversions.of(any).map(Exchange::new));
      Need need = Need.of(query);
      List<PeriodCoverage> periods =
          query.periods().stream()
              .map(
                  period ->
                      chosen.computeIfAbsent(
                          new Choosing(subject, need, period),
                          any ->
                              converted(
                                  exchange,
                                  PeriodCoverage.of(
                                      series.get(subject),
                                      need,
                                      period,
                                      batches.get(query.client())))))
              .toList();
      asked.add(
          Asked.of(ShortfallAsked.onlyWhereItMatters(query, periods), need, periods, exchange));
    }
    return asked;
  }

  private static PeriodCoverage converted(Optional<Exchange> exchange, PeriodCoverage period) {
    return exchange.isEmpty() || period.chosen().isEmpty()
        ? period
        : exchange.get().convert(period, period.amounts());
  }

  private void sums() throws SQLException {
    Map<Subject, List<Integer>> bySubject = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).isAnswerable() && !asked.get(i).additive().isEmpty()) {
        bySubject.computeIfAbsent(Subject.of(asked.get(i).query()), s -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> sharing : bySubject.values()) {
      share(sharing);
    }
  }

  private void share(List<Integer> sharing) throws SQLException {
    List<Asked> parts =
        sharing.stream().map(i -> asked.get(i).only(asked.get(i).additive())).toList();
    List<Found> answers = scanned(parts, true);
    for (int i = 0; i < parts.size(); i++) {
      found.get(sharing.get(i)).add(answers.get(i));
    }
  }

  /** Each breakdown may be small enough, while all together do not fit into the memory. */
  private Found counted(Asked part, Found answer) {
    groups += part.query().by().isEmpty() ? 0 : answer.size();
    if (asked.size() > 1 && groups > MOST_TOGETHER) {
      throw new TooManyGroups(MOST_TOGETHER, part.query().by());
    }
    return answer;
  }

  /** Fewer passes over the rows as long as the groups are few. */
  private List<Found> scanned(List<Asked> parts, boolean isJoined) throws SQLException {
    SharedScan scan = new SharedScan(parts, isJoined);
    AllAdded added = new AllAdded(scan);
    engine.each(scan.statement(), row -> added.add(scan.read(row)));
    if (added.size() > FactStatement.MOST_CELLS
        && scan.families().stream().anyMatch(Family::isJoined)) {
      return scanned(parts, false);
    }
    List<Found> answers = new ArrayList<>();
    for (Asked part : parts) {
      answers.add(
          counted(
              part,
              added.size() > FactStatement.MOST_CELLS
                  ? Answering.alone(engine, part)
                  : RollUp.of(scan, part, added)));
    }
    return answers;
  }

  /** What must be the same for measures to be asked in one statement that groups by the period. */
  private record Alike(
      Subject subject,
      Optional<Condition> where,
      List<String> by,
      Optional<PerKey> perKey,
      Optional<Grain> bucket,
      Set<String> distinct,
      Optional<String> dated,
      Optional<History> history,
      Optional<Aggregation> ofOtherRows,
      List<PeriodCoverage> periods) {

    static Alike of(Asked asked, Measure measure) {
      FactQuery query = asked.query();
      return new Alike(
          Subject.of(query),
          query.where(),
          query.by(),
          query.perKey(),
          query.bucket(),
          asked.need().distinct(),
          query.dated(),
          query.history(),
          Optional.of(measure.aggregation()).filter(any -> Answering.isOfOtherRows(measure)),
          asked.periods());
    }
  }

  private void others() throws SQLException {
    Map<Alike, Map<Integer, List<Measure>>> alike = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      List<Measure> rest = new ArrayList<>(one.query().measures());
      rest.removeAll(one.additive());
      for (Measure measure : one.isAnswerable() ? rest : List.<Measure>of()) {
        alike
            .computeIfAbsent(Alike.of(one, measure), k -> new LinkedHashMap<>())
            .computeIfAbsent(i, k -> new ArrayList<>())
            .add(measure);
      }
    }
    for (Map<Integer, List<Measure>> sharing : alike.values()) {
      List<Asked> parts = new ArrayList<>();
      sharing.forEach((i, measures) -> parts.add(asked.get(i).only(measures)));
      List<Found> answers = Merged.of(parts).answers(engine);
      int next = 0;
      for (int i : sharing.keySet()) {
        found.get(i).add(counted(asked.get(i), answers.get(next++)));
      }
    }
  }
}
