package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads conditions over numbers that are computed from a row: {@code refunded > total * 0.5},
 * {@code weekday(ordered_at) in [6, 7]}.
 */
record NumberComparison(Fields fields, Problems problems) {

  private static final Map<RowValue.Part, Integer> FIRST =
      Map.of(RowValue.Part.WEEKDAY, 1, RowValue.Part.HOUR, 0);
  private static final Map<RowValue.Part, Integer> LAST =
      Map.of(RowValue.Part.WEEKDAY, 7, RowValue.Part.HOUR, 23);

  /** Whether this is more than a bare column or a fixed value. */
  static boolean isComputed(Node node) {
    return node instanceof Node.Binary binary
            && RowValueReader.OPERATORS.containsKey(binary.operator())
            && Numbers.literal(node).isEmpty()
        || node instanceof Node.Call call
            && call.target().isEmpty()
            && (MomentReader.knows(call.word()) || call.word().equals("ifMissing"));
  }

  /** Whether both are columns with numbers. */
  boolean areColumns(Node left, Node right) {
    return left instanceof Node.Name a
        && right instanceof Node.Name b
        && fields.isNumeric(a.name())
        && fields.isNumeric(b.name());
  }

  Optional<Condition> read(Node.Binary binary, Comparator comparator) {
    for (Node side : List.of(binary.left(), binary.right())) {
      if (side instanceof Node.Nothing) {
        problems.add(
            side.at(),
            "what is computed is compared with null",
            "ask for a column: refunded == null");
        return Optional.empty();
      }
    }
    Optional<RowValueReader.Typed> left = side(binary.left());
    Optional<RowValueReader.Typed> right = side(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Dimension a = left.get().dimension();
    Dimension b = right.get().dimension();
    boolean isFixed = isFixed(left.get()) || isFixed(right.get());
    if (!a.equals(b) && !isFixed) {
      problems.add(binary.at(), "compares " + a + " with " + b, "both sides need the same unit");
      return Optional.empty();
    }
    boolean occurs =
        occurs(left.get().value(), right.get().value(), binary.right())
            && occurs(right.get().value(), left.get().value(), binary.left());
    return occurs
        ? Optional.of(
            new Condition.CompareNumbers(left.get().value(), comparator, right.get().value()))
        : Optional.empty();
  }

  Optional<Condition> oneOf(Node.Call call, Node.Items items) {
    Optional<RowValueReader.Typed> value = side(call);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Condition> any = new ArrayList<>();
    for (Node item : items.nodes()) {
      Optional<BigDecimal> number = Numbers.literal(item);
      if (number.isEmpty()) {
        problems.add(item.at(), call.word() + "(…) is a number and this is none", "write [6, 7]");
        return Optional.empty();
      }
      RowValue constant = new RowValue.Constant(number.get());
      if (!occurs(value.get().value(), constant, item)) {
        return Optional.empty();
      }
      any.add(new Condition.CompareNumbers(value.get().value(), Comparator.EQUAL, constant));
    }
    return Optional.of(new Condition.AnyOf(any));
  }

  private Optional<RowValueReader.Typed> side(Node node) {
    return new RowValueReader(fields, problems).compared(node);
  }

  private static boolean isFixed(RowValueReader.Typed typed) {
    return typed.value() instanceof RowValue.Constant && typed.dimension().equals(Dimension.NONE);
  }

  private static Optional<RowValue.Part> part(RowValue value) {
    if (value instanceof RowValue.Weekday) {
      return Optional.of(RowValue.Part.WEEKDAY);
    }
    return value instanceof RowValue.OfMoment moment
        ? Optional.of(moment.part())
        : Optional.empty();
  }

  /** Other tools count from Sunday, or to 24. */
  private boolean occurs(RowValue value, RowValue other, Node at) {
    Optional<RowValue.Part> part = part(value);
    if (part.isEmpty() || !(other instanceof RowValue.Constant constant)) {
      return true;
    }
    int first = FIRST.get(part.get());
    int last = LAST.get(part.get());
    boolean isWithin =
        constant.value().compareTo(BigDecimal.valueOf(first)) >= 0
            && constant.value().compareTo(BigDecimal.valueOf(last)) <= 0;
    if (!isWithin) {
      problems.add(
          at.at(),
          ShownNumber.of(constant.value()) + " never occurs",
          part.get() == RowValue.Part.WEEKDAY
              ? "weekdays are 1 (Monday) to 7 (Sunday)"
              : "hours are 0 to 23");
    }
    return isWithin;
  }
}
