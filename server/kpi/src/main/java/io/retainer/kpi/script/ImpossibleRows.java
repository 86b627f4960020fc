package io.retainer.kpi.script;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.ConditionWords;
import io.retainer.kpi.formula.Contradiction;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a formula asks for rows that there cannot be: its number would be a zero that looks as if
 * it had been counted. What a client has chosen for a parameter is not held against it: that no row
 * is of a client's own country is an answer.
 */
record ImpossibleRows(Draft draft, Problems problems) {

  void of(Meaning meaning, Draft.Way way) {
    if (isChosen()) {
      return;
    }
    Set<List<Condition>> asked = new LinkedHashSet<>();
    meaning.formula().eachLeaf(leaf -> add(leaf, asked));
    meaning.formula().eachExpectation(model -> add(model.rows(), asked));
    if (meaning.formula() instanceof Formula.Table table) {
      table.block().tableRows().ifPresent(rows -> add(rows, asked));
      if (table.block() instanceof Block.Ranking ranking) {
        add(ranking.measure(), asked);
      }
    }
    Optional<Contradiction> none =
        asked.stream().flatMap(all -> Contradiction.in(all).stream()).findFirst();
    Optional<Contradiction> every =
        asked.stream().flatMap(all -> Contradiction.alwaysMet(all).stream()).findFirst();
    none.ifPresentOrElse(
        both -> none(both, way), () -> every.ifPresent(either -> every(either, way)));
  }

  private void none(Contradiction both, Draft.Way way) {
    String named = String.join(", ", NamedColumns.of(both.other()));
    String column = named.isEmpty() ? "day" : named;
    problems.add(
        place(both, way),
        "no row has both "
            + ConditionWords.of(both.one())
            + " and "
            + ConditionWords.of(both.other()),
        "a row has one " + column + ": write || where either will do, or leave one of the two out");
  }

  private void every(Contradiction either, Draft.Way way) {
    problems.add(
        place(either, way),
        "every row has "
            + ConditionWords.of(either.one())
            + " or "
            + ConditionWords.of(either.other())
            + ", and none is left out",
        "write && to leave both out");
  }

  private boolean isChosen() {
    Map<String, Parameter> stated =
        Parameters.of(draft.source().block(), Map.of(), new Problems(draft.file())).all();
    return draft.parameters().entrySet().stream()
        .anyMatch(
            chosen ->
                !stated.containsKey(chosen.getKey())
                    || !stated.get(chosen.getKey()).text().equals(chosen.getValue().text()));
  }

  private static void add(Formula leaf, Set<List<Condition>> asked) {
    RowSet rows = Formula.rows(leaf);
    add(rows, asked);
    Optional<Aggregation> aggregation =
        leaf instanceof Formula.Aggregate aggregate
            ? Optional.of(aggregate.aggregation())
            : leaf instanceof Formula.OfTotal total
                ? Optional.of(total.aggregation())
                : Optional.empty();
    aggregation.ifPresent(
        own -> add(own, rows.perKey().isPresent() ? Optional.empty() : rows.where(), asked));
  }

  private static void add(RowSet rows, Set<List<Condition>> asked) {
    rows.where().ifPresent(where -> asked.add(List.of(where)));
    rows.perKey()
        .ifPresent(
            inner -> {
              for (Measure measure : inner.measures()) {
                add(measure.aggregation(), rows.where(), asked);
              }
            });
  }

  /**
   * @param rows what holds for all rows already
   */
  private static void add(
      Aggregation aggregation, Optional<Condition> rows, Set<List<Condition>> asked) {
    List<Condition> own = new ArrayList<>(rows.stream().toList());
    own.addAll(aggregation.where().stream().toList());
    asked.add(List.copyOf(own));
    if (aggregation instanceof Aggregation.Furthest furthest) {
      for (Condition step : furthest.steps()) {
        List<Condition> ofStep = new ArrayList<>(own);
        ofStep.add(step);
        asked.add(ofStep);
      }
    }
  }

  /** Where the later part stands; where the way begins, when that is not to be found. */
  private Place place(Contradiction parts, Draft.Way way) {
    List<Node> nodes = new ArrayList<>();
    collect(draft.source().block(), nodes);
    return nodes.stream()
        .filter(node -> node.at().compareTo(way.at()) >= 0)
        .filter(node -> isOf(node, way, parts.other()))
        .map(Node::at)
        .findFirst()
        .orElse(way.value().statements().get(0).node().at());
  }

  /** Whether a part of the script is this condition, as far as it can be read by itself. */
  private static boolean isOf(Node node, Draft.Way way, Condition condition) {
    return Stream.concat(
            Stream.ofNullable(way.fields()),
            way.rows().map(RowSet::dataset).map(Fields::of).stream())
        .flatMap(fields -> new ConditionReader(fields, new Problems("")).read(node).stream())
        .anyMatch(condition::equals);
  }

  private static void collect(Node node, List<Node> found) {
    found.add(node);
    Node.parts(node).forEach(part -> collect(part, found));
  }
}
