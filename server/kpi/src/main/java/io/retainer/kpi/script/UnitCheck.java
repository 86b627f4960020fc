package io.retainer.kpi.script;

import io.retainer.kpi.formula.Amounts;
import io.retainer.kpi.formula.DifferenceOfRates;
import io.retainer.kpi.formula.DifferenceOfShares;
import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.KnownShare;
import io.retainer.kpi.formula.LargerStatistic;
import io.retainer.kpi.formula.MeanByStatistic;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.PartOfWhole;
import io.retainer.kpi.formula.RowSet;
import io.retainer.kpi.formula.ScaledAnswers;
import io.retainer.kpi.formula.ScaledLevels;
import io.retainer.kpi.formula.Share;
import io.retainer.kpi.formula.Stays;
import io.retainer.kpi.formula.TwoDays;
import io.retainer.kpi.formula.TwoTimes;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a declared unit is the one that the formula has. */
final class UnitCheck {

  private static final String IS_PERCENT = "the unit is percent";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private UnitCheck() {}

  /** Whether a hundred stands at the top of it, as a factor or as what a rate is taken from. */
  private static boolean isHundredfold(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return constant.value().compareTo(BigDecimal.valueOf(100)) == 0;
    }
    return formula instanceof Formula.Combined combined
        && (isHundredfold(combined.left())
            || combined.operator() != RowValue.Operator.DIVIDED_BY
                && isHundredfold(combined.right()));
  }

  /** Whether a share of everything comes to a hundred, wherever the factor stands. */
  private static boolean isOfHundred(Meaning meaning) {
    return factor(meaning.formula()).abs().compareTo(BigDecimal.valueOf(100)) == 0
        || isHundredfold(meaning.formula());
  }

  /** Requests for each hundred orders are no percentage, and nobody would take them for one. */
  private static boolean isOfUnlikeThings(Formula formula) {
    return Fraction.of(formula)
        .filter(of -> Collections.disjoint(datasets(of.numerator()), datasets(of.denominator())))
        .isPresent();
  }

  private static Set<String> datasets(Formula formula) {
    Set<String> datasets = new HashSet<>();
    formula.eachLeaf(leaf -> datasets.add(Formula.rows(leaf).dataset().name()));
    return datasets;
  }

  /** Two levels added and halved, such as the followers of a month. */
  private static boolean isMean(Formula.Combined whole, BigDecimal factor) {
    int parts = Math.max(summands(whole.left()), summands(whole.right()));
    return parts > 1
        && (whole.left() instanceof Formula.Constant || whole.right() instanceof Formula.Constant)
        && factor.multiply(BigDecimal.valueOf(parts)).compareTo(BigDecimal.ONE) == 0;
  }

  private static int summands(Formula formula) {
    return formula instanceof Formula.Combined sum && sum.operator() == RowValue.Operator.PLUS
        ? summands(sum.left()) + summands(sum.right())
        : 1;
  }

  /** What is for every thousand is no part of a whole. */
  private static BigDecimal factor(Formula formula) {
    if (formula instanceof Formula.Constant constant && constant.value().signum() != 0) {
      return constant.isPlain() ? constant.value() : BigDecimal.ONE;
    }
    if (!(formula instanceof Formula.Combined combined)) {
      return BigDecimal.ONE;
    }
    return switch (combined.operator()) {
      case TIMES, DIVIDED_BY -> {
        BigDecimal left = factor(combined.left());
        BigDecimal right = factor(combined.right());
        BigDecimal both =
            combined.operator() == RowValue.Operator.TIMES
                ? left.multiply(right)
                : left.divide(right, MathContext.DECIMAL64);
        yield isMean(combined, both) ? BigDecimal.ONE : both;
      }
      case PLUS, MINUS -> ofSum(combined);
    };
  }

  /** What both sides are multiplied by, or the one that is no number. */
  private static BigDecimal ofSum(Formula.Combined sum) {
    BigDecimal left = factor(sum.left());
    BigDecimal right = factor(sum.right());
    if (sum.left() instanceof Formula.Constant || sum.right() instanceof Formula.Constant) {
      return sum.left() instanceof Formula.Constant ? right : left;
    }
    boolean isMean =
        left.multiply(BigDecimal.valueOf(summands(sum))).compareTo(BigDecimal.ONE) == 0;
    return left.compareTo(right) == 0 && !isMean ? left : BigDecimal.ONE;
  }

  /** {@code 1 + share} and {@code 2 - share}, and not {@code 1 + -share}. */
  private static boolean isMoreThan(Formula formula) {
    if (formula instanceof Formula.Combined rest && rest.operator() == RowValue.Operator.MINUS) {
      return rest.left() instanceof Formula.Constant all
          && all.value().compareTo(BigDecimal.ONE) > 0
          && !(rest.right() instanceof Formula.Constant);
    }
    return formula instanceof Formula.Combined sum
        && sum.operator() == RowValue.Operator.PLUS
        && (isNumber(sum.left()) && factor(sum.right()).signum() > 0
            || isNumber(sum.right()) && factor(sum.left()).signum() > 0);
  }

  /**
   * What is left of a whole is taken from 1, and a change is a rate less 1. Any other number is
   * somebody's goal; means of answers begin where their scale does.
   */
  private static Optional<String> shifted(Formula formula) {
    if (!(formula instanceof Formula.Combined sum)) {
      return Optional.empty();
    }
    boolean isLeft = sum.left() instanceof Formula.Constant;
    if (!isLeft && !(sum.right() instanceof Formula.Constant)) {
      return Optional.empty();
    }
    Formula number = isLeft ? sum.left() : sum.right();
    Formula rate = isLeft ? sum.right() : sum.left();
    if (sum.operator() == RowValue.Operator.TIMES
        || sum.operator() == RowValue.Operator.DIVIDED_BY) {
      return shifted(rate);
    }
    BigDecimal by = ((Formula.Constant) number).value().abs();
    boolean isWhole =
        by.compareTo(BigDecimal.ONE) == 0 || by.compareTo(HUNDRED) == 0 && isHundredfold(rate);
    return isWhole || by.signum() == 0 || marks(rate).findAny().isPresent()
        ? Optional.empty()
        : Optional.of(
            "the value is a rate "
                + (sum.operator() == RowValue.Operator.PLUS
                    ? "with " + ShownNumber.of(by) + " added to it"
                    : isLeft
                        ? "taken off " + ShownNumber.of(by)
                        : "with " + ShownNumber.of(by) + " taken off")
                + ", which is a rate of nothing: leave the number out, and set what is aimed at as the"
                + " client's target, which reports show beside the value; what is left of a whole is 1 -"
                + " a / b");
  }

  private static boolean isNumber(Formula formula) {
    return formula instanceof Formula.Constant constant && constant.value().signum() > 0;
  }

  /** Wherever the factor stands: a rate is between none and all, and a multiple of it is none. */
  private static Optional<String> scaled(BigDecimal factor) {
    if (factor.compareTo(THOUSAND) == 0) {
      return Optional.of("the unit is percent, but the value is for every thousand");
    }
    return factor.compareTo(BigDecimal.ONE) == 0
        ? Optional.empty()
        : Optional.of(
            "the unit is percent, but the rate is "
                + NoNumber.by(factor)
                + ", and a multiple of a rate is no part of a whole: what is meant as one is a ratio;"
                + " a rate over several periods is compounded, like 1 - compounded(1 - rate, 12), and"
                + " several rates are made one by dividing sums");
  }

  /** A number of things that are there on a day; amounts have a probability or a tax. */
  private static Optional<String> scaledLevel(Meaning meaning) {
    if (!meaning.dimension().equals(Dimension.NONE) && !Targets.isTarget(meaning.formula())) {
      return Optional.empty();
    }
    boolean isCount = Set.of(Nature.STOCK, Nature.FLOW, Nature.DISTINCT).contains(meaning.nature());
    if (isCount && ScaledLevels.areIn(meaning.formula())) {
      return Optional.of(
          "the value is a multiple of a level, and no number of anything: a level stands as it is, as"
              + " what was gained, last(a) - first(a), as a mean, (first(a) + last(a)) / 2, or in a"
              + " rate, like last(a) / last(b)");
    }
    return ScaledLevels.areUnevenIn(meaning.formula())
        ? Optional.of(
            "the first and the last level do not weigh the same, so that the value is no growth: what"
                + " grew is (last(a) - first(a)) / first(a)")
        : Optional.empty();
  }

  /** Answers of 0 to 10 have a mean; points are a difference of shares. */
  private static Optional<String> meanOfMarks(KpiUnit unit, Formula formula) {
    Optional<Fraction> mean = Fraction.of(formula);
    Optional<Mark> mark = mean.flatMap(fraction -> marks(fraction.numerator()).findFirst());
    return mark.map(
        column ->
            "the unit is "
                + unit.word()
                + ", and the value is a mean of "
                + column.name()
                + ", an answer on a scale, which is a score; "
                + (unit == KpiUnit.POINTS
                    ? "points are a difference of shares, like 100 * (count().where(nps >= 9) -"
                        + " count().where(nps <= 6)) / count().where(nps != null)"
                    : ("a percentage is a share of the answers, like count().where(%1$s >= %2$d) /"
                            + " count().where(%1$s != null)")
                        .formatted(column.name(), column.high())));
  }

  /** A column of answers, and what is a good one. */
  private record Mark(String name, int high) {

    static Mark of(String name, RowSet rows) {
      return new Mark(
          name,
          Optional.ofNullable(rows.dataset().relations().scales().get(name))
              .map(scale -> scale.highest() - 1)
              .orElse(4));
    }
  }

  private static Stream<Mark> marks(Formula formula) {
    Stream.Builder<Mark> found = Stream.builder();
    formula.eachLeaf(
        leaf -> {
          if (leaf instanceof Formula.Aggregate aggregate
              && aggregate.aggregation() instanceof Aggregation.Sum sum) {
            NamedColumns.of(sum.value()).stream()
                .flatMap(name -> aggregate.rows().dataset().find(name).stream())
                .filter(column -> column.additivity() == Additivity.MARK)
                .forEach(column -> found.add(Mark.of(column.name(), aggregate.rows())));
          }
        });
    return found.build();
  }

  /** Whatever weighs amounts, their mean and their median are amounts. */
  private static boolean isOfAmounts(Meaning meaning) {
    Nature nature = meaning.nature();
    return (nature == Nature.WMEAN || nature == Nature.RATIO || nature == Nature.DISTRIBUTION)
        && Amounts.in(meaning.formula()) != 0;
  }

  /** Of two shares, in points of a hundred. */
  private static Optional<String> ofDifference(
      KpiUnit unit, Meaning meaning, DifferenceOfRates difference, String id) {
    Optional<String> noShare =
        Stream.of(difference.minuend(), difference.subtrahend())
            .map(share -> new Meaning(share, Nature.RATIO, Dimension.NONE))
            .flatMap(share -> problem(KpiUnit.PERCENT, share, id).stream())
            .map(why -> why.replace(IS_PERCENT, "points are a difference of percentages"))
            .findFirst();
    boolean areAnswers =
        marks(difference.minuend()).findAny().isPresent()
            || marks(difference.subtrahend()).findAny().isPresent();
    boolean isInPoints =
        unit == KpiUnit.POINTS && factor(meaning.formula()).compareTo(HUNDRED) == 0;
    if (noShare.isPresent() && (areAnswers || !isInPoints)) {
      return Optional.of(
          "the value is a difference of two rates that are no shares, such as means of answers, and"
              + " there is no unit for it: make each a KPI of its own and show the two side by side, or"
              + " say by what part of b the other is larger, (a - b) / b, with unit ratio");
    }
    return isInPoints
        ? noShare
        : Optional.of(
            "the value is a difference of two rates, which is no rate itself, but in percentage"
                + " points: write unit points and 100 * (a - b)");
  }

  /** Points of a hundred are between two shares of one whole; one share is a percentage. */
  private static Optional<String> noPoints(Meaning meaning, String id) {
    if (DifferenceOfShares.is(meaning.formula()) && !isOfHundred(meaning)) {
      return Optional.of(
          "the unit is points, and a point is one of a hundred, but the value is a part of one: write"
              + " 100 * (…)");
    }
    Optional<String> apart =
        noShare(meaning.formula(), id).map(why -> why.replace(IS_PERCENT, "the unit is points"));
    return apart.isPresent() || DifferenceOfShares.is(meaning.formula())
        ? apart
        : Optional.of(
            "the unit is points, and the value is a share, which is a percentage: write unit percent"
                + " and the share as it is, without 100; points are a difference of two shares, like"
                + " 100 * (a - b)");
  }

  /** Of all quotients that it is made of, each a part of its whole. */
  private static Optional<String> noShare(Formula formula, String id) {
    return Fraction.of(formula)
        .flatMap(NoShare::problem)
        .or(
            () ->
                Share.in(formula).stream()
                    .flatMap(
                        share ->
                            NoShare.problem(new Fraction(share.part(), share.whole()))
                                .or(
                                    () ->
                                        PartOfWhole.problem(share)
                                            .or(() -> KnownShare.problem(share, id))
                                            .map(why -> IS_PERCENT + ", and " + why))
                                .stream())
                    .findFirst());
  }

  /** What stays is a share, whatever its rate over several periods is declared to be. */
  static Optional<String> compounded(Formula formula, String id) {
    return Stays.sharesIn(formula).stream()
        .flatMap(
            rate ->
                problem(KpiUnit.PERCENT, new Meaning(rate, Nature.RATIO, Dimension.NONE), id)
                    .map(why -> why.replace(IS_PERCENT, "only a share is compounded"))
                    .stream())
        .findFirst();
  }

  /**
   * @param id which may say of what a percentage is one
   */
  static Optional<String> problem(KpiUnit unit, Meaning meaning, String id) {
    Dimension expected =
        switch (unit) {
          case MONEY -> Dimension.MONEY;
          case SECONDS -> Dimension.SECONDS;
          case MINUTES -> Dimension.MINUTES;
          case HOURS -> Dimension.HOURS;
          case DAYS -> Dimension.DAYS;
          case POSITION -> Dimension.POSITION;
          case COUNT, RATIO, PERCENT, POINTS, SCORE -> Dimension.NONE;
        };
    if (unit == KpiUnit.POSITION && meaning.dimension().equals(Dimension.POSITION.summed())) {
      return Optional.of(
          "the unit is position, but the value is a sum of positions, which becomes one when it is"
              + " divided by its weight, as weightedMean(position) is");
    }
    boolean isPerTime =
        (unit == KpiUnit.MONEY || unit == KpiUnit.RATIO)
            && meaning.dimension().isPerTimeOf(expected);
    if (!isPerTime && !expected.equals(meaning.dimension())) {
      return Optional.of(
          "the unit is " + unit.word() + ", but the value is " + meaning.dimension());
    }
    if (meaning.isMultipleOfDistinct()) {
      return Optional.of(
          "the value is a multiple of a count of distinct things, and counts nothing: a count stands"
              + " as it is, or in a rate, like count().where(a != null) / distinct(a)");
    }
    Optional<DifferenceOfRates> difference = DifferenceOfRates.in(meaning.formula());
    if (difference.isPresent() && unit == KpiUnit.MONEY) {
      return NoNumber.multipliedMean(meaning);
    }
    if (difference.isPresent()) {
      return ofDifference(unit, meaning, difference.get(), id);
    }
    boolean isPart = unit == KpiUnit.PERCENT || unit == KpiUnit.RATIO;
    boolean isForEachHundred = unit == KpiUnit.RATIO && isOfUnlikeThings(meaning.formula());
    if (isPart && !isForEachHundred && isHundredfold(meaning.formula())) {
      return Optional.of(
          "the unit is "
              + unit.word()
              + ", and the formula, or a KPI in it, has a factor 100 or takes off from 100: a percentage is a"
              + " fraction here, 0.07 is printed as 7 %");
    }
    if (TwoTimes.areAddedIn(meaning.formula())) {
      return Optional.of(
          "the value adds the first and the last level, and what is there at both times counts"
              + " twice: last(a) - first(a) is what was gained, and (first(a) + last(a)) / 2 a mean");
    }
    Optional<String> stars = NoNumber.ofStars(meaning);
    if (stars.isPresent()) {
      return stars;
    }
    Optional<String> scaledLevel = scaledLevel(meaning);
    if (scaledLevel.isPresent()) {
      return scaledLevel;
    }
    if (unit == KpiUnit.SCORE && ScaledAnswers.areIn(meaning.formula())) {
      return Optional.of(
          "the unit is score, and the value is a mean or median of answers on another scale than the"
              + " one they were given on: write it as it is, like avg(nps); a part of the scale, like"
              + " avg(nps) / 10, is a ratio");
    }
    Optional<String> multiple = NoNumber.multiplied(meaning);
    if (multiple.isPresent()) {
      return multiple;
    }
    if (unit == KpiUnit.POSITION
        && factor(meaning.formula()).abs().compareTo(BigDecimal.ONE) != 0) {
      return Optional.of("the unit is position, but the value is a multiple of one");
    }
    if (Fraction.of(meaning.formula()).filter(TwoDays::areDividedIn).isPresent()) {
      return Optional.of(
          "the value divides a level of one end of the period by another level of the other end;"
              + " write last(a) / last(b), both on the same day");
    }
    boolean isRate = unit == KpiUnit.POINTS || isPart;
    boolean isGrown = unit == KpiUnit.PERCENT && isMoreThan(meaning.formula());
    if (isRate && !isGrown && meaning.dimension().equals(Dimension.NONE)) {
      Optional<String> shifted = shifted(meaning.formula());
      if (shifted.isPresent()) {
        return shifted;
      }
    }
    if (unit == KpiUnit.POINTS || unit == KpiUnit.PERCENT) {
      Optional<String> mean = meanOfMarks(unit, meaning.formula());
      if (mean.isPresent()) {
        return mean;
      }
    }
    if (unit == KpiUnit.POINTS && meaning.nature() == Nature.RATIO) {
      Optional<String> noPoints = noPoints(meaning, id);
      if (noPoints.isPresent()) {
        return noPoints;
      }
    }
    if (unit == KpiUnit.PERCENT) {
      if (isMoreThan(meaning.formula())) {
        return Optional.of(
            "the unit is percent, and the value is a number and a share on top of it, or taken off more than 1, which is no share:"
                + " what is left is 1 - share, and what something grew to is a ratio");
      }
      Optional<String> scaled =
          TwoTimes.isChangeByMean(meaning.formula())
              ? Optional.empty()
              : scaled(factor(meaning.formula()).abs());
      if (scaled.isPresent()) {
        return scaled;
      }
      Optional<String> apart = noShare(meaning.formula(), id);
      if (apart.isPresent()) {
        return apart;
      }
      if (Fraction.of(meaning.formula()).filter(LargerStatistic::isDividedBySmaller).isPresent()) {
        return Optional.of(
            "the unit is percent, and the larger of two statistics is divided by the smaller, so that"
                + " the value is 100 % or more: turn the two round, like median(a) / max(a), or"
                + " declare how many times as large it is, a ratio");
      }
      if (Fraction.of(meaning.formula()).filter(MeanByStatistic::is).isPresent()) {
        return Optional.of(
            "the unit is percent, and a mean is no part of a statistic such as a median: how many times as"
                + " large it is, is a ratio");
      }
      if (isOfAmounts(meaning)) {
        return Optional.of(
            "the unit is percent, and the value is an amount, such as the mean of one: a mean has the"
                + " unit of what is averaged");
      }
    }
    boolean isMeasured =
        Set.of(Nature.RATIO, Nature.WMEAN, Nature.DISTRIBUTION).contains(meaning.nature());
    if (unit == KpiUnit.SCORE && isMeasured && !ScaledAnswers.isScore(meaning.formula())) {
      return Optional.of(
          "the unit is score, which is a mean of answers on a scale, like avg(nps), but the value is "
              + meaning.nature()
              + " of other things, however it is multiplied: so many for each of something are a ratio,"
              + " and a part of a whole is a percent");
    }
    boolean isCounted =
        Set.of(Nature.FLOW, Nature.STOCK, Nature.DISTINCT).contains(meaning.nature());
    if (unit == KpiUnit.SCORE && isCounted) {
      return Optional.of("the unit is score, but the value is " + meaning.nature());
    }
    boolean isDivided = meaning.nature() == Nature.RATIO || meaning.nature() == Nature.WMEAN;
    boolean wants = unit == KpiUnit.PERCENT || unit == KpiUnit.RATIO || unit == KpiUnit.POINTS;
    if (wants && !isDivided && meaning.nature() != Nature.DISTRIBUTION) {
      return Optional.of("the unit is " + unit.word() + ", but the value is " + meaning.nature());
    }
    if (unit == KpiUnit.COUNT && isDivided) {
      return Optional.of(
          "the unit is count, which is of whole things, but the value is "
              + meaning.nature()
              + ", so many for each: write unit ratio");
    }
    return Optional.empty();
  }
}
