package io.retainer.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.AsCounted;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.table.FunnelTable;
import io.retainer.kpi.table.TableResult;
import io.retainer.kpi.table.UpliftTable;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Computes one value from the numbers of the facts. On covered days no row means zero; without
 * coverage there is no value at all.
 */
final class Calculation {

  private final Way way;
  private final Numbers numbers;

  private Calculation(Way way, Numbers numbers) {
    this.way = way;
    this.numbers = numbers;
  }

  /**
   * @param currency of amounts that state none
   */
  static KpiValue value(Way way, Numbers numbers, String currency) {
    Optional<KpiValue> none = without(way, numbers.coverage());
    return none.isPresent()
        ? none.get()
        : new Calculation(way, numbers).value(currency(way, numbers.coverage(), currency));
  }

  /** What stands in the place of a value that cannot be computed from what is there. */
  static Optional<KpiValue> without(Way way, Coverage coverage) {
    if (coverage.extent() == Extent.NONE) {
      return Optional.of(withoutCoverage(coverage));
    }
    if (!way.unset().isEmpty()) {
      return Optional.of(KpiValue.notComputable(unset(way.unset())));
    }
    return way.hasMoney() && coverage.currencies().size() > 1
        ? Optional.of(KpiValue.notComputable(mixed(coverage)))
        : Optional.empty();
  }

  static Optional<String> currency(Way way, Coverage coverage, String ofClient) {
    return way.descriptor().unit() == KpiUnit.MONEY
        ? Optional.of(coverage.currencies().stream().findFirst().orElse(ofClient))
        : Optional.empty();
  }

  /** A table's value: as sure as what it rests on. */
  static KpiValue of(Way way, Coverage coverage, TableResult result, Optional<String> currency) {
    if (result.value().isEmpty()) {
      Reason reason =
          new Reason(
              Reason.Code.ZERO_DENOMINATOR,
              List.of(FormulaWords.of(way.formula())),
              "There is nothing to divide by: " + FormulaWords.of(way.formula()) + ".");
      return new KpiValue(
          Status.NOT_COMPUTABLE,
          Optional.empty(),
          result.numerator(),
          result.denominator(),
          currency,
          Optional.of(reason),
          Optional.of(result.table()));
    }
    return sure(coverage, result.value().get(), result.numerator(), result.denominator(), currency)
        .with(result.table());
  }

  private static KpiValue withoutCoverage(Coverage coverage) {
    Reason reason =
        coverage
            .reason()
            .orElseGet(
                () ->
                    new Reason(
                        Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported yet."));
    return reason.code() == Reason.Code.FAILED
        ? KpiValue.notComputable(reason)
        : KpiValue.noData(reason);
  }

  private static Reason unset(List<String> parameters) {
    return new Reason(
        Reason.Code.PARAMETER_NOT_SET,
        parameters,
        "The client has no value for "
            + String.join(", ", parameters)
            + " yet; give it one with: retainer client set");
  }

  private static Reason mixed(Coverage coverage) {
    List<String> codes = List.copyOf(new TreeSet<>(coverage.currencies()));
    return new Reason(
        Reason.Code.MIXED_CURRENCIES,
        codes,
        "Amounts of several currencies cannot be added: " + String.join(", ", codes) + ".");
  }

  private KpiValue value(Optional<String> currency) {
    try {
      if (way.formula() instanceof Formula.Table table) {
        return of(way, numbers.coverage(), result(table.block()), currency);
      }
      if (way.fraction().isEmpty()) {
        return sure(
            numbers.coverage(),
            number(way.formula()),
            Optional.empty(),
            Optional.empty(),
            currency);
      }
      BigDecimal numerator = number(way.fraction().get().numerator());
      BigDecimal denominator = number(way.fraction().get().denominator());
      if (denominator.signum() == 0) {
        return new KpiValue(
            Status.NOT_COMPUTABLE,
            Optional.empty(),
            Optional.of(numerator),
            Optional.of(denominator),
            currency,
            Optional.of(zero(way.fraction().get().denominator())));
      }
      return sure(
          numbers.coverage(),
          numerator.divide(denominator, DECIMAL128),
          Optional.of(numerator),
          Optional.of(denominator),
          currency);
    } catch (Stop stop) {
      return stop.value;
    }
  }

  private static KpiValue sure(
      Coverage coverage,
      BigDecimal value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency) {
    if (coverage.extent() == Extent.FULL && coverage.complete()) {
      return KpiValue.known(value, numerator, denominator, currency);
    }
    return new KpiValue(
        Status.PARTIAL,
        Optional.of(value),
        numerator,
        denominator,
        currency,
        Optional.of(coverage.reason().orElseGet(() -> unsure(coverage))));
  }

  private static Reason unsure(Coverage coverage) {
    if (coverage.extent() == Extent.FULL) {
      return new Reason(
          Reason.Code.ROWS_LEFT_OUT, List.of(), "The source left rows out of its export.");
    }
    List<String> days = coverage.missing().stream().map(Object::toString).toList();
    return new Reason(
        Reason.Code.MISSING_DAYS, days, "There are no data for " + String.join(", ", days) + ".");
  }

  private static Reason zero(Formula denominator) {
    String words = FormulaWords.of(denominator);
    return new Reason(
        Reason.Code.ZERO_DENOMINATOR, List.of(words), "The denominator is zero: " + words + ".");
  }

  private TableResult result(Block block) throws Stop {
    List<BigDecimal> parts = new ArrayList<>();
    for (Formula part : block.parts()) {
      parts.add(number(part));
    }
    return block instanceof Block.Funnel funnel
        ? FunnelTable.of(funnel.steps(), parts)
        : UpliftTable.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  private BigDecimal number(Formula formula) throws Stop {
    if (formula instanceof Constant constant) {
      return constant.value();
    } else if (formula instanceof Combined combined) {
      return combined(combined);
    } else if (formula instanceof Formula.Power power) {
      return number(power.base()).pow(power.exponent(), DECIMAL128);
    } else if (formula instanceof AsCounted counted) {
      return asCounted(counted);
    } else if (formula instanceof Formula.OfTotal total) {
      return numbers.total(total.rows(), total.aggregation()).orElse(BigDecimal.ZERO);
    }
    Aggregate aggregate = (Aggregate) formula;
    Optional<BigDecimal> number = numbers.number(aggregate.rows(), aggregate.aggregation());
    return number.isPresent() ? number.get() : absent(aggregate);
  }

  private BigDecimal combined(Combined combined) throws Stop {
    BigDecimal left = number(combined.left());
    BigDecimal right = number(combined.right());
    return switch (combined.operator()) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
      case DIVIDED_BY -> {
        if (right.signum() == 0) {
          throw new Stop(KpiValue.notComputable(zero(combined.right())));
        }
        yield left.divide(right, DECIMAL128);
      }
    };
  }

  /** What it means that the facts gave no number although the period is covered. */
  private BigDecimal absent(Aggregate aggregate) throws Stop {
    Aggregation aggregation = aggregate.aggregation();
    boolean adds =
        aggregation instanceof Aggregation.Sum
            || aggregation instanceof Aggregation.SumOfCounts
            || aggregation instanceof Aggregation.SumOnLastDay;
    if (adds && numbers.hasRows(aggregate.rows()) && aggregation.where().isEmpty()) {
      throw new Stop(KpiValue.noData(withoutValues(aggregation)));
    }
    if (aggregation instanceof Aggregation.Level
        || aggregation.isOfLastRows() && !(adds && numbers.hasRows(aggregate.rows()))) {
      throw new Stop(KpiValue.noData(withoutValues(aggregation)));
    }
    if (aggregation instanceof Aggregation.Statistic
        || aggregation instanceof Aggregation.Percentile) {
      throw new Stop(KpiValue.notComputable(zero(aggregate)));
    }
    return BigDecimal.ZERO;
  }

  private static Reason withoutValues(Aggregation aggregation) {
    List<String> columns = List.copyOf(Columns.of(aggregation));
    return new Reason(
        Reason.Code.COLUMN_NOT_IMPORTED,
        columns,
        "No row of the period has " + columns.stream().collect(Collectors.joining(", ")) + ".");
  }

  private BigDecimal asCounted(AsCounted counted) throws Stop {
    Aggregation aggregation = Way.aggregation(counted);
    Optional<BigDecimal> number = numbers.number(counted.rows(), aggregation);
    if (number.isPresent()) {
      return number.get();
    }
    throw new Stop(
        numbers.hasRows(counted.rows())
            ? KpiValue.notComputable(cannotBeAdded(counted.column()))
            : KpiValue.noData(withoutValues(aggregation)));
  }

  private Reason cannotBeAdded(String column) {
    return numbers
        .coverage()
        .reason()
        .filter(reason -> reason.code() == Reason.Code.DISTINCT_OVER_DAYS)
        .orElseGet(
            () ->
                new Reason(
                    Reason.Code.DISTINCT_OVER_DAYS,
                    List.of(column),
                    "The source counted "
                        + column
                        + " in several rows, and distinct people cannot be added."));
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
