package io.retainer.kpi.rows;

import io.retainer.model.fact.Condition;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides conditions for one row. An empty answer means it cannot be decided: a value is missing.
 */
final class RowConditions {

  private RowConditions() {}

  static boolean holds(Optional<Condition> condition, Row row) {
    return condition.isEmpty() || holds(condition.get(), row);
  }

  static boolean holds(Condition condition, Row row) {
    return decide(condition, row).orElse(false);
  }

  static boolean isUndecided(Optional<Condition> condition, Row row) {
    return condition.isPresent() && decide(condition.get(), row).isEmpty();
  }

  private static Optional<Boolean> decide(Condition condition, Row row) {
    if (condition instanceof Condition.Compare compare) {
      return row.value(compare.column())
          .map(value -> compare(value, compare.comparator(), compare.literal()));
    } else if (condition instanceof Condition.CompareNumbers numbers) {
      return RowNumbers.of(numbers.left(), row)
          .flatMap(
              left ->
                  RowNumbers.of(numbers.right(), row)
                      .map(right -> holds(left.compareTo(right), numbers.comparator())));
    } else if (condition instanceof Condition.OneOf oneOf) {
      return row.value(oneOf.column())
          .map(
              value ->
                  oneOf.literals().stream()
                      .anyMatch(l -> compare(value, Condition.Comparator.EQUAL, l)));
    } else if (condition instanceof Condition.Exactly exactly) {
      return Optional.of(exactly.texts().contains(row.text(exactly.column())));
    } else if (condition instanceof Condition.Matches matches) {
      return row.value(matches.column()).map(value -> matches(folded(value), matches));
    } else if (condition instanceof Condition.Missing missing) {
      return row.isSuppressed(missing.column())
          ? Optional.empty()
          : Optional.of(row.value(missing.column()).isEmpty());
    } else if (condition instanceof Condition.Not not) {
      return decide(not.condition(), row).map(holds -> !holds);
    } else if (condition instanceof Condition.All all) {
      return all(all, row);
    }
    return anyOf((Condition.AnyOf) condition, row);
  }

  private static Optional<Boolean> all(Condition.All all, Row row) {
    var answers = all.conditions().stream().map(c -> decide(c, row)).toList();
    if (answers.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  private static Optional<Boolean> anyOf(Condition.AnyOf any, Row row) {
    var answers = any.conditions().stream().map(c -> decide(c, row)).toList();
    if (answers.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }

  private static boolean compare(Object value, Condition.Comparator comparator, Object literal) {
    int order =
        literal instanceof BigDecimal number
            ? new BigDecimal(value.toString()).compareTo(number)
            : folded(value).compareTo(folded(literal));
    return holds(order, comparator);
  }

  private static boolean holds(int order, Condition.Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private static boolean matches(String value, Condition.Matches matches) {
    String text = folded(matches.text());
    return switch (matches.match()) {
      case CONTAINS -> value.contains(text);
      case BEGINS_WITH -> value.startsWith(text);
      case ENDS_WITH -> value.endsWith(text);
    };
  }

  private static String folded(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }
}
