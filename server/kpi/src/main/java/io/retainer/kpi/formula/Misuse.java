package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.RowValue.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a number that can be computed misleads, as far as that is plain from what its columns are.
 *
 * @param advice what to write instead
 */
public record Misuse(String message, String advice) {

  /**
   * @param id what the number is called
   * @param by what it is broken down by
   */
  public static Optional<Misuse> in(Formula formula, String id, List<String> by) {
    List<Formula> leaves = new ArrayList<>();
    formula.eachLeaf(leaves::add);
    boolean isBlock = formula instanceof Formula.Table;
    if (formula instanceof Formula.Table table && table.block() instanceof Block.Ranking ranking) {
      leaves.add(ranking.measure());
    }
    return leaves.stream()
        .filter(Formula.Aggregate.class::isInstance)
        .flatMap(leaf -> of((Formula.Aggregate) leaf, id, by).stream())
        .findFirst()
        .or(() -> ofQuotients(formula))
        .or(
            () ->
                leaves.stream()
                    .flatMap(leaf -> SizesOfCuts.chosenIn(leaf, isBlock).stream())
                    .findFirst())
        .or(() -> FractionAsPercent.in(formula))
        .or(() -> Taxes.addedIn(formula));
  }

  private static Optional<Misuse> of(Formula.Aggregate leaf, String id, List<String> by) {
    return NeverFound.leftOutOf(leaf)
        .or(() -> EverThere.in(leaf, id))
        .or(() -> UnlikeResults.addedIn(leaf, by))
        .or(() -> StepOrder.in(leaf))
        .or(() -> NeverAgain.in(leaf))
        .or(() -> OtherKind.in(leaf));
  }

  private static Optional<Misuse> ofQuotients(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return formula instanceof Formula.Power power ? ofQuotients(power.base()) : Optional.empty();
    }
    return (combined.operator() == Operator.DIVIDED_BY
            ? UnansweredQuestion.in(combined.left(), combined.right())
            : Optional.<Misuse>empty())
        .or(() -> ofQuotients(combined.left()))
        .or(() -> ofQuotients(combined.right()));
  }
}
