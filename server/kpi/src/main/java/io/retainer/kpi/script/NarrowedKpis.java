package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Other KPIs have rows of their own: what a definition says of its rows does not hold for them,
 * although it is read as if it did.
 */
record NarrowedKpis(Problems problems) {

  private static final String ROWS_OF_THEIR_OWN = ", which has rows of its own";

  /**
   * A setting of a value that is made of other KPIs alone.
   *
   * @param settings those that are stated
   */
  void inVain(Stream<Node.Call> settings) {
    settings.forEach(
        setting ->
            problems.add(
                setting.at(),
                "'" + setting.word() + "' says nothing of kpi(…)" + ROWS_OF_THEIR_OWN,
                "write its formula in the place of kpi(…), or leave '" + setting.word() + "' out"));
  }

  /**
   * A part beside rows that a condition narrows.
   *
   * @param other the formula of the KPI that it is
   */
  void check(Draft.Way way, Node.Call kpi, Node.Text id, Formula other) {
    Optional<Condition> open =
        way.rows().stream()
            .flatMap(rows -> Condition.conjuncts(rows.where()).stream())
            .filter(condition -> !isOfThoseThatHaveIt(condition))
            .filter(condition -> isOpen(condition, other))
            .findFirst();
    open.ifPresent(
        condition ->
            problems.add(
                kpi.at(),
                "'where' of "
                    + String.join(", ", NamedColumns.of(condition))
                    + " says nothing of kpi('"
                    + id.text()
                    + "')"
                    + ROWS_OF_THEIR_OWN,
                "write .where(…) after the parts that it is for, or the formula in the place of"
                    + " kpi('"
                    + id.text()
                    + "')"));
  }

  /** Which rows have a value is a matter of the parts that are made of it. */
  private static boolean isOfThoseThatHaveIt(Condition condition) {
    return condition instanceof Condition.Not not && not.condition() instanceof Condition.Missing;
  }

  /** Whether rows of the other KPI could be narrowed by it, and nothing like it is said of them. */
  private static boolean isOpen(Condition condition, Formula other) {
    Set<String> columns = NamedColumns.of(condition);
    boolean[] isOpen = {false};
    other.eachLeaf(
        leaf ->
            isOpen[0] |=
                columns.stream()
                        .allMatch(name -> Formula.rows(leaf).dataset().find(name).isPresent())
                    && !narrowed(leaf).containsAll(columns));
    return isOpen[0];
  }

  /** Columns that decide which rows a part is of. */
  private static Set<String> narrowed(Formula leaf) {
    Set<String> columns = new HashSet<>(NamedColumns.of(Formula.rows(leaf).where()));
    if (leaf instanceof Formula.Aggregate aggregate) {
      columns.addAll(NamedColumns.of(aggregate.aggregation().where()));
    }
    return columns;
  }
}
