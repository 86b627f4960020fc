package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue.Operator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Amounts with tax and amounts without, put together. */
final class Taxes {

  private static final String INCLUDED = "vat_included";

  private Taxes() {}

  static Optional<Misuse> addedIn(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return Optional.empty();
    }
    boolean isSum = combined.operator() == Operator.PLUS || combined.operator() == Operator.MINUS;
    Set<Boolean> left = included(combined.left());
    Set<Boolean> right = included(combined.right());
    if (isSum && left.size() == 1 && right.size() == 1 && !left.equals(right)) {
      return Optional.of(
          new Misuse(
              (combined.operator() == Operator.PLUS ? "adds" : "subtracts")
                  + " amounts with VAT and amounts without",
              "make each a KPI of its own; what is to be added has the VAT taken off before it is"
                  + " imported"));
    }
    return addedIn(combined.left()).or(() -> addedIn(combined.right()));
  }

  /** Whether all of its amounts have it, or none has; both when that is not said of one. */
  private static Set<Boolean> included(Formula formula) {
    Set<Boolean> included = new HashSet<>();
    formula.eachLeaf(
        leaf -> {
          Optional<Boolean> own = ofLeaf(leaf);
          if (own.isEmpty()) {
            included.addAll(Set.of(true, false));
          }
          own.ifPresent(included::add);
        });
    return included;
  }

  private static Optional<Boolean> ofLeaf(Formula leaf) {
    if (!(leaf instanceof Formula.Aggregate aggregate)
        || !(aggregate.aggregation() instanceof Aggregation.Sum)) {
      return Optional.empty();
    }
    Set<Condition> all = new HashSet<>(Condition.conjuncts(aggregate.rows().where()));
    all.addAll(Condition.conjuncts(aggregate.aggregation().where()));
    return all.stream().flatMap(each -> ofCondition(each).stream()).findFirst();
  }

  private static Optional<Boolean> ofCondition(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return ofCondition(not.condition()).map(included -> !included);
    }
    return condition instanceof Condition.Compare compare
            && compare.column().equals(INCLUDED)
            && compare.literal() instanceof Boolean included
        ? Optional.of(included == (compare.comparator() == Condition.Comparator.EQUAL))
        : Optional.empty();
  }
}
