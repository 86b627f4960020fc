package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Relations;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether rows under some conditions can be among the rows under others, as far as they tell. */
final class RowsInCommon {

  /** What is known of it. */
  enum Are {
    NONE,
    SOME,
    UNKNOWN
  }

  /** What is longer than anybody would write is not known. */
  private static final int MOST_COMPARISONS = 20_000;

  private final Relations relations;
  private final Set<String> repeated;
  private int comparisons;

  /**
   * @param rows which values of theirs are steps, and which columns tell of other rows of a key:
   *     who is in rows of one may be in rows of another
   */
  RowsInCommon(RowSet rows) {
    relations = rows.perKey().isPresent() ? Relations.NONE : rows.dataset().relations();
    repeated =
        rows.history()
            .map(
                history ->
                    history.columns().stream().map(History.Told::name).collect(Collectors.toSet()))
            .orElse(Set.of());
  }

  Are under(Collection<Condition> some, Collection<Condition> others) {
    return are(new Condition.All(List.copyOf(some)), new Condition.All(List.copyOf(others)));
  }

  /** The columns that tell them apart, in the words of a message. */
  Set<String> columnsApart(Collection<Condition> some, Collection<Condition> others) {
    Set<String> columns = new TreeSet<>();
    for (Condition one : some) {
      for (Condition other : others) {
        if (are(one, other) == Are.NONE) {
          columns.addAll(NamedColumns.of(one));
        }
      }
    }
    return columns;
  }

  private Are are(Condition one, Condition other) {
    comparisons += length(one) + length(other);
    if (comparisons > MOST_COMPARISONS) {
      return Are.UNKNOWN;
    }
    Condition left = Claim.affirmed(one);
    Condition right = Claim.affirmed(other);
    if (left instanceof Condition.All all && right instanceof Condition.All others) {
      Are there = ofAll(all.conditions(), right);
      return there == Are.NONE ? Are.NONE : both(there, ofAll(others.conditions(), left));
    } else if (left instanceof Condition.AnyOf any) {
      return ofAny(any.conditions(), right);
    } else if (right instanceof Condition.AnyOf any) {
      return ofAny(any.conditions(), left);
    } else if (left instanceof Condition.All all) {
      return isOneOfSeveral(right)
          ? ofAny(singly((Condition.OneOf) right), left)
          : ofAll(all.conditions(), right);
    } else if (right instanceof Condition.All) {
      return are(right, left);
    }
    Optional<Claim> claim = Claim.of(left);
    Optional<Claim> another = Claim.of(right);
    if (claim.isEmpty() || another.isEmpty()) {
      return Collections.disjoint(NamedColumns.of(left), NamedColumns.of(right))
          ? Are.SOME
          : Are.UNKNOWN;
    } else if (!claim.get().subject().equals(another.get().subject())) {
      return Are.SOME;
    }
    Are found = claim.get().with(another.get());
    return found == Are.NONE && (isOfSteps(claim.get()) || isOfSteps(another.get()))
        ? Are.UNKNOWN
        : found;
  }

  private static int length(Condition condition) {
    return condition instanceof Condition.OneOf some ? some.literals().size() : 1;
  }

  private boolean isOfSteps(Claim claim) {
    return claim.subject() instanceof String column
        && (repeated.contains(column)
            || claim.values().stream().anyMatch(value -> relations.isStep(column, value))
            || relations.isStep(column, ""));
  }

  private static Are both(Are one, Are other) {
    if (one == Are.NONE || other == Are.NONE) {
      return Are.NONE;
    }
    return one == Are.UNKNOWN ? Are.UNKNOWN : other;
  }

  /** What leaves out one value and another leaves out both only when they are asked one by one. */
  private static boolean isOneOfSeveral(Condition condition) {
    return condition instanceof Condition.OneOf some && some.literals().size() > 1;
  }

  private static List<Condition> singly(Condition.OneOf some) {
    return some.literals().stream()
        .<Condition>map(one -> new Condition.OneOf(some.column(), List.of(one)))
        .toList();
  }

  private Are ofAll(List<Condition> all, Condition other) {
    Are found = Are.SOME;
    for (Condition each : all) {
      found = both(found, are(each, other));
      if (found == Are.NONE) {
        return Are.NONE;
      }
    }
    return found;
  }

  private Are ofAny(List<Condition> any, Condition other) {
    Are found = any.isEmpty() ? Are.UNKNOWN : Are.NONE;
    for (Condition each : any) {
      Are one = are(each, other);
      if (one == Are.SOME) {
        return Are.SOME;
      }
      found = one == Are.UNKNOWN ? Are.UNKNOWN : found;
    }
    return found;
  }
}
