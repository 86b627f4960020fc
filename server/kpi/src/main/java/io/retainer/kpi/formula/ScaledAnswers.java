package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mean or a median of answers on another scale than the one that was asked on. */
public final class ScaledAnswers {

  private ScaledAnswers() {}

  public static boolean areIn(Formula formula) {
    List<Term> terms = Terms.of(formula);
    boolean isShifted = terms.stream().anyMatch(term -> term.of() instanceof Constant);
    boolean isTurnedRound = terms.stream().allMatch(term -> term.factor().signum() < 0);
    return terms.stream()
        .filter(term -> isOfAnswers(term.of()))
        .anyMatch(term -> isShifted || isTurnedRound || isScaled(term));
  }

  /** Whether all of it is answers, or what a level of them is divided by: a score. */
  public static boolean isScore(Formula formula) {
    return Terms.of(formula).stream().allMatch(term -> isOfAnswers(term.of()));
  }

  private static boolean isScaled(Term term) {
    return factor(term).abs().compareTo(BigDecimal.ONE) != 0
        || term.over().stream().anyMatch(ScaledAnswers::hasMarks);
  }

  /** Answers by answers are of no scale at all. */
  private static boolean hasMarks(Formula over) {
    boolean[] found = {false};
    over.eachLeaf(leaf -> found[0] |= leaf instanceof Aggregate of && isOfMarks(of));
    return found[0];
  }

  private static BigDecimal factor(Term term) {
    BigDecimal factor = term.factor().multiply(RowFactor.of(((Aggregate) term.of()).aggregation()));
    for (Formula over : term.over()) {
      List<Term> parts = Terms.of(over);
      if (parts.size() == 1) {
        factor = factor.divide(parts.get(0).factor(), MathContext.DECIMAL64);
      }
    }
    return factor.round(new MathContext(12));
  }

  /** Stars are also kept as a level, which is divided by how many gave some. */
  private static boolean isOfAnswers(Formula formula) {
    return formula instanceof Aggregate aggregate
        && (isOfMarks(aggregate) || aggregate.aggregation() instanceof Aggregation.Level);
  }

  private static boolean isOfMarks(Aggregate aggregate) {
    RowSet rows = aggregate.rows();
    Set<String> columns = new HashSet<>(NamedColumns.ofValues(aggregate.aggregation()));
    rows.perKey().stream()
        .flatMap(inner -> inner.measures().stream())
        .filter(measure -> columns.contains(measure.name()))
        .toList()
        .forEach(measure -> columns.addAll(NamedColumns.ofValues(measure.aggregation())));
    return columns.stream()
        .flatMap(name -> rows.dataset().find(name).stream())
        .anyMatch(column -> column.additivity() == Additivity.MARK);
  }
}
