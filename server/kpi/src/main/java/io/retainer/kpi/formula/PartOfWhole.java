package io.retainer.kpi.formula;

import io.retainer.kpi.formula.RowsInCommon.Are;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Column;
import io.retainer.spi.Relations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what stands above the line of a percentage can be a part of what stands below it. What is
 * known of it is what conditions say, and what a dataset says of its columns; of what nothing is
 * known, nothing is said.
 */
public final class PartOfWhole {

  private final List<Summand> above;
  private final List<Summand> below;
  private final boolean isTakenOff;
  private final Map<RowSet, RowsInCommon> common = new HashMap<>();

  /** More of them than anybody would write are not compared. */
  private static final int MOST_PAIRS = 400;

  private PartOfWhole(List<Summand> above, List<Summand> below, boolean isTakenOff) {
    this.above = above;
    this.below = below;
    this.isTakenOff = isTakenOff;
  }

  /** Why it is no part, and what to write, in the words that follow "the unit is percent, and". */
  public static Optional<String> problem(Share share) {
    if (isMoreThanAll(share)) {
      return Optional.of(
          "all that is left below the line is counted above it, and more, so that the value is 100 % or"
              + " more: turn the two round, or declare how many there are for each, a ratio");
    }
    Optional<List<Summand>> above = Summand.in(share.part());
    Optional<List<Summand>> below = Summand.in(share.whole());
    boolean isOfParts =
        above.isPresent()
            && below.isPresent()
            && above.get().size() * below.get().size() <= MOST_PAIRS
            && above.get().stream().allMatch(Summand::isAdded)
            && below.get().stream().allMatch(Summand::isAdded);
    return isOfParts
        ? new PartOfWhole(above.get(), below.get(), share.isTakenOff()).problem()
        : Optional.empty();
  }

  /** Revenue by what is left of it: without the part, the whole has nothing that is added. */
  private static boolean isMoreThanAll(Share share) {
    boolean isTakenFrom =
        Terms.of(share.whole()).stream().anyMatch(term -> term.factor().signum() < 0);
    List<Terms.Term> rest =
        Terms.of(new Formula.Combined(Operator.MINUS, share.whole(), share.part()));
    return isTakenFrom
        && !rest.isEmpty()
        && rest.stream().allMatch(term -> term.factor().signum() < 0 && term.over().isEmpty());
  }

  private Optional<String> problem() {
    return otherEnd()
        .or(this::wholeAbove)
        .or(this::columnApart)
        .or(this::rowsApart)
        .or(this::repeated)
        .or(this::overlapping);
  }

  /** Of a level: what is there at the end was not all there at the beginning. */
  private Optional<String> otherEnd() {
    if (isTakenOff || above.size() != 1 || below.size() != 1) {
      return Optional.empty();
    }
    Summand part = above.get(0);
    Summand whole = below.get(0);
    boolean isOfOneLevel =
        part.measure().isOfEnd()
            && whole.measure().isOfEnd()
            && !part.measure().equals(whole.measure())
            && part.measure().what().equals(whole.measure().what())
            && part.isOfRowsOf(whole);
    return isOfOneLevel
        ? Optional.of(
            "a level at one end of the period is no part of that at the other: what was gained is"
                + " (last(%1$s) - first(%1$s)) / first(%1$s), and how many times as large it became"
                    .formatted(part.measure().what())
                + " is a ratio")
        : Optional.empty();
  }

  private Optional<String> wholeAbove() {
    for (Summand part : above) {
      boolean holdsAll =
          below.stream()
              .allMatch(
                  whole ->
                      whole.isLike(part)
                          && Twice.isWithin(whole.conditions(), part.conditions())
                          && !Twice.isWithin(part.conditions(), whole.conditions()));
      if (holdsAll) {
        return Optional.of(
            "all that is counted below the line is counted above it, so that the value is 100 % or"
                + " more: turn the two round, or declare how many there are for each, a ratio");
      }
      if (below.size() == 1 && isColumnHeld(part, below.get(0))) {
        Summand whole = below.get(0);
        return Optional.of(
            "the column %s is a part of %s, so that the value is 100 %% or more: a share is %s, and so much of one for each of the other a ratio"
                .formatted(
                    whole.column().get(),
                    part.column().get(),
                    quotient(part, whole.column().get(), part.column().get())));
      }
    }
    return Optional.empty();
  }

  private static boolean isColumnHeld(Summand part, Summand whole) {
    return isOfColumnsOf(part, whole)
        && relations(part).isPartOf(whole.column().get(), part.column().get())
        && Twice.isWithin(whole.conditions(), part.conditions());
  }

  private Optional<String> columnApart() {
    for (Summand part : above) {
      boolean isApart =
          below.stream()
              .allMatch(
                  whole ->
                      isOfColumnsOf(part, whole)
                          && relations(part).areApart(part.column().get(), whole.column().get()));
      if (isApart) {
        String column = part.column().get();
        return Optional.of(
            "the column %s is no part of %s: ".formatted(column, below.get(0).column().get())
                + relations(part)
                    .wholeOf(column)
                    .map(whole -> "its share is " + quotient(part, column, whole) + ", and ")
                    .orElse("the value may be over 100 %, and ")
                + "so much of one for each of the other is a ratio");
      }
    }
    return Optional.empty();
  }

  private Optional<String> rowsApart() {
    for (Summand part : above) {
      boolean isApart =
          part.isOfRows()
              && below.stream()
                  .allMatch(
                      whole ->
                          whole.measure().equals(part.measure())
                              && isOfThings(part, whole)
                              && areApart(part, whole));
      if (isApart) {
        Set<String> by =
            new RowsInCommon(part.rows())
                .columnsApart(part.conditions(), below.get(0).conditions());
        return Optional.of(
            "no row that is counted above the line is counted below it"
                + (by.isEmpty() ? "" : ", by " + String.join(", ", by))
                + ", so that the value may be over 100 %: a share is of all rows, like"
                + " count().where(a) / count(), or of both, like count().where(a) / count().where(a"
                + " || b), and so many of one for each of the other are a ratio");
      }
    }
    return Optional.empty();
  }

  private boolean areApart(Summand part, Summand whole) {
    return common
            .computeIfAbsent(part.rows(), RowsInCommon::new)
            .under(part.conditions(), whole.conditions())
        == Are.NONE;
  }

  /** Rows of one dataset on whatever days, and keys of one inner grouping. */
  private static boolean isOfThings(Summand part, Summand whole) {
    return part.rows().dataset().equals(whole.rows().dataset())
        && (part.rows().perKey().isEmpty() && whole.rows().perKey().isEmpty()
            || part.rows().equals(whole.rows()));
  }

  /** Of everybody who did it, counted again each time, those who did something else are no part. */
  private Optional<String> repeated() {
    if (below.size() != 1) {
      return Optional.empty();
    }
    Summand whole = below.get(0);
    for (Summand part : above) {
      if (!isOfColumnsOf(part, whole)) {
        continue;
      }
      Relations relations = relations(whole);
      String again = whole.column().get();
      String column = part.column().get();
      boolean isOther =
          relations.repeats().containsKey(again)
              && !relations.repeats().containsKey(column)
              && !relations.isPartOf(column, again);
      if (isOther) {
        return Optional.of(
            "the column %s counts everybody again each time, and %s is no part of it: divide by sum(%s), or declare how many there are for each, a ratio"
                .formatted(again, column, relations.repeats().get(again)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> overlapping() {
    for (int i = 0; i < above.size(); i++) {
      for (Summand other : above.subList(i + 1, above.size())) {
        Summand one = above.get(i);
        boolean mayOverlap =
            isOfColumnsOf(one, other)
                && relations(one).mayOverlap(one.column().get(), other.column().get());
        if (mayOverlap) {
          return Optional.of(
              "who is in %1$s may be in %2$s as well and counts twice above the line: make each a KPI of its own, or declare how many there are of both for each, a ratio"
                  .formatted(one.column().get(), other.column().get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Of two columns, each as it may be asked for. */
  private static String quotient(Summand of, String part, String whole) {
    return asked(of.rows().dataset().column(part))
        + " / "
        + asked(of.rows().dataset().column(whole));
  }

  private static String asked(Column column) {
    String word =
        switch (column.additivity()) {
          case LEVEL -> "last";
          case DISTINCT -> "asCounted";
          default -> "sum";
        };
    return word + "(" + column.name() + ")";
  }

  private static boolean isOfColumnsOf(Summand one, Summand other) {
    return one.column().isPresent()
        && other.column().isPresent()
        && one.rows().dataset().equals(other.rows().dataset());
  }

  private static Relations relations(Summand of) {
    return of.rows().dataset().relations();
  }
}
