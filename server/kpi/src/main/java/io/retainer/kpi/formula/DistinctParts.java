package io.retainer.kpi.formula;

import java.util.List;

/** Whether the things of one count are all among those of another. */
final class DistinctParts {

  private DistinctParts() {}

  /** Whether it is plain that they are not: the first number of the whole does not hold them. */
  static boolean isNoPart(Formula part, Formula whole) {
    List<KeyCount> wholes = KeyCount.in(whole);
    return !wholes.isEmpty()
        && KeyCount.in(part).stream().anyMatch(keys -> !keys.isPartOf(wholes.get(0)));
  }
}
