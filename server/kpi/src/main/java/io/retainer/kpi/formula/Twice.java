package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Compare;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rows that stand on both sides of a plus: all that one of them counts, the other counts too. */
final class Twice {

  private Twice() {}

  static boolean isIn(Formula left, Formula right) {
    return share(summands(left), summands(right));
  }

  /** Whether what is subtracted was subtracted already. */
  static boolean isTakenOff(Formula left, Formula right) {
    return share(takenOff(left), summands(right));
  }

  private static List<Aggregate> takenOff(Formula formula) {
    List<Aggregate> found = new ArrayList<>();
    if (formula instanceof Combined sum
        && (sum.operator() == Operator.PLUS || sum.operator() == Operator.MINUS)) {
      found.addAll(takenOff(sum.left()));
      found.addAll(
          sum.operator() == Operator.MINUS ? summands(sum.right()) : takenOff(sum.right()));
    }
    return found;
  }

  private static boolean share(List<Aggregate> left, List<Aggregate> right) {
    return left.stream()
        .anyMatch(
            one ->
                right.stream()
                    .anyMatch(
                        other ->
                            areAlike(one, other)
                                && (isWithin(one, other) || isWithin(other, one))));
  }

  private static List<Aggregate> summands(Formula formula) {
    List<Aggregate> found = new ArrayList<>();
    if (formula instanceof Aggregate aggregate) {
      found.add(aggregate);
    } else if (formula instanceof Combined sum && sum.operator() == Operator.PLUS) {
      found.addAll(summands(sum.left()));
      found.addAll(summands(sum.right()));
    } else if (formula instanceof Combined rest && rest.operator() == Operator.MINUS) {
      found.addAll(summands(rest.left()));
    }
    return found;
  }

  /** Whether both are the same number of rows of one dataset, their conditions aside. */
  private static boolean areAlike(Aggregate one, Aggregate other) {
    return bare(one.rows()).equals(bare(other.rows()))
        && added(one.aggregation()).isPresent()
        && added(one.aggregation()).equals(added(other.aggregation()));
  }

  private static RowSet bare(RowSet rows) {
    return new RowSet(
        rows.dataset(), Optional.empty(), rows.perKey(), rows.dated(), rows.history());
  }

  private static Optional<Object> added(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Count) {
      return Optional.of("rows");
    } else if (aggregation instanceof Aggregation.CountOnLastDay) {
      return Optional.of("rows of the last day");
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      return Optional.of(List.of(sum.value()));
    } else if (aggregation instanceof Aggregation.Level level) {
      return Optional.of(List.of(level.column(), level.first()));
    } else if (aggregation instanceof Aggregation.OpenAtEnd open) {
      return Optional.of(List.of(open.ended(), open.value()));
    }
    return aggregation instanceof Aggregation.Sum sum ? Optional.of(sum.value()) : Optional.empty();
  }

  private static boolean isWithin(Aggregate part, Aggregate whole) {
    return isWithin(conditions(part), conditions(whole));
  }

  /** Whether every row under some conditions is under those of a whole too, as far as they tell. */
  static boolean isWithin(Set<Condition> part, Set<Condition> whole) {
    return whole.stream()
        .allMatch(demanded -> part.stream().anyMatch(known -> implies(known, demanded)));
  }

  private static Set<Condition> conditions(Aggregate aggregate) {
    Set<Condition> all = new HashSet<>(Condition.conjuncts(aggregate.rows().where()));
    all.addAll(Condition.conjuncts(aggregate.aggregation().where()));
    return all;
  }

  private static boolean implies(Condition known, Condition demanded) {
    if (known.equals(demanded)) {
      return true;
    }
    if (demanded instanceof Condition.AnyOf any) {
      return any.conditions().stream().anyMatch(one -> implies(known, one));
    }
    if (known instanceof Condition.AnyOf any && !any.conditions().isEmpty()) {
      return any.conditions().stream().allMatch(one -> implies(one, demanded));
    }
    if (demanded instanceof Condition.Not not
        && not.condition() instanceof Condition.Missing missing) {
      return demandsValue(known, missing.column());
    }
    if (demanded instanceof Condition.OneOf many) {
      return known instanceof Compare one
              && one.column().equals(many.column())
              && one.comparator() == Condition.Comparator.EQUAL
              && many.literals().contains(one.literal())
          || known instanceof Condition.OneOf few
              && few.column().equals(many.column())
              && !few.literals().isEmpty()
              && new HashSet<>(many.literals()).containsAll(few.literals());
    }
    if (demanded instanceof Compare other
        && other.comparator() == Condition.Comparator.NOT_EQUAL
        && known instanceof Compare one
        && one.comparator() == Condition.Comparator.EQUAL) {
      return one.column().equals(other.column())
          && !one.literal().toString().equalsIgnoreCase(other.literal().toString());
    }
    return known instanceof Compare one
        && demanded instanceof Compare other
        && one.column().equals(other.column())
        && one.literal() instanceof BigDecimal narrow
        && other.literal() instanceof BigDecimal wide
        && isWithin(one.comparator(), narrow.compareTo(wide), other.comparator());
  }

  /** A comparison with a missing value is false, and so is its opposite. */
  private static boolean demandsValue(Condition known, String column) {
    Condition compared = known instanceof Condition.Not not ? not.condition() : known;
    return compared instanceof Compare one && one.column().equals(column)
        || compared instanceof Condition.CompareNumbers numbers
            && Stream.concat(Columns.bare(numbers.left()), Columns.bare(numbers.right()))
                .anyMatch(column::equals)
        || compared instanceof Condition.OneOf some && some.column().equals(column)
        || compared instanceof Condition.Matches text && text.column().equals(column);
  }

  /**
   * @param order of the first bound to the second
   */
  private static boolean isWithin(Condition.Comparator one, int order, Condition.Comparator other) {
    return switch (other) {
      case AT_MOST ->
          order <= 0
              && (one == Condition.Comparator.AT_MOST
                  || one == Condition.Comparator.LESS
                  || one == Condition.Comparator.EQUAL);
      case LESS ->
          order <= 0 && one == Condition.Comparator.LESS
              || order < 0
                  && (one == Condition.Comparator.AT_MOST || one == Condition.Comparator.EQUAL);
      case AT_LEAST ->
          order >= 0
              && (one == Condition.Comparator.AT_LEAST
                  || one == Condition.Comparator.GREATER
                  || one == Condition.Comparator.EQUAL);
      case GREATER ->
          order >= 0 && one == Condition.Comparator.GREATER
              || order > 0
                  && (one == Condition.Comparator.AT_LEAST || one == Condition.Comparator.EQUAL);
      default -> false;
    };
  }
}
