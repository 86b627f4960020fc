package io.retainer.kpi.formula;

import io.retainer.kpi.formula.RowsInCommon.Are;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one condition says of one column, or of one number that is computed from a row.
 *
 * @param subject the column's name, or the number
 * @param values those that are meant, or left out
 * @param low the smallest number that is meant, nothing where there is none
 * @param text what the value begins with
 */
record Claim(
    Object subject,
    Says says,
    Set<Object> values,
    Optional<Bound> low,
    Optional<Bound> high,
    String text) {

  private enum Says {
    IS_MISSING,
    IS_KNOWN,
    IS_ONE_OF,
    IS_NONE_OF,
    IS_BETWEEN,
    BEGINS_WITH
  }

  private record Bound(BigDecimal value, boolean isWithin) {}

  private static final Map<Comparator, Comparator> OPPOSITE =
      Map.of(
          Comparator.EQUAL, Comparator.NOT_EQUAL,
          Comparator.NOT_EQUAL, Comparator.EQUAL,
          Comparator.LESS, Comparator.AT_LEAST,
          Comparator.AT_LEAST, Comparator.LESS,
          Comparator.GREATER, Comparator.AT_MOST,
          Comparator.AT_MOST, Comparator.GREATER);

  /** The same condition with every "not" beside a single column, where there is a way to say it. */
  static Condition affirmed(Condition condition) {
    if (!(condition instanceof Condition.Not not)) {
      return condition;
    }
    Condition inner = not.condition();
    if (inner instanceof Condition.Not twice) {
      return affirmed(twice.condition());
    } else if (inner instanceof Condition.All all) {
      return new Condition.AnyOf(opposites(all.conditions()));
    } else if (inner instanceof Condition.AnyOf any) {
      return new Condition.All(opposites(any.conditions()));
    } else if (inner instanceof Condition.Compare one) {
      return new Condition.Compare(one.column(), OPPOSITE.get(one.comparator()), one.literal());
    } else if (inner instanceof Condition.CompareNumbers one) {
      return new Condition.CompareNumbers(one.left(), OPPOSITE.get(one.comparator()), one.right());
    }
    return condition;
  }

  private static List<Condition> opposites(List<Condition> conditions) {
    return conditions.stream().<Condition>map(Condition.Not::new).toList();
  }

  /** Empty where it says something else. */
  static Optional<Claim> of(Condition condition) {
    if (condition instanceof Condition.Missing missing) {
      return Optional.of(of(missing.column(), Says.IS_MISSING, Set.of()));
    } else if (condition instanceof Condition.Not not
        && not.condition() instanceof Condition.Missing missing) {
      return Optional.of(of(missing.column(), Says.IS_KNOWN, Set.of()));
    } else if (condition instanceof Condition.OneOf some) {
      return among(some, Says.IS_ONE_OF);
    } else if (condition instanceof Condition.Not not
        && not.condition() instanceof Condition.OneOf some) {
      return among(some, Says.IS_NONE_OF);
    } else if (condition instanceof Condition.Matches matches) {
      return matches.match() == Condition.Match.BEGINS_WITH
          ? Optional.of(
              new Claim(
                  matches.column(),
                  Says.BEGINS_WITH,
                  Set.of(),
                  Optional.empty(),
                  Optional.empty(),
                  matches.text().toLowerCase(Locale.ROOT)))
          : Optional.empty();
    } else if (condition instanceof Condition.Compare one) {
      return compared(one.column(), one.comparator(), one.literal());
    }
    return condition instanceof Condition.CompareNumbers numbers
            && numbers.right() instanceof RowValue.Constant constant
        ? compared(numbers.left(), numbers.comparator(), constant.value())
        : Optional.empty();
  }

  /** A list without anything in it waits for the client. */
  private static Optional<Claim> among(Condition.OneOf some, Says says) {
    Set<Object> values = new HashSet<>();
    some.literals().forEach(literal -> values.add(plain(literal)));
    return values.isEmpty() ? Optional.empty() : Optional.of(of(some.column(), says, values));
  }

  private static Optional<Claim> compared(Object subject, Comparator comparator, Object literal) {
    if (comparator == Comparator.EQUAL) {
      return Optional.of(of(subject, Says.IS_ONE_OF, Set.of(plain(literal))));
    } else if (comparator == Comparator.NOT_EQUAL) {
      return Optional.of(
          literal instanceof Boolean truth
              ? of(subject, Says.IS_ONE_OF, Set.of(!truth))
              : of(subject, Says.IS_NONE_OF, Set.of(plain(literal))));
    }
    if (!(literal instanceof BigDecimal number)) {
      return Optional.empty();
    }
    boolean isWithin = comparator == Comparator.AT_MOST || comparator == Comparator.AT_LEAST;
    Optional<Bound> bound = Optional.of(new Bound(number, isWithin));
    boolean isLow = comparator == Comparator.GREATER || comparator == Comparator.AT_LEAST;
    return Optional.of(
        new Claim(
            subject,
            Says.IS_BETWEEN,
            Set.of(),
            isLow ? bound : Optional.empty(),
            isLow ? Optional.empty() : bound,
            ""));
  }

  private static Claim of(Object subject, Says says, Set<Object> values) {
    return new Claim(subject, says, values, Optional.empty(), Optional.empty(), "");
  }

  private static Object plain(Object literal) {
    if (literal instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return literal instanceof String word ? word.toLowerCase(Locale.ROOT) : literal;
  }

  /** Whether rows of which this holds can be rows of which another claim holds. */
  Are with(Claim other) {
    boolean isMissing = says == Says.IS_MISSING;
    if (isMissing != (other.says == Says.IS_MISSING)) {
      return Are.NONE;
    } else if (says == Says.IS_ONE_OF) {
      return values.stream().anyMatch(other::admits) ? Are.SOME : Are.NONE;
    } else if (other.says == Says.IS_ONE_OF) {
      return other.with(this);
    } else if (says == Says.BEGINS_WITH && other.says == Says.BEGINS_WITH) {
      return text.startsWith(other.text) || other.text.startsWith(text) ? Are.SOME : Are.NONE;
    }
    return reaches(low, other.high) && reaches(other.low, high) ? Are.SOME : Are.NONE;
  }

  private boolean admits(Object value) {
    return switch (says) {
      case IS_MISSING -> false;
      case IS_KNOWN -> true;
      case IS_ONE_OF -> values.contains(value);
      case IS_NONE_OF -> !values.contains(value);
      case BEGINS_WITH -> value instanceof String word && word.startsWith(text);
      case IS_BETWEEN -> {
        Optional<Bound> point =
            value instanceof BigDecimal number
                ? Optional.of(new Bound(number, true))
                : Optional.empty();
        yield reaches(low, point) && reaches(point, high);
      }
    };
  }

  /** Whether there is something from the one bound up to the other. */
  private static boolean reaches(Optional<Bound> low, Optional<Bound> high) {
    if (low.isEmpty() || high.isEmpty()) {
      return true;
    }
    int order = low.get().value.compareTo(high.get().value);
    return order < 0 || order == 0 && low.get().isWithin && high.get().isWithin;
  }
}
