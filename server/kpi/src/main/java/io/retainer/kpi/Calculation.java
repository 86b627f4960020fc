package io.retainer.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.kpi.Shortfall.Why;
import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.MeansOfKnown;
import io.retainer.kpi.table.FunnelTable;
import io.retainer.kpi.table.TableResult;
import io.retainer.kpi.table.UpliftTable;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Computes one value from the numbers of the facts. On covered days no row means zero; without
 * coverage there is no value at all. Of two operands without a number the one of which less is
 * known decides: no data, then suppressed, then not computable.
 */
final class Calculation {

  /** Before the decimal point: more than anything that is counted. */
  private static final int MOST_DIGITS = 60;

  private static final int MOST_DECIMALS = 100;

  private final Way way;
  private final Numbers numbers;
  private final Shortfalls shortfalls = new Shortfalls();
  private Optional<Reason> lessOfModel = Optional.empty();

  private Calculation(Way way, Numbers numbers) {
    this.way = way;
    this.numbers = numbers;
  }

  /**
   * @param currency of amounts that state none
   */
  static KpiValue value(Way way, Numbers numbers, String currency) {
    Optional<KpiValue> none = without(way, numbers, currency);
    return none.isPresent()
        ? none.get()
        : new Calculation(way, numbers).value(Grounds.currency(way, numbers.coverage(), currency));
  }

  private static Optional<KpiValue> without(Way way, Numbers numbers, String currency) {
    return Grounds.without(way, numbers.coverage(), currency)
        .or(
            () ->
                numbers.isOfUnlikeDays()
                    ? Optional.of(KpiValue.notComputable(Reasons.unlikeDays(numbers.coverage())))
                    : Optional.empty());
  }

  /**
   * The number of each part that the facts answer, in the order of the formula; empty when one of
   * them has none.
   *
   * @param currency of amounts that state none
   */
  static Optional<List<BigDecimal>> parts(Way way, Numbers numbers, String currency) {
    if (without(way, numbers, currency).isPresent()) {
      return Optional.empty();
    }
    List<Formula> leaves = new ArrayList<>();
    way.formula().eachLeaf(leaves::add);
    try {
      return Optional.of(new Calculation(way, numbers).all(leaves));
    } catch (Stop none) {
      return Optional.empty();
    }
  }

  /** Between what each of the parts lies; they all have a number. */
  static List<Optional<Bounds>> bounds(Way way, Numbers numbers) {
    Calculation calculation = new Calculation(way, numbers);
    List<Optional<Bounds>> bounds = new ArrayList<>();
    way.formula().eachLeaf(leaf -> bounds.add(calculation.bounds(leaf)));
    return bounds;
  }

  private KpiValue value(Optional<String> currency) {
    try {
      if (way.formula() instanceof Formula.Table table) {
        return Grounds.table(way, numbers.coverage(), result(table.block()), currency, less());
      }
      KpiValue value =
          way.fraction().isPresent()
              ? fraction(way.fraction().get(), currency)
              : sure(number(way.formula()), Optional.empty(), Optional.empty(), currency);
      return value.on(base()).within(bounds());
    } catch (Stop stop) {
      return stop.value;
    } catch (ArithmeticException e) {
      return KpiValue.notComputable(Reasons.tooLarge());
    }
  }

  private KpiValue fraction(Fraction fraction, Optional<String> currency) throws Stop {
    List<BigDecimal> parts = all(List.of(fraction.numerator(), fraction.denominator()));
    Optional<BigDecimal> numerator = Optional.of(parts.get(0));
    Optional<BigDecimal> denominator = Optional.of(parts.get(1));
    if (parts.get(1).signum() != 0) {
      BigDecimal rate = bounded(parts.get(0).divide(parts.get(1), DECIMAL128));
      return sure(rate, numerator, denominator, currency);
    }
    KpiValue none = byZero(fraction.denominator()).value;
    return new KpiValue(
        none.status(), Optional.empty(), numerator, denominator, currency, none.reason());
  }

  private Optional<BigDecimal> base() throws Stop {
    return all(way.wholes()).stream().map(BigDecimal::abs).min(BigDecimal::compareTo);
  }

  private KpiValue sure(
      BigDecimal value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency) {
    return Grounds.sure(way, numbers.coverage(), less(), value, numerator, denominator, currency);
  }

  private Optional<Reason> less() {
    return Reason.of(
        Stream.of(shortfalls.reason(numbers.coverage()), numbers.earlier(), lessOfModel)
            .flatMap(Optional::stream));
  }

  private TableResult result(Block block) throws Stop {
    List<BigDecimal> parts = all(block.parts());
    if (block instanceof Block.Funnel funnel) {
      return FunnelTable.of(funnel.steps(), parts);
    }
    boolean hasExperiments = ((Block.Uplift) block).experiments().isPresent();
    if (hasExperiments && parts.get(4).compareTo(BigDecimal.ONE) > 0) {
      throw new Stop(KpiValue.notComputable(Reasons.severalExperiments(parts.get(4))));
    }
    return UpliftTable.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  /** The numbers of all parts; without one of them, what is to be said of the worst. */
  private List<BigDecimal> all(List<Formula> parts) throws Stop {
    List<BigDecimal> found = new ArrayList<>();
    Stop worst = null;
    for (Formula part : parts) {
      try {
        found.add(number(part));
      } catch (Stop stop) {
        worst = worst == null || Worse.than(stop.value, worst.value) ? stop : worst;
      }
    }
    if (worst != null) {
      throw worst;
    }
    return found;
  }

  private BigDecimal number(Formula formula) throws Stop {
    if (formula instanceof Constant constant) {
      return constant.value();
    } else if (formula instanceof Combined combined) {
      return combined(combined);
    } else if (formula instanceof Formula.Power power) {
      return bounded(number(power.base()).pow(power.exponent(), DECIMAL128));
    }
    if (formula instanceof Formula.Expectation expectation) {
      return expected(numbers.expected().get(expectation.block()));
    }
    Aggregation aggregation = Way.aggregation(formula);
    Set<Why> lacks = note(shortfalls, formula);
    Optional<BigDecimal> number =
        formula instanceof Formula.OfTotal total
            ? numbers.total(total.rows(), aggregation)
            : numbers.number(Formula.rows(formula), aggregation);
    if (number.isPresent()) {
      return number.get();
    }
    boolean isCount =
        aggregation instanceof Aggregation.Count || aggregation instanceof Aggregation.Distinct;
    if (lacks.contains(Why.KEPT_BACK) && !isCount) {
      throw new Stop(KpiValue.suppressed(less().orElseThrow()));
    }
    if (lacks.contains(Why.MISSING)) {
      throw new Stop(KpiValue.noData(Reasons.withoutValues(aggregation)));
    }
    Optional<KpiValue> absent = new Absent(numbers).value(formula);
    if (absent.isPresent()) {
      throw new Stop(absent.get());
    }
    return BigDecimal.ZERO;
  }

  /** Between what the value lies, where values are missing from it. */
  private Optional<Bounds> bounds() {
    return less().flatMap(any -> new FormulaBounds(this::bounds).of(way.formula()));
  }

  private Optional<Bounds> bounds(Formula leaf) {
    if (numbers.earlier().isPresent() && Way.aggregation(leaf).daysBefore() > 0) {
      return Optional.empty();
    }
    try {
      return new LeafBounds(beside(leaf), numbers.coverage().thresholds())
          .of(leaf, number(leaf), counts(leaf));
    } catch (Stop none) {
      return Optional.empty();
    }
  }

  private BigDecimal expected(KpiValue ofModel) throws Stop {
    if (ofModel.lacks()) {
      lessOfModel = ofModel.reason();
    }
    return ofModel.value().orElseThrow(() -> new Stop(ofModel));
  }

  private Set<Why> note(Shortfalls found, Formula leaf) {
    return found.note(Formula.rows(leaf), Way.aggregation(leaf), beside(leaf), counts(leaf));
  }

  private Map<Aggregation, BigDecimal> beside(Formula leaf) {
    return (leaf instanceof Formula.OfTotal ? numbers.totals() : numbers.byRows())
        .get(Formula.rows(leaf));
  }

  /** What a mean over known values leaves out is not missing in it. */
  private Predicate<Why> counts(Formula leaf) {
    return why -> why != Why.MISSING || !MeansOfKnown.parts(way.formula()).contains(leaf);
  }

  private BigDecimal combined(Combined combined) throws Stop {
    List<BigDecimal> sides = all(List.of(combined.left(), combined.right()));
    BigDecimal left = sides.get(0);
    BigDecimal right = sides.get(1);
    return bounded(
        switch (combined.operator()) {
          case PLUS -> left.add(right);
          case MINUS -> left.subtract(right);
          case TIMES -> left.multiply(right);
          case DIVIDED_BY -> {
            if (right.signum() == 0) {
              throw byZero(combined.right());
            }
            yield left.divide(right, DECIMAL128);
          }
        });
  }

  /** What is compounded, or multiplied again and again, must not outgrow all room for it. */
  private static BigDecimal bounded(BigDecimal number) throws Stop {
    if (number.precision() - number.scale() > MOST_DIGITS) {
      throw new Stop(KpiValue.notComputable(Reasons.tooLarge()));
    }
    return number.scale() > MOST_DECIMALS
        ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
        : number;
  }

  /** A denominator of which values are kept back is not known to be zero. */
  private Stop byZero(Formula denominator) {
    Shortfalls ofIt = new Shortfalls();
    denominator.eachLeaf(leaf -> note(ofIt, leaf));
    return new Stop(
        ofIt.keptBack(numbers.coverage())
            .map(KpiValue::suppressed)
            .orElseGet(() -> KpiValue.notComputable(Reasons.zero(denominator))));
  }

  /** Ends a calculation that has no number. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient KpiValue value;

    Stop(KpiValue value) {
      super(null, null, false, false);
      this.value = value;
    }
  }
}
