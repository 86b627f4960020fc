package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Answers to one question by the answers to all: where a survey has several questions, or there are
 * several surveys, those to the others are below the line and never above it.
 */
final class UnansweredQuestion {

  /** What says which questions were asked. */
  private static final String SURVEY = "survey";

  private UnansweredQuestion() {}

  static Optional<Misuse> in(Formula part, Formula whole) {
    if (!(whole instanceof Aggregate all)
        || !(all.aggregation() instanceof Aggregation.Count)
        || all.rows().perKey().isPresent()) {
      return Optional.empty();
    }
    Set<String> marks = marks(all.rows().dataset());
    Set<String> looked = looked(all);
    if (marks.size() < 2 || looked.contains(SURVEY)) {
      return Optional.empty();
    }
    Set<String> counted = new HashSet<>();
    part.eachLeaf(
        leaf -> {
          if (leaf instanceof Aggregate some
              && some.rows().dataset().equals(all.rows().dataset())
              && some.aggregation() instanceof Aggregation.Count) {
            Set<String> asked = NamedColumns.of(some.aggregation().where());
            asked.retainAll(marks);
            if (Collections.disjoint(asked, looked)) {
              counted.addAll(asked);
            }
          }
        });
    return counted.stream().sorted().findFirst().map(UnansweredQuestion::misuse);
  }

  private static Set<String> looked(Aggregate aggregate) {
    Set<String> looked = new HashSet<>();
    Condition.conjuncts(aggregate.rows().where())
        .forEach(each -> looked.addAll(NamedColumns.of(each)));
    looked.addAll(NamedColumns.of(aggregate.aggregation().where()));
    return looked;
  }

  private static Set<String> marks(Dataset dataset) {
    Set<String> marks = new HashSet<>();
    dataset.columns().stream()
        .filter(column -> column.additivity() == Additivity.MARK)
        .map(Column::name)
        .forEach(marks::add);
    return marks;
  }

  private static Misuse misuse(String mark) {
    return new Misuse(
        "divides answers about "
            + mark
            + " by all answers, of which some are to other questions and have no "
            + mark,
        "write count().where(" + mark + " != null) below the line");
  }
}
