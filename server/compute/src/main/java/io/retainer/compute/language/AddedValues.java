package io.retainer.compute.language;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Sums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/**
 * Values of series that plain arithmetic adds up, however it is bracketed: {@code s.value(0) +
 * s.value(1)} is a total, half of it is a mean, and {@code s.last - s.value(0)} is neither.
 */
final class AddedValues {

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
  private static final double EXACT = 1e-9;

  private record Term(String series, double factor) {}

  private final Map<String, Sums> sums;
  private final Origins origins;
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  AddedValues(Map<String, Sums> sums, Origins origins) {
    this.sums = sums;
    this.origins = origins;
  }

  /** What is wrong with the sum that an expression is, its parts included. */
  Optional<Finding> in(BinaryExpression expression) {
    if (seen.contains(expression) || !ARITHMETIC.contains(operator(expression))) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    collect(expression, 1, terms);
    Set<String> names = new HashSet<>();
    terms.forEach(term -> names.add(term.series));
    return names.stream()
        .sorted()
        .flatMap(name -> ofOne(name, terms).stream())
        .findFirst()
        .or(() -> ofUnlike(terms));
  }

  private Optional<Finding> ofOne(String series, List<Term> terms) {
    List<Double> factors =
        terms.stream().filter(term -> term.series.equals(series)).map(Term::factor).toList();
    long added = factors.stream().filter(factor -> factor > 0).count();
    if (added < 2 && factors.size() - added < 2) {
      return Optional.empty();
    }
    double all = factors.stream().mapToDouble(Double::doubleValue).sum();
    boolean isMean = Math.abs(Math.abs(all) - 1) < EXACT || Math.abs(all) < EXACT;
    return isMean
        ? PutTogether.mean(series, sums.get(series))
        : PutTogether.total(series, sums.get(series));
  }

  /** A level and an amount have no sum; of two amounts nothing tells whether they are alike. */
  private Optional<Finding> ofUnlike(List<Term> terms) {
    return terms.stream()
        .flatMap(
            one ->
                terms.stream()
                    .filter(other -> one.factor > 0 == other.factor > 0)
                    .flatMap(
                        other ->
                            PutTogether.unlike(
                                one.series,
                                sums.get(one.series),
                                other.series,
                                sums.get(other.series))
                                .stream()))
        .findFirst();
  }

  private void collect(Expression expression, double factor, List<Term> terms) {
    if (expression instanceof UnaryMinusExpression minus) {
      collect(minus.getExpression(), -factor, terms);
      return;
    }
    Optional<String> series = origins.ofElement(expression);
    if (series.isPresent()) {
      terms.add(new Term(series.get(), factor));
    } else if (expression instanceof BinaryExpression binary) {
      collectOf(binary, factor, terms);
    }
  }

  private void collectOf(BinaryExpression binary, double factor, List<Term> terms) {
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    Optional<Double> second = number(right);
    switch (operator(binary)) {
      case "+", "-" -> {
        seen.add(binary);
        collect(left, factor, terms);
        collect(right, operator(binary).equals("+") ? factor : -factor, terms);
      }
      case "*" -> {
        if (second.or(() -> number(left)).isPresent()) {
          seen.add(binary);
          double times = second.orElseGet(() -> number(left).orElseThrow());
          collect(second.isPresent() ? left : right, factor * times, terms);
        }
      }
      case "/" -> {
        if (second.filter(by -> by != 0).isPresent()) {
          seen.add(binary);
          collect(left, factor / second.get(), terms);
        }
      }
      default -> {}
    }
  }

  private static String operator(BinaryExpression binary) {
    return binary.getOperation().getText();
  }

  private static Optional<Double> number(Expression expression) {
    return expression instanceof ConstantExpression constant
            && constant.getValue() instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }
}
