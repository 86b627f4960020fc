package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Relations;
import io.retainer.spi.Relations.Only;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of rows that never have it: refunded amounts of the orders themselves, of which
 * each refund is a row of its own, or the day on which an open deal was closed.
 */
final class OtherKind {

  private OtherKind() {}

  static Optional<Misuse> in(Formula.Aggregate leaf) {
    Set<Condition> rows = Condition.conjuncts(leaf.rows().where());
    Optional<Misuse> undated =
        leaf.rows().dated().flatMap(column -> undated(leaf.rows(), column, with(rows, leaf)));
    if (undated.isPresent()) {
      return undated;
    } else if (leaf.rows().perKey().isEmpty()) {
      return of(leaf.rows(), leaf.aggregation(), with(rows, leaf));
    }
    return leaf.rows().perKey().get().measures().stream()
        .map(Measure::aggregation)
        .flatMap(each -> of(leaf.rows(), each, with(rows, each.where())).stream())
        .findFirst();
  }

  private static Set<Condition> with(Set<Condition> rows, Formula.Aggregate leaf) {
    return leaf.rows().perKey().isPresent() ? rows : with(rows, leaf.aggregation().where());
  }

  private static Set<Condition> with(Set<Condition> rows, Optional<Condition> own) {
    Set<Condition> all = new LinkedHashSet<>(rows);
    all.addAll(Condition.conjuncts(own));
    return all;
  }

  private static Optional<Misuse> of(RowSet rows, Aggregation aggregation, Set<Condition> all) {
    if (aggregation instanceof Aggregation.OpenAtEnd open) {
      return openToday(rows, open.ended(), all);
    }
    return Stream.concat(
            NamedColumns.ofValues(aggregation).stream(),
            all.stream()
                .filter(condition -> !(condition instanceof Condition.Missing))
                .flatMap(condition -> NamedColumns.of(condition).stream()))
        .distinct()
        .flatMap(column -> ofOthers(rows, column, all).stream())
        .findFirst();
  }

  /** What has closed since was open at the end of an earlier period all the same. */
  private static Optional<Misuse> openToday(RowSet rows, String ended, Set<Condition> all) {
    return Optional.ofNullable(only(rows).get(ended))
        .flatMap(only -> about(only.column(), all))
        .or(() -> about(ended, all))
        .map(
            condition ->
                new Misuse(
                    "%s is how it is today, and what was open at the end of an earlier period and has closed since would be left out of it"
                        .formatted(ConditionWords.of(condition)),
                    "leave the condition out: openAtEnd(%s) takes what was not over by then"
                        .formatted(ended)));
  }

  private static Optional<Misuse> undated(RowSet rows, String dated, Set<Condition> all) {
    return excluding(rows, dated, all)
        .map(
            condition ->
                new Misuse(
                    "'dated %1$s' leaves out rows without %1$s, and those with %2$s have none: nothing is left"
                        .formatted(dated, ConditionWords.of(condition)),
                    "leave 'dated %1$s' out; what was open when the period ended is openAtEnd(%1$s), without a condition"
                        .formatted(dated)));
  }

  private static Optional<Misuse> ofOthers(RowSet rows, String column, Set<Condition> all) {
    return excluding(rows, column, all)
        .map(condition -> misuse(rows, column, only(rows).get(column), condition));
  }

  private static Misuse misuse(RowSet rows, String column, Only only, Condition condition) {
    String kinds =
        only.values().size() == 1
            ? "%s == '%s'".formatted(only.column(), only.values().get(0))
            : "%s in ['%s']".formatted(only.column(), String.join("', '", only.values()));
    String message =
        "%s is in rows with %s, and %s leaves them out"
            .formatted(column, kinds, ConditionWords.of(condition));
    Relations relations = rows.dataset().relations();
    return relations.rates().entrySet().stream()
        .filter(rate -> rate.getValue().contains(column))
        .map(Map.Entry::getKey)
        .filter(relations.without()::containsKey)
        .findFirst()
        .map(whole -> new Misuse(message, byItself(column, kinds, whole, only, relations)))
        .orElseGet(
            () ->
                new Misuse(
                    message, "take those that have it: where(%s) after it".formatted(kinds)));
  }

  /** Not of every source: some have the amount with what it is taken off. */
  private static String byItself(
      String column, String kinds, String whole, Only only, Relations relations) {
    String usual = relations.values().get(only.column()).get(0);
    return ("say of each number which rows it is of, instead of one condition for all: sum(%1$s).where(%2$s) /"
            + " sum(%3$s).where(%4$s == '%5$s'), and how many, count().where(%2$s) / count().where(%4$s == '%5$s');"
            + " where a file has the amount in the rows that are %5$s, sum(%1$s).where(%4$s in ['%5$s', '%6$s']) takes both")
        .formatted(column, kinds, whole, only.column(), usual, only.values().get(0));
  }

  /** The condition that leaves no row in which there is one. */
  private static Optional<Condition> excluding(RowSet rows, String column, Set<Condition> all) {
    Only only = only(rows).get(column);
    if (only == null || about(only.column(), all).isEmpty()) {
      return Optional.empty();
    }
    RowKinds kinds = new RowKinds(only.column(), all);
    Set<String> left =
        kinds.among(rows.dataset().relations().values().get(only.column())).stream()
            .collect(Collectors.toSet());
    boolean areOthers =
        !left.isEmpty()
            && !kinds.mayBeUnknown()
            && only.values().stream().noneMatch(left::contains);
    return areOthers ? about(only.column(), all) : Optional.empty();
  }

  private static Optional<Condition> about(String column, Set<Condition> all) {
    return all.stream().filter(one -> NamedColumns.of(one).contains(column)).findFirst();
  }

  private static Map<String, Only> only(RowSet rows) {
    return rows.dataset().relations().only();
  }
}
