package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is computed within one row: {@code position * impressions}. */
final class RowValueReader {

  static final Map<String, Operator> OPERATORS =
      Map.of(
          "+", Operator.PLUS,
          "-", Operator.MINUS,
          "*", Operator.TIMES,
          "/", Operator.DIVIDED_BY);

  private final Fields fields;
  private final Problems problems;

  RowValueReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** A row's value and what it measures. */
  record Typed(RowValue value, Dimension dimension) {}

  /** A value that may be added up over rows. */
  Optional<Typed> summable(Node node) {
    return read(node, Set.of(), true);
  }

  /** A value that is compared or ranked, but not added. */
  Optional<Typed> any(Node node) {
    return read(node, Set.of(), false);
  }

  /**
   * @param factors columns that multiply this part, so that an average beside its weight is fine
   */
  private Optional<Typed> read(Node node, Set<String> factors, boolean summed) {
    Optional<java.math.BigDecimal> literal = Numbers.literal(node);
    if (literal.isPresent()) {
      return Optional.of(new Typed(new RowValue.Constant(literal.get()), Dimension.NONE));
    }
    if (node instanceof Node.Name name) {
      return column(name, factors, summed);
    }
    if (node instanceof Node.Binary binary && OPERATORS.containsKey(binary.operator())) {
      return arithmetic(binary, factors, summed);
    }
    if (node instanceof Node.Call call) {
      problems.add(
          call.at(), "'" + call.word() + "' inside an aggregation", "use columns and + - * / here");
    } else {
      problems.add(node.at(), "this is no number of a row", "use columns and + - * /");
    }
    return Optional.empty();
  }

  private Optional<Typed> column(Node.Name name, Set<String> factors, boolean summed) {
    Optional<Fields.Field> found = fields.find(name, problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields.Field field = found.get();
    if (!field.isNumeric()) {
      problems.add(
          name.at(),
          field.name() + " is no number",
          "count it with distinct(" + field.name() + ")");
      return Optional.empty();
    }
    if (summed && !isSummable(name, field, factors)) {
      return Optional.empty();
    }
    return Optional.of(new Typed(new RowValue.ColumnValue(field.name()), field.dimension()));
  }

  private boolean isSummable(Node.Name name, Fields.Field field, Set<String> factors) {
    String column = field.name();
    Additivity additivity = field.additivity();
    if (additivity == Additivity.LEVEL) {
      problems.add(
          name.at(), column + " is a level and cannot be summed", "write last(" + column + ")");
    } else if (additivity == Additivity.DISTINCT) {
      problems.add(
          name.at(),
          column + " counts distinct people and cannot be summed",
          "write asCounted(" + column + ")");
    } else if (additivity == Additivity.WEIGHTED && !factors.contains(field.weight().orElse(""))) {
      String weight = field.weight().orElse("");
      problems.add(
          name.at(),
          column + " is an average and cannot be summed",
          "write weightedMean(" + column + ") or sum(" + column + " * " + weight + ")");
    } else {
      return true;
    }
    return false;
  }

  private Optional<Typed> arithmetic(Node.Binary binary, Set<String> factors, boolean summed) {
    Operator operator = OPERATORS.get(binary.operator());
    boolean times = operator == Operator.TIMES;
    Optional<Typed> left =
        read(binary.left(), times ? with(factors, binary.right()) : factors, summed);
    Optional<Typed> right =
        read(binary.right(), times ? with(factors, binary.left()) : factors, summed);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Dimension a = left.get().dimension();
    Dimension b = right.get().dimension();
    boolean constant =
        left.get().value() instanceof RowValue.Constant
            || right.get().value() instanceof RowValue.Constant;
    boolean added = operator == Operator.PLUS || operator == Operator.MINUS;
    if (added && !constant && !a.equals(b)) {
      problems.add(binary.at(), "adds " + a + " and " + b, "both sides need the same unit");
      return Optional.empty();
    }
    Dimension dimension =
        switch (operator) {
          case PLUS, MINUS -> left.get().value() instanceof RowValue.Constant ? b : a;
          case TIMES -> a.times(b);
          case DIVIDED_BY -> a.dividedBy(b);
        };
    return Optional.of(
        new Typed(
            new RowValue.Arithmetic(operator, left.get().value(), right.get().value()), dimension));
  }

  private static Set<String> with(Set<String> factors, Node other) {
    if (!(other instanceof Node.Name name)) {
      return factors;
    }
    Set<String> more = new HashSet<>(factors);
    more.add(name.name());
    return more;
  }
}
