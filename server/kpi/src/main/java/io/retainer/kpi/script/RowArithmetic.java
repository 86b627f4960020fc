package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.TimeConversion;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.Optional;

/**
 * Which arithmetic within a row means something.
 *
 * @param isAdded whether the results are added up over rows
 * @param isOfOneDay whether the results are added up over the rows of one day
 * @param isShown whether a number made of them is printed, with its unit
 */
record RowArithmetic(Fields fields, boolean isAdded, boolean isOfOneDay, boolean isShown) {

  /**
   * @param advice what to do instead
   */
  record Refusal(String message, String advice) {}

  /** Why two values of a row cannot be combined; empty when they can. */
  Optional<Refusal> refusal(
      Operator operator, RowValueReader.Typed left, RowValueReader.Typed right) {
    Optional<Refusal> converted = isShown ? converted(operator, left, right) : Optional.empty();
    if (converted.isPresent()) {
      return converted;
    }
    boolean ofKeys = fields.areOfKeys();
    return switch (operator) {
      case PLUS, MINUS -> refusedSum(operator, left, right, isAdded);
      case TIMES ->
          isAdded && isOfMarks(left.value()) && isOfMarks(right.value())
              ? Optional.of(
                  new Refusal(
                      "multiplies answers to questions, each on a scale of its own",
                      "ask for the mean of each, like avg(nps)"))
              : isAdded && !ofKeys && addsUp(left.value()) && addsUp(right.value())
                  ? Optional.of(
                      new Refusal(
                          "multiplies two amounts that add up",
                          "their product does not add up; sum one of them, or divide sums"))
                  : Optional.empty();
      case DIVIDED_BY ->
          isAdded && !ofKeys && !(right.value() instanceof RowValue.Constant)
              ? Optional.of(
                  new Refusal(
                      "adds up rates of single rows",
                      "an average of rates misleads; divide sums, like sum(a) / sum(b)"))
              : Optional.empty();
    };
  }

  private static Optional<Refusal> converted(
      Operator operator, RowValueReader.Typed left, RowValueReader.Typed right) {
    boolean isRight = right.value() instanceof RowValue.Constant;
    Dimension time = isRight ? left.dimension() : right.dimension();
    RowValue factor = isRight ? right.value() : left.value();
    return factor instanceof RowValue.Constant constant && (isRight || operator == Operator.TIMES)
        ? TimeConversion.problem(operator, time, constant.value())
            .map(problem -> new Refusal(problem, TimeConversion.advice(time)))
        : Optional.empty();
  }

  private Optional<Refusal> refusedSum(
      Operator operator, RowValueReader.Typed left, RowValueReader.Typed right, boolean isAdded) {
    Dimension a = left.dimension();
    Dimension b = right.dimension();
    boolean constant =
        left.value() instanceof RowValue.Constant || right.value() instanceof RowValue.Constant;
    boolean isRank = a.equals(Dimension.POSITION) || b.equals(Dimension.POSITION);
    String verb = operator == Operator.PLUS ? "adds " : "subtracts ";
    if (isAdded && isOfMarks(left.value()) && isOfMarks(right.value())) {
      return Optional.of(
          new Refusal(
              verb + "answers to several questions, each on a scale of its own",
              "ask for the mean of each, like avg(nps)"));
    }
    if (!a.equals(b) && !(constant && isRank)) {
      return Optional.of(new Refusal(verb + a + " and " + b, "both sides need the same unit"));
    }
    boolean isOfPlaces = operator == Operator.MINUS && b.equals(Dimension.POSITION);
    return constant && (isAdded || isOfOneDay && !isOfPlaces)
        ? Optional.of(
            new Refusal(
                verb + "the same number in every row, so that it counts once for each of them",
                a.equals(Dimension.MONEY)
                    ? "say how often it is paid: sum(total) - count() * handlingCost"
                    : "leave it out, or calculate with the sum"))
        : Optional.empty();
  }

  private boolean isOfMarks(RowValue value) {
    return !fields.areOfKeys() && NamedColumns.of(value).stream().anyMatch(fields::isMark);
  }

  private boolean addsUp(RowValue value) {
    if (value instanceof RowValue.IfMissing ifMissing) {
      return addsUp(ifMissing.value());
    } else if (value instanceof RowValue.Arithmetic arithmetic) {
      return addsUp(arithmetic.left()) || addsUp(arithmetic.right());
    }
    return value instanceof RowValue.ColumnValue column && fields.addsUp(column.column());
  }

  /** What is left from a position to a fixed one is a number of places, and no position. */
  static Dimension added(Operator operator, RowValueReader.Typed left, RowValueReader.Typed right) {
    if (!(left.value() instanceof RowValue.Constant)) {
      return left.dimension();
    }
    boolean places = operator == Operator.MINUS && right.dimension().equals(Dimension.POSITION);
    return places ? Dimension.NONE : right.dimension();
  }
}
