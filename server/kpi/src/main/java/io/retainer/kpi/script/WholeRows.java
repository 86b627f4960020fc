package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.LooksBack;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.SingleDays;
import io.retainer.spi.Additivity;
import io.retainer.spi.Unit;
import java.util.Optional;

/**
 * Whether an aggregation sees all the rows that it looks through: the past of its keys, and the
 * last day that there is. A condition would hold for that as well.
 */
record WholeRows(RowSet rows, Problems problems) {

  Optional<Meaning> of(Node.Call call, AggregationReader.Typed typed, Optional<Condition> where) {
    Formula.Aggregate aggregate = new Formula.Aggregate(rows, typed.aggregation());
    if (addsTargets(typed.aggregation())) {
      problems.add(
          call.at(),
          "adds targets of whatever KPIs there are",
          "say of which one: where(kpi_id == 'orders.revenue') after it");
      return Optional.empty();
    }
    Optional<String> level = choosesLastDay(typed.aggregation());
    if (level.isPresent()) {
      problems.add(
          call.at(),
          "'where %s …' on a line of its own: the last day with such a row would be looked for, and when there is none any more, an earlier one would answer"
              .formatted(level.get()),
          "write it after the aggregation, like %s.where(%s …)"
              .formatted(call.word() + (call.arguments().isEmpty() ? "()" : "(…)"), level.get()));
      return Optional.empty();
    }
    if (typed.aggregation() instanceof Aggregation.OpenAtEnd open
        && aggregate.rows().dated().filter(open.ended()::equals).isPresent()) {
      problems.add(
          call.at(),
          "'dated %1$s' beside openAtEnd(%1$s): what is over on its day is never open"
              .formatted(open.ended()),
          "leave 'dated' out, so that rows are on the day they began");
      return Optional.empty();
    }
    if (typed.aggregation().looksBack() && SingleDays.areNamed(where)) {
      problems.add(
          call.at(),
          "where(weekday(day) …) after '"
              + call.word()
              + "' would look for the past in those weekdays alone",
          "count the rows of the period, like count().where(weekday(day) in [6, 7])");
      return Optional.empty();
    }
    Optional<LooksBack.Narrowed> narrowed =
        where.flatMap(condition -> LooksBack.narrowedBy(aggregate, condition));
    if (narrowed.isPresent()) {
      String column = narrowed.get().column();
      String key = narrowed.get().key();
      problems.add(
          call.at(),
          ("where(%s …) after '%s' would look for the past of %s in those rows alone: who came with"
                  + " others before would be new, and who went on to others lost")
              .formatted(column, call.word(), key),
          ("write history(%s) { acquired = first(%s) } and where(acquired == …), or 'where' on a"
                  + " line of its own, which says what rows there are at all, now and before")
              .formatted(key, column));
      return Optional.empty();
    }
    return Optional.of(new Meaning(aggregate, typed.nature(), typed.dimension()));
  }

  /** What is planned for one KPI and for another has no sum. */
  private boolean addsTargets(Aggregation aggregation) {
    return aggregation instanceof Aggregation.Level level
        && rows.dataset().find("kpi_id").isPresent()
        && rows.dataset().find(level.column()).filter(of -> of.unit() != Unit.MONEY).isPresent()
        && !NamedColumns.of(rows.where()).contains("kpi_id")
        && !NamedColumns.of(aggregation.where()).contains("kpi_id");
  }

  /** A level or rank of which some values are left out before the last day is looked for. */
  private Optional<String> choosesLastDay(Aggregation aggregation) {
    boolean isOfLastDay = aggregation.isOfLastRows() || aggregation instanceof Aggregation.Level;
    return isOfLastDay
        ? NamedColumns.of(rows.where()).stream()
            .filter(
                column ->
                    rows.dataset()
                        .find(column)
                        .filter(of -> of.additivity() == Additivity.LEVEL)
                        .isPresent())
            .findFirst()
        : Optional.empty();
  }
}
