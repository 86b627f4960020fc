package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
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

  /** Nobody looks at fewer places than these. */
  private static final BigDecimal FIRST_PAGE = BigDecimal.TEN;

  private final Fields fields;
  private final Problems problems;

  RowValueReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** What becomes of the values of rows. */
  private enum Use {
    SUMMED,
    SUMMED_ON_ONE_DAY,
    AVERAGED,
    RANKED,
    EXTREME,
    COMPARED
  }

  /** A row's value and what it measures. */
  record Typed(RowValue value, Dimension dimension) {}

  /** A value that may be added up over rows. */
  Optional<Typed> summable(Node node) {
    return read(node, Set.of(), Use.SUMMED);
  }

  /** A value that is added up over the rows of one day, where levels are no danger. */
  Optional<Typed> onOneDay(Node node) {
    return read(node, Set.of(), Use.SUMMED_ON_ONE_DAY);
  }

  /** A value that is averaged over rows that are things. */
  Optional<Typed> averaged(Node node) {
    return read(node, Set.of(), Use.AVERAGED);
  }

  /** Whether it is a rate of each row. */
  static boolean isQuotient(RowValue value) {
    if (value instanceof RowValue.IfMissing ifMissing) {
      return isQuotient(ifMissing.value()) || isQuotient(ifMissing.otherwise());
    }
    return value instanceof RowValue.Arithmetic arithmetic
        && (arithmetic.operator() == Operator.DIVIDED_BY
                && !(arithmetic.right() instanceof RowValue.Constant)
            || isQuotient(arithmetic.left())
            || isQuotient(arithmetic.right()));
  }

  /** A value that is ranked, but not added. */
  Optional<Typed> ranked(Node node) {
    return read(node, Set.of(), Use.RANKED);
  }

  /** A value of which the smallest or the largest is looked for, however often it is there. */
  Optional<Typed> extreme(Node node) {
    return read(node, Set.of(), Use.EXTREME);
  }

  /** A value that decides whether a row counts. */
  Optional<Typed> compared(Node node) {
    return read(node, Set.of(), Use.COMPARED);
  }

  /**
   * @param factors columns that multiply this part, so that an average beside its weight is fine
   */
  private Optional<Typed> read(Node node, Set<String> factors, Use use) {
    if (node instanceof Node.Quantity quantity) {
      return Optional.of(
          new Typed(new RowValue.Constant(quantity.value()), Dimension.of(quantity.unit())));
    }
    Optional<BigDecimal> literal = Numbers.literal(node);
    if (literal.isPresent()) {
      return Optional.of(new Typed(new RowValue.Constant(literal.get()), Dimension.NONE));
    }
    if (node instanceof Node.Name name) {
      return column(name, factors, use);
    }
    if (node instanceof Node.Binary binary && OPERATORS.containsKey(binary.operator())) {
      return arithmetic(binary, factors, use);
    }
    if (node instanceof Node.Call call) {
      return called(call, factors, use);
    } else if (node instanceof Node.Text text) {
      UnitWords.text(text, fields, problems);
    } else {
      problems.add(node.at(), "this is no number of a row", "use columns and + - * /");
    }
    return Optional.empty();
  }

  private Optional<Typed> called(Node.Call call, Set<String> factors, Use use) {
    if (call.target().isEmpty() && MomentReader.knows(call.word())) {
      return new MomentReader(fields, problems).read(call, use == Use.COMPARED);
    }
    if (call.target().isEmpty() && call.word().equals("ifMissing")) {
      return ifMissing(call, factors, use);
    }
    if (call.target().isEmpty()
        && (ForeignWords.report(call, problems) || UnitWords.report(call, problems))) {
      return Optional.empty();
    }
    if (call.word().equals("where")) {
      problems.add(
          call.at(),
          "'where' inside an aggregation",
          "write it after the closing bracket: sum("
              + (call.target().orElse(null) instanceof Node.Name column ? column.name() : "total")
              + ").where(…)");
      return Optional.empty();
    }
    problems.add(
        call.at(),
        "'" + call.word() + "' inside an aggregation",
        "use columns, + - * / and " + String.join(", ", Vocabulary.ROW_VALUES.keySet()) + " here");
    return Optional.empty();
  }

  private Optional<Typed> ifMissing(Node.Call call, Set<String> factors, Use use) {
    if (call.arguments().size() != 2 || !call.named().isEmpty()) {
      problems.add(call.at(), "'ifMissing' without two values", "write ifMissing(position, 101)");
      return Optional.empty();
    }
    Optional<Typed> value = read(call.arguments().get(0), factors, use);
    Optional<Typed> otherwise = read(call.arguments().get(1), factors, use);
    if (value.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    boolean isSame = value.get().dimension().equals(otherwise.get().dimension());
    boolean isPlain =
        otherwise.get().value() instanceof RowValue.Constant
            && otherwise.get().dimension().equals(Dimension.NONE);
    if (!isSame && !isPlain) {
      problems.add(
          call.at(),
          "puts " + otherwise.get().dimension() + " in the place of " + value.get().dimension(),
          "both need the same unit");
      return Optional.empty();
    }
    boolean isFirst =
        value.get().dimension().equals(Dimension.POSITION)
            && otherwise.get().value() instanceof RowValue.Constant place
            && place.value().compareTo(FIRST_PAGE) <= 0;
    if (isFirst) {
      problems.add(
          call.arguments().get(1).at(),
          "puts what was not found on the first page, among those that were found",
          "write a place behind all that are looked at: ifMissing(position, 101)");
      return Optional.empty();
    }
    Optional<RowArithmetic.Refusal> madeUp =
        new MadeUp(fields, use == Use.COMPARED).refusal(value.get(), otherwise.get().value());
    if (madeUp.isPresent()) {
      problems.add(call.at(), madeUp.get().message(), madeUp.get().advice());
      return Optional.empty();
    }
    return Optional.of(
        new Typed(
            new RowValue.IfMissing(value.get().value(), otherwise.get().value()),
            value.get().dimension()));
  }

  private Optional<Typed> column(Node.Name name, Set<String> factors, Use use) {
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
    if (use == Use.RANKED && fields.isRepeated(field.name())) {
      new SummableColumns(fields, problems).repeated(name);
      return Optional.empty();
    }
    boolean fits =
        switch (use) {
          case RANKED, EXTREME, COMPARED -> true;
          case SUMMED -> false;
          case SUMMED_ON_ONE_DAY -> field.additivity() == Additivity.LEVEL;
          case AVERAGED -> field.additivity() == Additivity.MARK && !field.isMiddle();
        };
    if (!fits && !new SummableColumns(fields, problems).check(name, field, factors)) {
      return Optional.empty();
    }
    return Optional.of(new Typed(new RowValue.ColumnValue(field.name()), field.dimension()));
  }

  private Optional<Typed> arithmetic(Node.Binary binary, Set<String> factors, Use use) {
    Operator operator = OPERATORS.get(binary.operator());
    if (operator == Operator.MINUS && areDates(binary)) {
      String from = ((Node.Name) binary.right()).name();
      String to = ((Node.Name) binary.left()).name();
      problems.add(
          binary.at(),
          "subtracts two dates",
          "write days(%s, %s), or hours or minutes".formatted(from, to));
      return Optional.empty();
    }
    boolean times = operator == Operator.TIMES;
    Optional<Typed> left =
        read(binary.left(), times ? with(factors, binary.right()) : factors, use);
    Optional<Typed> right =
        read(binary.right(), times ? with(factors, binary.left()) : factors, use);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Dimension a = left.get().dimension();
    Dimension b = right.get().dimension();
    Optional<RowArithmetic.Refusal> refusal =
        new RowArithmetic(
                fields,
                use == Use.SUMMED || use == Use.AVERAGED,
                use == Use.SUMMED_ON_ONE_DAY,
                use != Use.COMPARED)
            .refusal(operator, left.get(), right.get());
    if (refusal.isPresent()) {
      boolean isMean =
          use == Use.AVERAGED
              && operator == Operator.DIVIDED_BY
              && !(right.get().value() instanceof RowValue.Constant);
      problems.add(
          binary.at(),
          refusal.get().message(),
          refusal.get().advice() + (isMean ? fields.key().map(this::meanOfRates).orElse("") : ""));
      return Optional.empty();
    }
    Dimension dimension =
        switch (operator) {
          case PLUS, MINUS -> RowArithmetic.added(operator, left.get(), right.get());
          case TIMES -> a.times(b);
          case DIVIDED_BY -> a.dividedBy(b);
        };
    return Optional.of(
        new Typed(
            new RowValue.Arithmetic(operator, left.get().value(), right.get().value()), dimension));
  }

  /** The way that a mean of rates has, when it is meant. */
  private String meanOfRates(String key) {
    return "; where a mean of them is meant, say so with per("
        + key
        + ") { a = sum(…); b = sum(…) }, then avg(a / b), in a KPI whose id has "
        + MeanOf.ending(key);
  }

  private boolean areDates(Node.Binary binary) {
    return binary.left() instanceof Node.Name left
        && binary.right() instanceof Node.Name right
        && fields.isDate(left.name())
        && fields.isDate(right.name());
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
