package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Relations;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

  private static final Map<Comparator, Comparator> OPPOSITE =
      Map.of(
          Comparator.EQUAL, Comparator.NOT_EQUAL,
          Comparator.NOT_EQUAL, Comparator.EQUAL,
          Comparator.LESS, Comparator.AT_LEAST,
          Comparator.AT_LEAST, Comparator.LESS,
          Comparator.GREATER, Comparator.AT_MOST,
          Comparator.AT_MOST, Comparator.GREATER);

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
                    history.columns().stream()
                        .filter(told -> told.tells() != History.Tells.NTH)
                        .map(History.Told::name)
                        .collect(Collectors.toSet()))
            .orElse(Set.of());
  }

  /** Of one row, which has one value of each column. */
  RowsInCommon() {
    relations = Relations.NONE;
    repeated = Set.of();
  }

  /** Whether no row meets both. */
  boolean areNone(Condition one, Condition other) {
    return are(one, other) == Are.NONE;
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
    Condition left = affirmed(one);
    Condition right = affirmed(other);
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
    Optional<AdmittedValues> values = AdmittedValues.of(left);
    Optional<AdmittedValues> admitted = AdmittedValues.of(right);
    if (values.isEmpty() || admitted.isEmpty()) {
      return Collections.disjoint(NamedColumns.of(left), NamedColumns.of(right))
          ? Are.SOME
          : Are.UNKNOWN;
    } else if (!values.get().of().equals(admitted.get().of())) {
      return Are.SOME;
    } else if (values.get().excludes(admitted.get())) {
      return isOfSteps(values.get()) || isOfSteps(admitted.get()) ? Are.UNKNOWN : Are.NONE;
    }
    return values.get().isPlain() && admitted.get().isPlain() ? Are.SOME : Are.UNKNOWN;
  }

  /** The same condition with every "not" beside a single column, where there is a way to say it. */
  private static Condition affirmed(Condition condition) {
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

  private static int length(Condition condition) {
    return condition instanceof Condition.OneOf some ? some.literals().size() : 1;
  }

  private boolean isOfSteps(AdmittedValues values) {
    return values
        .column()
        .filter(
            column ->
                repeated.contains(column)
                    || values.named().stream().anyMatch(value -> relations.isStep(column, value))
                    || relations.isStep(column, ""))
        .isPresent();
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
