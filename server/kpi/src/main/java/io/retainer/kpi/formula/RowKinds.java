package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which kinds of rows some conditions leave, as far as they say anything of the column that tells
 * the kinds apart. What they say of other columns may be met or not.
 */
final class RowKinds {

  /** What is known of a condition and a row of one kind. */
  private enum Met {
    YES,
    NO,
    /** It compares with a missing value, and so does its opposite. */
    NEVER,
    PERHAPS
  }

  private final String column;
  private final Condition all;

  RowKinds(String column, Collection<Condition> all) {
    this.column = column;
    this.all = new Condition.All(List.copyOf(all));
  }

  /** Those of a list that may be left. */
  List<String> among(List<String> kinds) {
    return kinds.stream().filter(kind -> isLeft(Optional.of(kind))).toList();
  }

  /** Whether rows may be left of which the kind is not known. */
  boolean mayBeUnknown() {
    return isLeft(Optional.empty());
  }

  private boolean isLeft(Optional<String> kind) {
    Met met = met(all, kind);
    return met == Met.YES || met == Met.PERHAPS;
  }

  private Met met(Condition condition, Optional<String> kind) {
    if (condition instanceof Condition.All every) {
      return joined(every.conditions(), kind, List.of(Met.NO, Met.NEVER, Met.PERHAPS), Met.YES);
    } else if (condition instanceof Condition.AnyOf any) {
      return joined(any.conditions(), kind, List.of(Met.YES, Met.PERHAPS, Met.NEVER), Met.NO);
    } else if (condition instanceof Condition.Not not) {
      return opposite(met(not.condition(), kind));
    } else if (condition instanceof Condition.Missing missing && missing.column().equals(column)) {
      return kind.isEmpty() ? Met.YES : Met.NO;
    } else if (condition instanceof Condition.Compare one && one.column().equals(column)) {
      return compared(one, kind);
    } else if (condition instanceof Condition.OneOf some && some.column().equals(column)) {
      return ofText(
          kind, text -> some.literals().stream().anyMatch(one -> isEqual(text, one.toString())));
    } else if (condition instanceof Condition.Exactly some && some.column().equals(column)) {
      return some.texts().contains(kind.orElse("")) ? Met.YES : Met.NO;
    }
    return condition instanceof Condition.Matches some && some.column().equals(column)
        ? ofText(kind, text -> isFound(some, text))
        : Met.PERHAPS;
  }

  /**
   * @param stronger what decides, the strongest first
   */
  private Met joined(
      List<Condition> conditions, Optional<String> kind, List<Met> stronger, Met otherwise) {
    List<Met> each = conditions.stream().map(one -> met(one, kind)).toList();
    return stronger.stream().filter(each::contains).findFirst().orElse(otherwise);
  }

  private static Met opposite(Met met) {
    return switch (met) {
      case YES -> Met.NO;
      case NO -> Met.YES;
      case NEVER, PERHAPS -> met;
    };
  }

  private static Met compared(Condition.Compare one, Optional<String> kind) {
    Met equal = ofText(kind, text -> isEqual(text, one.literal().toString()));
    return switch (one.comparator()) {
      case EQUAL -> equal;
      case NOT_EQUAL -> opposite(equal);
      case LESS, AT_MOST, GREATER, AT_LEAST -> Met.PERHAPS;
    };
  }

  private static Met ofText(Optional<String> kind, Predicate<String> condition) {
    return kind.map(text -> condition.test(text) ? Met.YES : Met.NO).orElse(Met.NEVER);
  }

  private static boolean isEqual(String text, String other) {
    return text.equalsIgnoreCase(other);
  }

  private static boolean isFound(Condition.Matches some, String kind) {
    String text = kind.toLowerCase(Locale.ROOT);
    String part = some.text().toLowerCase(Locale.ROOT);
    return switch (some.match()) {
      case CONTAINS -> text.contains(part);
      case BEGINS_WITH -> text.startsWith(part);
      case ENDS_WITH -> text.endsWith(part);
    };
  }

  /**
   * Whether a condition names kinds that are meant, and does not only say which are not: {@code
   * status == 'placed'}, and not {@code status != 'cancelled'}.
   */
  static boolean areNamed(String column, Condition condition) {
    return areNamed(column, condition, false);
  }

  private static boolean areNamed(String column, Condition condition, boolean isOpposite) {
    if (condition instanceof Condition.Not not) {
      return areNamed(column, not.condition(), !isOpposite);
    } else if (condition instanceof Condition.All every) {
      return isOpposite
          ? every.conditions().stream().allMatch(one -> areNamed(column, one, true))
          : every.conditions().stream().anyMatch(one -> areNamed(column, one, false));
    } else if (condition instanceof Condition.AnyOf any) {
      return isOpposite
          ? any.conditions().stream().anyMatch(one -> areNamed(column, one, true))
          : any.conditions().stream().allMatch(one -> areNamed(column, one, false));
    } else if (condition instanceof Condition.Compare one && one.column().equals(column)) {
      return one.comparator() == (isOpposite ? Comparator.NOT_EQUAL : Comparator.EQUAL);
    }
    return !isOpposite
        && (condition instanceof Condition.OneOf some && some.column().equals(column)
            || condition instanceof Condition.Exactly exact && exact.column().equals(column)
            || condition instanceof Condition.Matches match && match.column().equals(column)
            || condition instanceof Condition.Missing missing && missing.column().equals(column));
  }
}
