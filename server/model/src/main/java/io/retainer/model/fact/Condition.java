package io.retainer.model.fact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows count. Literals are {@link String}, {@link Boolean} or {@link java.math.BigDecimal}; a
 * comparison with a missing value is false, and so is its opposite.
 */
public sealed interface Condition {

  /** A column compared with a literal. Text compares without regard to case. */
  record Compare(String column, Comparator comparator, Object literal) implements Condition {}

  /** Two numbers of a row compared. */
  record CompareNumbers(RowValue left, Comparator comparator, RowValue right)
      implements Condition {}

  /** A column among literals. Text compares without regard to case. */
  record OneOf(String column, List<Object> literals) implements Condition {
    public OneOf {
      literals = List.copyOf(literals);
    }
  }

  /**
   * Exactly one of these values, by letter and case, as a group has it: a missing one is the empty
   * text. It can always be decided.
   */
  record Exactly(String column, List<String> texts) implements Condition {
    public Exactly {
      texts = List.copyOf(texts);
    }
  }

  /** A text column that contains, begins or ends with a text, without regard to case. */
  record Matches(String column, Match match, String text) implements Condition {}

  /** A column without a value. Of one that is kept back nobody can tell. */
  record Missing(String column) implements Condition {}

  /** All of them. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one of them. */
  record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** The opposite, for rows where the inner condition could be decided. */
  record Not(Condition condition) implements Condition {}

  /** The conditions that must all hold, however they are bracketed. */
  static Set<Condition> conjuncts(Optional<Condition> condition) {
    if (condition.isPresent() && condition.get() instanceof All all) {
      Set<Condition> several = new LinkedHashSet<>();
      all.conditions().forEach(each -> several.addAll(conjuncts(Optional.of(each))));
      return several;
    }
    return condition.map(Set::of).orElse(Set.of());
  }

  /** How a value is compared. */
  enum Comparator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST
  }

  /** How a text is found. */
  enum Match {
    CONTAINS,
    BEGINS_WITH,
    ENDS_WITH
  }
}
