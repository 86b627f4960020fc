package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.spi.Relations;
import java.util.List;
import java.util.Optional;

/**
 * Columns that are added and are numbers of unlike things, such as sessions and page views, or may
 * count the same thing twice: who opened and who clicked, a sale as the shop tells it and as a
 * platform claims it.
 */
final class UnlikeThings {

  private UnlikeThings() {}

  /**
   * @throws Refused when two numbers that are added are no sum
   */
  static void check(List<Summand> sum) throws Refused {
    checkRows(sum);
    List<Summand> columns =
        sum.stream().filter(one -> one.isAdded() && one.column().isPresent()).toList();
    for (int i = 0; i < columns.size(); i++) {
      for (Summand other : columns.subList(i + 1, columns.size())) {
        check(columns.get(i), other);
      }
    }
  }

  /** Orders, and the items that are in them. */
  private static void checkRows(List<Summand> sum) throws Refused {
    for (Summand rows : sum) {
      for (Summand of : sum) {
        boolean isOfThem =
            rows.isAdded()
                && of.isAdded()
                && rows.measure().equals(Summand.ROWS)
                && of.column().isPresent()
                && rows.isOfRowsOf(of)
                && rows.rows().perKey().isEmpty();
        if (isOfThem) {
          throw new Refused(
              "adds a number of rows of %s and %s, which is in them"
                  .formatted(of.rows().dataset().name(), of.column().get()),
              "they are different things; show the two side by side, or divide one by the other");
        }
      }
    }
  }

  private static void check(Summand one, Summand other) throws Refused {
    String first = one.column().get();
    String second = other.column().get();
    boolean isOfOne = one.rows().dataset().equals(other.rows().dataset());
    Optional<String> thing = thing(one);
    Optional<String> another = thing(other);
    if (isOfOne && relations(one).mayOverlap(first, second)) {
      throw new Refused(
          "adds %s and %s, which may count the same thing".formatted(first, second),
          "take one of them, or show the two side by side");
    } else if (thing.isEmpty() || another.isEmpty()) {
      return;
    } else if (!thing.equals(another)) {
      throw new Refused(
          "adds %s and %s, which are no number of one thing".formatted(thing.get(), another.get()),
          "show the two side by side, or divide one by the other");
    } else if (!isOfOne && thing.get().equals(Relations.SALES)) {
      throw new Refused(
          "adds sales as %s has them to sales as %s has them, and the same sale may be in both"
              .formatted(one.rows().dataset().name(), other.rows().dataset().name()),
          "take those of the shop alone, or show the two side by side");
    }
  }

  private static Optional<String> thing(Summand of) {
    return Optional.ofNullable(relations(of).things().get(of.column().get()));
  }

  private static Relations relations(Summand of) {
    return of.rows().dataset().relations();
  }
}
