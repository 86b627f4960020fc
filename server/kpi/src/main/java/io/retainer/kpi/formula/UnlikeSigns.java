package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.spi.Relations;
import java.util.List;

/**
 * Columns with signs that make no number of anything: what was lost added to what was gained, or
 * comments taken off likes, of which they are no part.
 */
final class UnlikeSigns {

  private UnlikeSigns() {}

  /**
   * @throws Refused when a column is added that is to be taken off, or the other way round
   */
  static void check(List<Summand> sum) throws Refused {
    List<Summand> columns = sum.stream().filter(one -> one.column().isPresent()).toList();
    for (Summand one : columns) {
      for (Summand other : columns) {
        if (one != other && one.isOfRowsOf(other)) {
          check(one, other);
        }
      }
    }
  }

  private static void check(Summand one, Summand other) throws Refused {
    Relations relations = one.rows().dataset().relations();
    String first = one.column().get();
    String second = other.column().get();
    boolean areOpposed = relations.areOpposed(first, second);
    if (areOpposed && one.isAdded() == other.isAdded()) {
      String came = relations.opposed().containsKey(first) ? first : second;
      String went = came.equals(first) ? second : first;
      throw new Refused(
          "%s %s and %s, so that what came and what went count alike"
              .formatted(one.isAdded() ? "adds" : "takes off", came, went),
          "what is left of the two is sum(%s) - sum(%s); or show them side by side"
              .formatted(came, went));
    }
    if (!areOpposed && one.isAdded() && !other.isAdded() && relations.areApart(first, second)) {
      throw new Refused(
          "takes %s off %s, which has none of it".formatted(second, first),
          "show the two side by side, or divide one by the other");
    }
  }
}
