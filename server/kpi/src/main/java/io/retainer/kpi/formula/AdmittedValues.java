package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Condition.Match;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a row's number or text a condition admits, as far as that is plain.
 *
 * @param of what is looked at: a column, or what is computed from some
 * @param isMissing whether it admits nothing but a missing value; all others want one
 * @param only what it admits; empty when these are no few
 * @param never what it leaves out
 * @param low where the numbers begin that it admits
 * @param high where they end
 * @param match what a text has to have
 */
record AdmittedValues(
    RowValue of,
    boolean isMissing,
    Optional<Set<Object>> only,
    Set<Object> never,
    Optional<End> low,
    Optional<End> high,
    Optional<Condition.Matches> match) {

  /** An end of an interval. */
  record End(BigDecimal at, boolean isWithin) {}

  /**
   * Empty when it is no condition of one thing, or of what nobody can tell.
   *
   * @param condition as {@link RowsInCommon} affirms it
   */
  static Optional<AdmittedValues> of(Condition condition) {
    if (condition instanceof Condition.Missing missing) {
      return Optional.of(missing(column(missing.column()), true));
    } else if (condition instanceof Condition.Compare compare) {
      return compared(column(compare.column()), compare.comparator(), compare.literal());
    } else if (condition instanceof Condition.CompareNumbers numbers
        && numbers.right() instanceof RowValue.Constant constant) {
      return compared(numbers.left(), numbers.comparator(), constant.value());
    } else if (condition instanceof Condition.OneOf oneOf && !oneOf.literals().isEmpty()) {
      return Optional.of(among(column(oneOf.column()), oneOf.literals()));
    } else if (condition instanceof Condition.Matches matches) {
      return Optional.of(
          new AdmittedValues(
              column(matches.column()),
              false,
              Optional.empty(),
              Set.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(matches)));
    }
    return condition instanceof Condition.Not not ? opposite(not.condition()) : Optional.empty();
  }

  /** A list without anything in it waits for the client. */
  private static Optional<AdmittedValues> opposite(Condition condition) {
    if (condition instanceof Condition.Missing missing) {
      return Optional.of(missing(column(missing.column()), false));
    }
    return condition instanceof Condition.OneOf oneOf && !oneOf.literals().isEmpty()
        ? Optional.of(without(column(oneOf.column()), oneOf.literals()))
        : Optional.empty();
  }

  private static Optional<AdmittedValues> compared(
      RowValue of, Comparator comparator, Object literal) {
    if (comparator == Comparator.EQUAL) {
      return Optional.of(among(of, List.of(literal)));
    } else if (comparator == Comparator.NOT_EQUAL) {
      return Optional.of(
          literal instanceof Boolean truth
              ? among(of, List.of(!truth))
              : without(of, List.of(literal)));
    }
    return literal instanceof BigDecimal number
        ? Optional.of(between(of, comparator, number))
        : Optional.empty();
  }

  private static RowValue column(String name) {
    return new RowValue.ColumnValue(name);
  }

  private static AdmittedValues missing(RowValue of, boolean isMissing) {
    return new AdmittedValues(
        of,
        isMissing,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AdmittedValues among(RowValue of, Collection<?> literals) {
    return new AdmittedValues(
        of,
        false,
        Optional.of(alike(literals)),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AdmittedValues without(RowValue of, Collection<?> literals) {
    return new AdmittedValues(
        of,
        false,
        Optional.empty(),
        alike(literals),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AdmittedValues between(RowValue of, Comparator comparator, BigDecimal number) {
    boolean isWithin = comparator == Comparator.AT_MOST || comparator == Comparator.AT_LEAST;
    boolean isLow = comparator == Comparator.GREATER || comparator == Comparator.AT_LEAST;
    Optional<End> end = Optional.of(new End(number, isWithin));
    return new AdmittedValues(
        of,
        false,
        Optional.empty(),
        Set.of(),
        isLow ? end : Optional.empty(),
        isLow ? Optional.empty() : end,
        Optional.empty());
  }

  private static Set<Object> alike(Collection<?> literals) {
    Set<Object> alike = new HashSet<>();
    literals.forEach(literal -> alike.add(alike(literal)));
    return alike;
  }

  /** What compares as equal is the same. */
  static Object alike(Object literal) {
    if (literal instanceof String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFC)
          .toUpperCase(Locale.ROOT)
          .toLowerCase(Locale.ROOT);
    }
    return literal instanceof BigDecimal number ? number.stripTrailingZeros() : literal;
  }

  /** Its column, where it is of one. */
  Optional<String> column() {
    return of instanceof RowValue.ColumnValue named
        ? Optional.of(named.column())
        : Optional.empty();
  }

  /** The values that it names, in the form of {@link #alike}. */
  Set<Object> named() {
    return only.orElse(never);
  }

  /**
   * Whether it has a value in common with each that it does not exclude. What a text contains says
   * nothing of what else it contains.
   */
  boolean isPlain() {
    return match.filter(wanted -> wanted.match() != Match.BEGINS_WITH).isEmpty();
  }

  /** Whether no value is admitted by both. */
  boolean excludes(AdmittedValues other) {
    if (!of.equals(other.of)) {
      return false;
    } else if (isMissing || other.isMissing) {
      return isMissing != other.isMissing;
    }
    boolean noneOfFew =
        only.filter(few -> few.stream().noneMatch(other::admits)).isPresent()
            || other.only.filter(few -> few.stream().noneMatch(this::admits)).isPresent();
    return noneOfFew || endsBefore(other) || other.endsBefore(this) || beginsElsewhere(other);
  }

  /** Of one value, in the form of {@link #alike}. */
  private boolean admits(Object value) {
    boolean isAmong = only.isEmpty() || only.get().contains(value);
    return isAmong
        && !never.contains(value)
        && low.filter(end -> !isAbove(end, value)).isEmpty()
        && high.filter(end -> !isBelow(end, value)).isEmpty()
        && match.filter(wanted -> !fits(wanted, value)).isEmpty();
  }

  private static boolean isAbove(End end, Object value) {
    int order = ((BigDecimal) value).compareTo(end.at);
    return order > 0 || order == 0 && end.isWithin;
  }

  private static boolean isBelow(End end, Object value) {
    int order = ((BigDecimal) value).compareTo(end.at);
    return order < 0 || order == 0 && end.isWithin;
  }

  private static boolean fits(Condition.Matches wanted, Object value) {
    String text = (String) value;
    String part = (String) alike(wanted.text());
    return switch (wanted.match()) {
      case CONTAINS -> text.contains(part);
      case BEGINS_WITH -> text.startsWith(part);
      case ENDS_WITH -> text.endsWith(part);
    };
  }

  private boolean endsBefore(AdmittedValues other) {
    if (high.isEmpty() || other.low.isEmpty()) {
      return false;
    }
    int order = high.get().at.compareTo(other.low.get().at);
    return order < 0 || order == 0 && !(high.get().isWithin && other.low.get().isWithin);
  }

  private boolean beginsElsewhere(AdmittedValues other) {
    if (match.isEmpty()
        || other.match.isEmpty()
        || match.get().match() != Match.BEGINS_WITH
        || other.match.get().match() != Match.BEGINS_WITH) {
      return false;
    }
    String one = (String) alike(match.get().text());
    String two = (String) alike(other.match.get().text());
    return !one.startsWith(two) && !two.startsWith(one);
  }
}
