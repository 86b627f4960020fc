package io.retainer.kpi.formula;

import static io.retainer.model.fact.RowValue.Operator.DIVIDED_BY;
import static io.retainer.model.fact.RowValue.Operator.MINUS;
import static io.retainer.model.fact.RowValue.Operator.PLUS;
import static io.retainer.model.fact.RowValue.Operator.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Datasets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reasons write a formula so that it is read as it is computed. */
class FormulaWordsTest {

  private static final RowSet ROWS =
      new RowSet(
          Datasets.AD_PERFORMANCE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Formula A = sum(new RowValue.ColumnValue("a"));
  private static final Formula B = sum(new RowValue.ColumnValue("b"));
  private static final Formula C = sum(new RowValue.ColumnValue("c"));

  private static Formula sum(RowValue value) {
    return new Formula.Aggregate(ROWS, new Aggregation.Sum(value, Optional.empty()));
  }

  private static Formula of(Formula left, Operator operator, Formula right) {
    return new Formula.Combined(operator, left, right);
  }

  private static void assertWords(Formula formula, String words) {
    assertThat(FormulaWords.of(formula)).isEqualTo(words);
  }

  @Test
  void aSumIsInBracketsBesideWhatBindsMore() {
    assertWords(of(of(A, PLUS, B), DIVIDED_BY, C), "(sum(a) + sum(b)) / sum(c)");
    assertWords(of(A, TIMES, of(B, MINUS, C)), "sum(a) * (sum(b) - sum(c))");
  }

  @Test
  void whatIsSubtractedOrDividedByIsInBracketsOnTheRightAlone() {
    assertWords(of(A, MINUS, of(B, PLUS, C)), "sum(a) - (sum(b) + sum(c))");
    assertWords(of(A, DIVIDED_BY, of(B, TIMES, C)), "sum(a) / (sum(b) * sum(c))");
    assertWords(of(of(A, MINUS, B), PLUS, C), "sum(a) - sum(b) + sum(c)");
    assertWords(of(of(A, DIVIDED_BY, B), TIMES, C), "sum(a) / sum(b) * sum(c)");
    assertWords(of(A, PLUS, of(B, DIVIDED_BY, C)), "sum(a) + sum(b) / sum(c)");
  }

  @Test
  void soItIsWithinARow() {
    RowValue a = new RowValue.ColumnValue("a");
    RowValue b = new RowValue.ColumnValue("b");

    assertWords(
        sum(new RowValue.Arithmetic(TIMES, a, new RowValue.Arithmetic(MINUS, b, a))),
        "sum(a * (b - a))");
  }

  @Test
  void aConditionBelongsToItsOwnSum() {
    Formula some =
        new Formula.Aggregate(
            ROWS,
            new Aggregation.Sum(
                new RowValue.ColumnValue("a"), Optional.of(new Condition.Missing("b"))));

    assertWords(of(some, DIVIDED_BY, B), "sum(a).where(…) / sum(b)");
  }
}
