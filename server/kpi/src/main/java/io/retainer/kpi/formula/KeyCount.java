package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number of keys: which of them, and in how many days.
 *
 * @param days empty where it does not look at so many days
 */
record KeyCount(
    RowSet rows, Aggregation aggregation, Which which, String key, Optional<Integer> days) {

  /** Which keys are counted. */
  enum Which {
    OF_PERIOD,
    EXISTING,
    RETAINED,
    ACTIVE,
    LOST,
    MATURED
  }

  /** Of which keys the others are a part, each of them one of the whole. */
  private static final Map<Which, Set<Which>> PARTS = new EnumMap<>(Which.class);

  static {
    PARTS.put(Which.OF_PERIOD, EnumSet.of(Which.OF_PERIOD, Which.RETAINED));
    PARTS.put(Which.EXISTING, EnumSet.of(Which.EXISTING, Which.RETAINED, Which.ACTIVE));
    PARTS.put(Which.RETAINED, EnumSet.of(Which.RETAINED));
    PARTS.put(Which.ACTIVE, EnumSet.of(Which.ACTIVE, Which.LOST));
    PARTS.put(Which.LOST, EnumSet.of(Which.LOST));
    PARTS.put(Which.MATURED, EnumSet.of(Which.MATURED));
  }

  static Optional<KeyCount> of(Formula leaf) {
    if (!(leaf instanceof Aggregate aggregate)) {
      return Optional.empty();
    }
    Aggregation aggregation = aggregate.aggregation();
    Which which = null;
    Integer days = null;
    if (aggregation instanceof Aggregation.Distinct) {
      which = Which.OF_PERIOD;
    } else if (aggregation instanceof Aggregation.ExistingKeys) {
      which = Which.EXISTING;
    } else if (aggregation instanceof Aggregation.RetainedKeys) {
      which = Which.RETAINED;
    } else if (aggregation instanceof Aggregation.ActiveKeys keys) {
      which = Which.ACTIVE;
      days = keys.days();
    } else if (aggregation instanceof Aggregation.LostKeys keys) {
      which = Which.LOST;
      days = keys.days();
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      which = Which.MATURED;
      days = keys.days();
    }
    Optional<String> key = LooksBack.anyKey(aggregation);
    return which == null
        ? Optional.empty()
        : Optional.of(
            new KeyCount(
                aggregate.rows(),
                aggregation,
                which,
                key.orElseThrow(),
                Optional.ofNullable(days)));
  }

  /** All of a formula, from left to right. */
  static List<KeyCount> in(Formula formula) {
    List<KeyCount> found = new ArrayList<>();
    formula.eachOfNoRate(leaf -> of(leaf).ifPresent(found::add));
    return found;
  }

  boolean looksBack() {
    return which != Which.OF_PERIOD;
  }

  /** Whether both count keys of one kind in the same number of days. */
  boolean isKindOf(KeyCount whole) {
    return rows.equals(whole.rows)
        && key.equals(whole.key)
        && PARTS.get(whole.which).contains(which)
        && (days.isEmpty() || whole.days.isEmpty() || days.equals(whole.days));
  }

  /** Whether every key that it counts is in the whole too, as far as conditions are told. */
  boolean isPartOf(KeyCount whole) {
    return isKindOf(whole)
        && Condition.conjuncts(aggregation.where())
            .containsAll(Condition.conjuncts(whole.aggregation.where()));
  }
}
