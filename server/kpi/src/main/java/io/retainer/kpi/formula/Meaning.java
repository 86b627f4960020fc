package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula with what its number means. Combining two of them is where wrong arithmetic is found:
 * it is refused with the advice of what to write instead.
 */
public record Meaning(Formula formula, Nature nature, Dimension dimension) {

  /** Why two numbers cannot be combined. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;

    Refused(String message, String advice) {
      super(message, null, false, false);
      this.advice = advice;
    }

    public String advice() {
      return advice;
    }
  }

  private static final Set<Nature> COUNTED =
      Set.of(Nature.FLOW, Nature.STOCK, Nature.DISTINCT, Nature.DISTRIBUTION);

  /**
   * @throws Refused when the result would mean nothing
   */
  public Meaning combine(Operator operator, Meaning right) throws Refused {
    if (formula instanceof Formula.Table || right.formula instanceof Formula.Table) {
      return asPart().combine(operator, right.asPart());
    }
    if (isPlainNumber() && right.isPlainNumber() && !right.isZero()) {
      return ofNumbers(operator, right);
    }
    checkTimes(operator, right);
    DifferenceOfRates.check(operator, formula, right.formula);
    Formula combined = new Formula.Combined(operator, formula, right.formula);
    return switch (operator) {
      case PLUS, MINUS -> added(operator, right, combined);
      case TIMES -> new Meaning(combined, productNature(right), dimension.times(right.dimension));
      case DIVIDED_BY ->
          new Meaning(
              WeightedMeans.ofKnown(combined),
              quotientNature(right, combined),
              quotientDimension(right, combined));
    };
  }

  private boolean isPlainNumber() {
    return formula instanceof Formula.Constant constant && constant.isPlain();
  }

  private boolean isZero() {
    return ((Formula.Constant) formula).value().signum() == 0;
  }

  /** {@code 1 + 0.24} is a number, whatever it is a factor of. */
  private Meaning ofNumbers(Operator operator, Meaning right) {
    BigDecimal one = ((Formula.Constant) formula).value();
    BigDecimal other = ((Formula.Constant) right.formula).value();
    BigDecimal result =
        switch (operator) {
          case PLUS -> one.add(other);
          case MINUS -> one.subtract(other);
          case TIMES -> one.multiply(other);
          case DIVIDED_BY -> one.divide(other, MathContext.DECIMAL128);
        };
    return new Meaning(new Formula.Constant(result), Nature.CONSTANT, Dimension.NONE);
  }

  /** What a customer is expected to bring is a mean, and has a number of its own. */
  private Meaning asPart() throws Refused {
    if (!(formula instanceof Formula.Table table)) {
      return this;
    } else if (table.block() instanceof Block.Expected expected) {
      return new Meaning(new Formula.Expectation(expected), Nature.RATIO, dimension);
    }
    throw new Refused(
        "calculates with a table",
        "a building block stands alone as the value of a KPI; only expectedValue and expectedOrders"
            + " are numbers to calculate with");
  }

  private void checkTimes(Operator operator, Meaning right) throws Refused {
    if (right.formula instanceof Formula.Constant factor) {
      checkTime(operator, dimension, factor);
    } else if (formula instanceof Formula.Constant factor && operator == Operator.TIMES) {
      checkTime(operator, right.dimension, factor);
    }
  }

  private static void checkTime(Operator operator, Dimension time, Formula.Constant factor)
      throws Refused {
    Optional<String> problem = TimeConversion.problem(operator, time, factor.value());
    if (problem.isPresent()) {
      throw new Refused(problem.get(), TimeConversion.advice(time));
    }
  }

  /**
   * A rate over several periods of the same kind: compounded, never multiplied.
   *
   * @throws Refused when there is no rate
   */
  public Meaning power(int exponent) throws Refused {
    if (DifferenceOfRates.in(formula).isPresent()) {
      throw new Refused(
          "compounds a difference of two rates", "only a rate is compounded, like 1 - a / b");
    }
    if (!nature.isRate() || !dimension.equals(Dimension.NONE)) {
      throw new Refused(
          "compounds " + nature, "only a rate without a unit is compounded, like 1 - a / b");
    }
    Stays.check(formula);
    return new Meaning(new Formula.Power(formula, exponent), Nature.RATIO, dimension);
  }

  private Meaning added(Operator operator, Meaning right, Formula combined) throws Refused {
    boolean withConstant = nature == Nature.CONSTANT || right.nature == Nature.CONSTANT;
    String verb = operator == Operator.PLUS ? "adds " : "subtracts ";
    if (!dimension.equals(right.dimension)) {
      throw new Refused(
          verb + unit() + " and " + right.unit(),
          withConstant
              ? "both sides need the same unit; a value of another period or a goal stands in no"
                  + " formula: the report compares with earlier periods by itself, and a goal is set"
                  + " as the client's target"
              : "both sides need the same unit" + ofEach(right));
    }
    if (!withConstant) {
      checkCurrencies(verb, right);
    }
    if (operator == Operator.MINUS && SameNumber.are(formula, right.formula)) {
      throw new Refused(
          "subtracts a number from itself",
          "the result is 0 in every period; subtract a part from its whole, like sum(total) -"
              + " sum(refunded)");
    }
    if (!withConstant && isOfUnlikeThings(right)) {
      throw new Refused(
          verb + "counts of " + things(formula) + " and of " + things(right.formula),
          "they are different things; show them side by side, or divide one by the other");
    }
    if (withConstant) {
      Nature other = nature == Nature.CONSTANT ? right.nature : nature;
      if (COUNTED.contains(other)) {
        throw new Refused(
            verb + nature + " and " + right.nature,
            dimension.equals(Dimension.MONEY)
                ? "an amount that is the same in a week and in a year belongs to a mean, like avg(total) -"
                    + " handlingCost, or is multiplied by what it is paid for, like count() *"
                    + " handlingCost; a fee of each month is imported, as rows of costs"
                : "a constant belongs to a rate, like 1 - a / b");
      }
      return new Meaning(combined, other, dimension);
    }
    if (nature.isRate() && right.nature.isRate()) {
      boolean areShares =
          nature == Nature.RATIO
              && right.nature == Nature.RATIO
              && (dimension.equals(Dimension.NONE)
                  || dimension.equals(Dimension.MONEY)
                      && DifferenceOfRates.areMeansOfOne(formula, right.formula))
              && DifferenceOfRates.in(combined).isPresent();
      if (areShares) {
        return new Meaning(combined, Nature.RATIO, dimension);
      }
      if (isExpected() || right.isExpected()) {
        throw new Refused(
            verb + "what is expected of customers and another rate",
            "what is expected in a longer time has that of a shorter one in it: show the two side by"
                + " side, or divide one by the other");
      }
      if (Fraction.of(combined).isEmpty()) {
        throw new Refused(
            verb + "rates of different wholes",
            operator == Operator.PLUS
                ? AddedMeans.advice(formula, right.formula)
                    .orElse(
                        "an average of rates misleads; sum the parts first, like (sum(a) + sum(b)) /"
                            + " (sum(c) + sum(d))")
                : "only shares, like a click rate, have a difference, which is in points, and means of"
                    + " one amount, like avg(total).where(a) - avg(total).where(b); make each a KPI of"
                    + " its own, and show the two side by side");
      }
      RatesOfOneWhole.check(
          operator, Fraction.of(formula).orElseThrow(), Fraction.of(right.formula).orElseThrow());
      return new Meaning(combined, Nature.RATIO, dimension);
    }
    boolean arePaid = isPaid(right) || right.isPaid(this);
    if (nature != right.nature && !arePaid) {
      boolean areCounts = Set.of(nature, right.nature).equals(Set.of(Nature.FLOW, Nature.DISTINCT));
      throw new Refused(
          verb + nature + " and " + right.nature,
          areCounts
              ? "both sides must be of one kind: count different keys on both, like distinct(key) -"
                  + " distinct(key).where(a), or rows on both, like count() - count().where(a)"
              : nature == Nature.DISTRIBUTION || right.nature == Nature.DISTRIBUTION
                  ? "a statistic is compared with its like only, as in percentile(a, 90) - median(a);"
                      + " show the two side by side"
                  : "both sides must be of one kind");
    }
    if (nature == Nature.STOCK && RowsOfLastDay.areMixed(formula, right.formula)) {
      throw new Refused(
          verb + "a number of rows and what is in them",
          "they are different things; divide one by the other, like sumOnLastDay(search_volume) /"
              + " countOnLastDay()");
    }
    if (nature == Nature.STOCK && operator == Operator.MINUS) {
      return new Meaning(combined, Nature.FLOW, dimension);
    }
    if (arePaid) {
      boolean isOfKeys = nature == Nature.DISTINCT || right.nature == Nature.DISTINCT;
      return new Meaning(combined, isOfKeys ? Nature.DISTINCT : Nature.FLOW, dimension);
    }
    if (nature == Nature.DISTINCT && operator == Operator.PLUS) {
      throw new Refused(
          "adds two counts of distinct things",
          "who is in both would count twice; count them at once, with a condition for both");
    }
    if (isMultipleOfDistinct() || right.isMultipleOfDistinct()) {
      throw new Refused(
          verb + "a multiple of a count of distinct things",
          "it counts nothing: a count stands as it is, or in a rate, like count().where(a != null) / distinct(a)");
    }
    if (nature == Nature.DISTINCT && DistinctParts.isNoPart(right.formula, formula)) {
      throw new Refused(
          "takes one count of distinct things from another that does not hold it",
          "who is in both would be taken off as well; take a part from its whole, like"
              + " distinct(key) - distinct(key).where(channel == 'Email')");
    }
    if (nature == Nature.DISTRIBUTION && operator == Operator.PLUS) {
      throw new Refused(
          "adds two statistics such as medians",
          "the median of all rows is no sum or mean of medians; take one over all rows, like"
              + " median(column)");
    }
    if (nature == Nature.DISTRIBUTION && !OneValue.isIn(formula, right.formula)) {
      throw new Refused(
          "takes a statistic of one value from that of another",
          "a median of differences is no difference of medians: take it of each row, like"
              + " median(gross - discount), or show the two side by side");
    }
    if (operator == Operator.PLUS && Twice.isIn(formula, right.formula)) {
      throw new Refused(
          "adds the same rows twice: all that one side counts, the other counts too",
          "write the wider of the two alone, or one condition for both, like where(a || b); what is"
              + " meant to weigh double is multiplied by 2");
    }
    if (operator == Operator.MINUS && Twice.isTakenOff(formula, right.formula)) {
      throw new Refused(
          "takes the same rows off twice: all that one side takes off, the other does too",
          "take the wider of the two off alone; what is meant to weigh double is multiplied by 2");
    }
    boolean isOfPlaces = nature == Nature.DISTRIBUTION && dimension.equals(Dimension.POSITION);
    return new Meaning(combined, nature, isOfPlaces ? Dimension.NONE : dimension);
  }

  /** Whether it is so much money for each of something, beside another amount of the period. */
  private boolean isPaid(Meaning other) {
    Set<Nature> ofPeriods = Set.of(Nature.FLOW, Nature.DISTINCT);
    return Prices.areAllOf(formula)
        && ofPeriods.contains(nature)
        && (other.nature == Nature.FLOW || Prices.areAllOf(other.formula));
  }

  /** So much money for each order is a parameter with its currency, or known to whoever imports. */
  private String ofEach(Meaning right) {
    return isOfMoney() && right.isMultiple() || isMultiple() && right.isOfMoney()
        ? "; a number in a formula is of no currency: say what each costs in a parameter, like param"
            + " handlingCost: money(3.50, 'EUR'), or import it as a column or as rows of costs"
        : "";
  }

  private boolean isOfMoney() {
    return nature == Nature.FLOW && dimension.equals(Dimension.MONEY);
  }

  private boolean isMultiple() {
    return nature == Nature.FLOW
        && dimension.equals(Dimension.NONE)
        && formula instanceof Formula.Combined product
        && product.operator() == Operator.TIMES;
  }

  private boolean isExpected() {
    boolean[] found = {false};
    formula.eachExpectation(model -> found[0] = true);
    return found[0];
  }

  private String unit() {
    boolean isPart = nature.isRate() && dimension.equals(Dimension.NONE);
    return isPart ? "a rate such as a percentage" : dimension.toString();
  }

  private void checkCurrencies(String verb, Meaning right) throws Refused {
    Optional<String> own = HeldCurrency.of(formula);
    Optional<String> other = HeldCurrency.of(right.formula);
    if (own.isPresent() && other.isPresent() && !own.equals(other)) {
      throw new Refused(
          verb + own.get() + " and " + other.get(),
          "amounts of several currencies cannot be added; make each a KPI of its own");
    }
  }

  /** Money and times of several datasets may meet; sessions and orders have nothing in common. */
  private boolean isOfUnlikeThings(Meaning right) {
    return dimension.equals(Dimension.NONE)
        && !nature.isRate()
        && Collections.disjoint(datasets(formula), datasets(right.formula));
  }

  private static Set<String> datasets(Formula formula) {
    Set<String> datasets = new TreeSet<>();
    formula.eachLeaf(leaf -> datasets.add(Formula.rows(leaf).dataset().name()));
    return datasets;
  }

  private static String things(Formula formula) {
    return String.join(", ", datasets(formula));
  }

  private Nature productNature(Meaning right) throws Refused {
    if (nature == Nature.CONSTANT) {
      return multiple(right, formula);
    }
    if (right.nature == Nature.CONSTANT) {
      return multiple(this, right.formula);
    }
    boolean areRates = nature.isRate() && right.nature.isRate();
    if (areRates && dimension.equals(Dimension.NONE) && right.dimension.equals(Dimension.NONE)) {
      throw new Refused(
          "multiplies two rates",
          "they are parts of different wholes; divide the last step by the first, like sum(orders)"
              + " / sum(impressions)");
    }
    if (areRates && (dimension.isOfPositions() || right.dimension.isOfPositions())) {
      throw new Refused(
          "multiplies a position by a rate", "the product is no place; show the two side by side");
    }
    if (areRates) {
      return Nature.RATIO;
    }
    throw new Refused(
        "multiplies " + nature + " by " + right.nature,
        nature.isRate() || right.nature.isRate()
            ? "a mean times its number is the sum: write that, like sum(total) for avg(total) *"
                + " count(); a rate and an amount are shown side by side"
            : "their product counts nothing: show the two side by side, or multiply the columns of a"
                + " row inside the sum, like sum(position * impressions)");
  }

  /** A median with the other sign would be added where it looks like being subtracted. */
  private static Nature multiple(Meaning of, Formula factor) throws Refused {
    boolean isNegative =
        factor instanceof Formula.Constant constant && constant.value().signum() < 0;
    if (of.nature == Nature.DISTRIBUTION && isNegative) {
      throw new Refused(
          "takes a statistic such as a median with the other sign",
          "write the one that is subtracted second, like percentile(a, 90) - median(a)");
    }
    return of.nature;
  }

  /**
   * Whether it is so many times a count of distinct things: it counts nothing by itself. What was
   * added up for each key is an amount.
   */
  public boolean isMultipleOfDistinct() {
    boolean[] isAmount = {false};
    formula.eachLeaf(leaf -> isAmount[0] |= LeafNature.isAddedUp(leaf));
    return nature == Nature.DISTINCT
        && !isAmount[0]
        && !Prices.areAllOf(formula)
        && formula instanceof Formula.Combined combined
        && (combined.operator() == Operator.TIMES || combined.operator() == Operator.DIVIDED_BY);
  }

  private Nature quotientNature(Meaning right, Formula combined) throws Refused {
    if (right.nature == Nature.CONSTANT) {
      return multiple(this, right.formula);
    }
    if (nature == Nature.STOCK && right.nature == Nature.FLOW && !isOpenBy(right)) {
      throw new Refused(
          "divides a level by what adds up over days",
          "the result halves when the period doubles; divide by another level, or divide the amount"
              + " by the level");
    }
    if (nature.isRate() && right.nature == Nature.FLOW) {
      throw new Refused(
          "divides a rate by what adds up over days",
          "the result halves when the period doubles; divide by another rate, or compare the two side"
              + " by side");
    }
    if (dimension.equals(Dimension.POSITION) && !right.dimension.isOfPositions()) {
      throw new Refused(
          "divides a position by " + right.nature,
          "the result is no place; show the two side by side");
    }
    MeansOfOtherRows.check(formula, right.formula);
    boolean areStatistics = nature == Nature.DISTRIBUTION && right.nature == Nature.DISTRIBUTION;
    boolean isOneStatistic = nature == Nature.DISTRIBUTION || right.nature == Nature.DISTRIBUTION;
    if (isOneStatistic && MeanByStatistic.is(new Fraction(formula, right.formula))) {
      return Nature.DISTRIBUTION;
    }
    if (isOneStatistic && !areStatistics && nature != Nature.CONSTANT) {
      throw new Refused(
          "divides " + nature + " by " + right.nature,
          "a median or a maximum is no part of a whole and is compared with its like only, as in"
              + " max(a) / median(a); divide sums, like sum(a) / sum(b)");
    }
    if (areStatistics) {
      return Nature.DISTRIBUTION;
    }
    if (nature == Nature.CONSTANT) {
      throw new Refused("divides a number by " + right.nature, "divide one measure by another");
    }
    QuotientOfItself.check(formula, right.formula);
    FirstRows.check(formula, right.formula);
    LookBackDays.check(formula, right.formula);
    UnlikeRows.check(formula, right.formula);
    RowsWithoutKey.check(formula, right.formula);
    return WeightedMeans.isOne(combined) ? Nature.WMEAN : Nature.RATIO;
  }

  /** What is open by what was done: how many periods like this one it is enough for. */
  private boolean isOpenBy(Meaning right) {
    return formula instanceof Formula.Aggregate open
        && open.aggregation() instanceof Aggregation.OpenAtEnd
        && dimension.equals(right.dimension)
        && datasets(formula).equals(datasets(right.formula));
  }

  private Dimension quotientDimension(Meaning right, Formula combined) throws Refused {
    if (!dimension.isOfSummedPositions() || right.nature == Nature.CONSTANT) {
      return dimension.dividedBy(right.dimension);
    }
    if (!WeightedMeans.isOverOwnWeight(combined)) {
      throw new Refused(
          "divides summed positions by another number than their weight",
          nature == Nature.STOCK
              ? "write the same where(…) after both, like sumOnLastDay(ifMissing(position, 101)) /"
                  + " countOnLastDay()"
              : "write weightedMean(position), with where(…) after it for some of the rows");
    }
    return Dimension.POSITION;
  }
}
