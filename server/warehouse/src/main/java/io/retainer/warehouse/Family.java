package io.retainer.warehouse;

import io.retainer.model.fact.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The queries of a shared scan that are answered from the same groups: those that group by all of
 * its dimensions, and those that group by some of them or none, whose groups are made of these.
 *
 * <p>Their conditions become bits of a mask to group by, instead of a {@code case} in every sum:
 * the scan adds each column once, however many measures narrow it, and which sums count for which
 * measure is decided in memory.
 */
record Family(List<String> by, List<Asked> asked, List<Condition> bits) {

  private static final int BITS = 60;

  /**
   * All queries, each in one family.
   *
   * @param isJoined whether a family takes the queries in that group by fewer dimensions
   */
  static List<Family> all(List<Asked> asked, Set<Condition> ofAll, boolean isJoined) {
    Map<List<String>, List<Asked>> alike = new LinkedHashMap<>();
    asked.stream()
        .sorted(Comparator.comparing(each -> -each.query().by().size()))
        .forEach(
            each -> {
              List<String> by = each.query().by();
              List<String> home =
                  alike.keySet().stream()
                      .filter(wide -> isJoined ? wide.containsAll(by) : wide.equals(by))
                      .findFirst()
                      .orElse(by);
              alike.computeIfAbsent(home, any -> new ArrayList<>()).add(each);
            });
    return alike.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), ofAll))
        .toList();
  }

  private static Family of(List<String> by, List<Asked> asked, Set<Condition> ofAll) {
    Set<Condition> bits = new LinkedHashSet<>();
    for (Asked each : asked) {
      bits.addAll(Condition.conjuncts(each.query().where()));
      each.query()
          .measures()
          .forEach(m -> bits.addAll(Condition.conjuncts(m.aggregation().where())));
    }
    bits.removeAll(ofAll);
    return new Family(by, asked, List.copyOf(bits));
  }

  /** Whether some of its queries group by fewer dimensions than it has. */
  boolean isJoined() {
    return asked.stream().anyMatch(each -> each.query().by().size() < by.size());
  }

  /** The bits, as many as a whole number has, for each mask. */
  List<List<Condition>> masks() {
    List<List<Condition>> masks = new ArrayList<>();
    for (int i = 0; i < bits.size(); i += BITS) {
      masks.add(bits.subList(i, Math.min(bits.size(), i + BITS)));
    }
    return masks;
  }

  /** The masks of a row for which all of the conditions hold; what is no bit holds for all. */
  long[] demanded(Set<Condition> conditions) {
    long[] masks = new long[(bits.size() + BITS - 1) / BITS];
    for (Condition condition : conditions) {
      int bit = bits.indexOf(condition);
      if (bit >= 0) {
        masks[bit / BITS] |= 1L << bit % BITS;
      }
    }
    return masks;
  }

  /** Those of its queries that group by a dimension. */
  Family by(String dimension) {
    return new Family(
        by, asked.stream().filter(each -> each.query().by().contains(dimension)).toList(), bits);
  }

  Set<Long> series() {
    Set<Long> series = new TreeSet<>();
    asked.stream()
        .flatMap(each -> each.periods().stream())
        .flatMap(period -> period.chosen().stream())
        .forEach(choice -> series.add(choice.series().id()));
    return series;
  }

  /** The pieces of the timeline that any of its periods is made of. */
  Set<Integer> pieces(Timeline timeline) {
    Set<Integer> pieces = new TreeSet<>();
    for (Asked each : asked) {
      for (PeriodCoverage period : each.periods()) {
        if (!period.chosen().isEmpty()) {
          for (int i = timeline.firstPiece(period.period());
              i <= timeline.lastPiece(period.period());
              i++) {
            pieces.add(i);
          }
        }
      }
    }
    return pieces;
  }
}
