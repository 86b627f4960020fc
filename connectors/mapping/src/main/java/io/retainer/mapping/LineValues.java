package io.retainer.mapping;

import io.retainer.spi.Suppressed;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the expressions of a mapping on one line. Each number is read once. */
final class LineValues {

  private static final BigDecimal UNREAD = new BigDecimal("-1").scaleByPowerOfTen(-50);

  private final Map<String, BigDecimal> numbers = new HashMap<>();
  private final Map<String, Suppressed> keptBack = new HashMap<>();
  private Fields fields;

  LineValues(Set<String> counted) {
    counted.forEach(name -> numbers.put(name, UNREAD));
  }

  void turnTo(Fields next) {
    fields = next;
    numbers.replaceAll((name, value) -> UNREAD);
    keptBack.clear();
  }

  /** Without a number on one side nothing is true. */
  boolean isTrue(Expression condition) {
    if (condition instanceof Expression.And and) {
      return isTrue(and.left()) && isTrue(and.right());
    }
    if (condition instanceof Expression.Or or) {
      return isTrue(or.left()) || isTrue(or.right());
    }
    if (condition instanceof Expression.Not not) {
      return !isTrue(not.of());
    }
    if (condition instanceof Expression.IsEmpty isEmpty) {
      return text(isEmpty.left()) == null;
    }
    if (condition instanceof Expression.Same same) {
      return java.util.Objects.equals(text(same.left()), text(same.right()));
    }
    if (condition instanceof Expression.OneOf oneOf) {
      return oneOf.words().contains(text(oneOf.left()));
    }
    if (condition instanceof Expression.TextTest test) {
      return isTrue(test);
    }
    return condition instanceof Expression.Comparison comparison && isTrue(comparison);
  }

  private boolean isTrue(Expression.TextTest test) {
    String text = text(test.left());
    if (text == null) {
      return false;
    }
    return switch (test.test()) {
      case "starts" -> text.startsWith(test.text());
      case "ends" -> text.endsWith(test.text());
      default -> text.contains(test.text());
    };
  }

  private boolean isTrue(Expression.Comparison comparison) {
    boolean texts =
        comparison.left() instanceof Expression.Word
            || comparison.right() instanceof Expression.Word;
    int order;
    if (texts) {
      String left = text(comparison.left());
      String right = text(comparison.right());
      order = (left == null ? "" : left).compareTo(right == null ? "" : right);
    } else {
      BigDecimal left = number(comparison.left());
      BigDecimal right = number(comparison.right());
      if (left == null || right == null) {
        return false;
      }
      order = left.compareTo(right);
    }
    return switch (comparison.sign()) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  String text(Expression value) {
    if (value instanceof Expression.Word word) {
      return word.text();
    }
    return value instanceof Expression.ColumnName column ? fields.text(column.name()) : null;
  }

  /** Null when a number is missing: nothing comes of a calculation with it. */
  BigDecimal number(Expression value) {
    if (value instanceof Expression.Figure figure) {
      return figure.value();
    }
    if (value instanceof Expression.ColumnName column) {
      return number(column.name());
    }
    if (value instanceof Expression.Arithmetic arithmetic) {
      BigDecimal left = number(arithmetic.left());
      BigDecimal right = number(arithmetic.right());
      if (left == null || right == null) {
        return null;
      }
      return switch (arithmetic.sign()) {
        case '+' -> left.add(right);
        case '-' -> left.subtract(right);
        default -> left.multiply(right);
      };
    }
    return null;
  }

  /** A number of the expression that the source keeps back: nothing else comes of it. */
  Optional<Suppressed> keptBack(Expression value) {
    if (value instanceof Expression.ColumnName column) {
      return Optional.ofNullable(keptBack.get(column.name()));
    }
    return value instanceof Expression.Arithmetic arithmetic
        ? keptBack(arithmetic.left()).or(() -> keptBack(arithmetic.right()))
        : Optional.empty();
  }

  private BigDecimal number(String name) {
    BigDecimal known = numbers.get(name);
    if (known == UNREAD) {
      Object read = fields.measured(cells -> cells.decimal(name));
      if (read instanceof Suppressed suppressed) {
        keptBack.put(name, suppressed);
      }
      known = read instanceof BigDecimal number ? number : null;
      numbers.put(name, known);
    }
    return known;
  }
}
