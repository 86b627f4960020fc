package io.retainer.kpi.script;

import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.DifferenceOfRates;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.KeysOfPast;
import io.retainer.kpi.formula.OneRowOfKey;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is no share of what it is divided by, and so no percentage. */
final class NoShare {

  private NoShare() {}

  /** Why a quotient is no part of a whole, if it is none. */
  static Optional<String> problem(Fraction share) {
    return ofOpen(share)
        .or(() -> upsideDown(share))
        .or(() -> ofPast(share))
        .or(() -> ofOtherDays(share))
        .or(() -> ofOtherTotal(share))
        .or(() -> apart(share))
        .or(() -> ofRates(share));
  }

  /** What is open at the end of a period began in it or long before. */
  private static Optional<String> ofOpen(Fraction share) {
    Optional<Aggregation.OpenAtEnd> part = open(share.numerator());
    Optional<Aggregation.OpenAtEnd> whole = open(share.denominator());
    return part.isPresent() == whole.isPresent()
        ? Optional.empty()
        : part.or(() -> whole)
            .map(
                open ->
                    "the unit is percent, and what is open at the end of the period may have begun long before it, so that the value may be over 100 %%: a share is openAtEnd(%1$s).where(a) / openAtEnd(%1$s), and so many of one for each of the other are a ratio"
                        .formatted(open.ended()));
  }

  private static Optional<Aggregation.OpenAtEnd> open(Formula formula) {
    List<Aggregation.OpenAtEnd> found = new ArrayList<>();
    formula.eachLeaf(
        leaf -> {
          if (leaf instanceof Formula.Aggregate aggregate
              && aggregate.aggregation() instanceof Aggregation.OpenAtEnd open) {
            found.add(open);
          }
        });
    return found.stream().findFirst();
  }

  /** Deals that were won in the period are no part of those that began in it. */
  private static Optional<String> ofOtherDays(Fraction share) {
    boolean isOfOthers =
        share.numerator() instanceof Formula.Aggregate part
            && share.denominator() instanceof Formula.Aggregate whole
            && part.rows().dataset().equals(whole.rows().dataset())
            && !part.rows().dated().equals(whole.rows().dated());
    return isOfOthers
        ? Optional.of(
            "the unit is percent, and rows are counted by one date above the line and by another"
                + " below it, so that the value may be over 100 %: write the same 'dated' for both,"
                + " or declare how many there are for each, a ratio")
        : Optional.empty();
  }

  /** A group's share of all groups is one of the same number, or of one that has it in it. */
  private static Optional<String> ofOtherTotal(Fraction share) {
    if (!(share.numerator() instanceof Formula.Aggregate part)
        || !(share.denominator() instanceof Formula.OfTotal all)) {
      return Optional.empty();
    }
    Optional<String> own = summed(part.aggregation());
    Optional<String> other = summed(all.aggregation());
    boolean isOfOther =
        own.isPresent()
            && other.isPresent()
            && !own.equals(other)
            && !part.rows().dataset().relations().isPartOf(own.get(), other.get());
    return isOfOther
        ? Optional.of(
            "the unit is percent, and %1$s are no part of the total of %2$s: a group's share is sum(%1$s) / total(sum(%1$s)), and so many of one for each of the other are a ratio"
                .formatted(own.get(), other.get()))
        : Optional.empty();
  }

  private static Optional<String> summed(Aggregation aggregation) {
    return aggregation instanceof Aggregation.Sum sum
            && sum.value() instanceof RowValue.ColumnValue column
        ? Optional.of(column.column())
        : Optional.empty();
  }

  private static Optional<String> ofPast(Fraction share) {
    return KeysOfPast.problem(share.numerator(), share.denominator())
        .map(why -> "the unit is percent, and " + why);
  }

  /** Rates over one whole are divided as their parts are; a change of a rate is one of it. */
  private static Optional<String> ofRates(Fraction share) {
    Optional<Fraction> above = Fraction.of(share.numerator());
    Optional<Fraction> below = Fraction.of(share.denominator());
    boolean isOfRates =
        above.isPresent()
            && below.isPresent()
            && !above.get().denominator().equals(below.get().denominator())
            && DifferenceOfRates.in(share.numerator()).isEmpty()
            && !isOfMoney(share.numerator())
            && !isOfMoney(share.denominator());
    return isOfRates
        ? Optional.of(
            "the unit is percent, and the value is a rate by a rate of another whole, which is no"
                + " part of it: how many times as large it is, is a ratio, and how much larger, a"
                + " change like (a - b) / b")
        : Optional.empty();
  }

  private static boolean isOfMoney(Formula rate) {
    boolean[] found = {false};
    rate.eachLeaf(
        leaf -> {
          RowSet rows = Formula.rows(leaf);
          found[0] |=
              rows.perKey().isPresent()
                  || leaf instanceof Formula.Aggregate aggregate
                      && NamedColumns.ofValues(aggregate.aggregation()).stream()
                          .flatMap(column -> rows.dataset().find(column).stream())
                          .anyMatch(column -> column.unit() == Unit.MONEY);
        });
    return found[0];
  }

  private static Optional<String> upsideDown(Fraction share) {
    Optional<String> manyForOne = manyForOne(share);
    if (manyForOne.isPresent()) {
      return manyForOne;
    }
    Optional<String> over = column(share.numerator());
    if (over.isPresent() && isCountOfThings(share.denominator()) && areOfOne(share)) {
      return Optional.of(
          "the unit is percent, and %1$s are no part of the rows that are counted: one may have several; a number of %1$s for each is a ratio"
              .formatted(over.get()));
    }
    return Optional.empty();
  }

  private static boolean areOfOne(Fraction share) {
    return Formula.rows(share.numerator())
        .dataset()
        .equals(Formula.rows(share.denominator()).dataset());
  }

  /** Rows, or other things, of which a key may have several. */
  private static Optional<String> manyForOne(Fraction share) {
    if (!(share.denominator() instanceof Formula.Aggregate whole)
        || !(whole.aggregation() instanceof Aggregation.Distinct keys)
        || !(share.numerator() instanceof Formula.Aggregate part)
        || !part.rows().dataset().equals(whole.rows().dataset())
        || OneRowOfKey.isPartOf(part, whole)) {
      return Optional.empty();
    }
    boolean isOfOthers =
        isCountOfThings(part)
            || part.aggregation() instanceof Aggregation.Sum
            || part.aggregation() instanceof Aggregation.Distinct other
                && !other.column().equals(keys.column());
    return isOfOthers
        ? Optional.of(
            "the unit is percent, and one %s may have several of what is divided by them: a number"
                    .formatted(keys.column())
                + " for each is a ratio")
        : Optional.empty();
  }

  /** Not of keys, whose results may be one or none. */
  private static boolean isCountOfThings(Formula formula) {
    return formula instanceof Formula.Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.Count
        && aggregate.rows().perKey().isEmpty();
  }

  private static Optional<String> column(Formula formula) {
    if (formula instanceof Formula.AsCounted counted) {
      return Optional.of(counted.column());
    }
    if (!(formula instanceof Formula.Aggregate aggregate)) {
      return Optional.empty();
    }
    return aggregate.aggregation() instanceof Aggregation.Level level
        ? Optional.of(level.column())
        : summed(aggregate.aggregation());
  }

  /** A part of all devices has no share of those of one. */
  private static Optional<String> apart(Fraction share) {
    if (!(share.numerator() instanceof Formula.Aggregate part)
        || !(share.denominator() instanceof Formula.Aggregate whole)
        || !part.rows().equals(whole.rows())) {
      return Optional.empty();
    }
    Set<String> narrowed = new TreeSet<>();
    Condition.conjuncts(whole.aggregation().where()).stream()
        .filter(NoShare::isNarrowing)
        .forEach(each -> narrowed.addAll(NamedColumns.of(each)));
    narrowed.removeAll(Columns.of(part.aggregation()));
    return narrowed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the unit is percent, and the whole is narrowed by "
                + String.join(", ", narrowed)
                + " where the part is not: the part may have what the whole has not; write what"
                + " narrows the whole after both, like count().where(a && b) / count().where(b)");
  }

  /** What asks only whether there is a value leaves out rows of which the part knows nothing. */
  private static boolean isNarrowing(Condition condition) {
    return !(condition instanceof Condition.Not not
        && not.condition() instanceof Condition.Missing);
  }
}
