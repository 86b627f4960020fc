package io.retainer.kpi;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.ComparedMoney;
import io.retainer.kpi.formula.Estimates;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.HeldCurrency;
import io.retainer.kpi.formula.RowSet;
import io.retainer.kpi.formula.Wholes;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One way to compute a KPI, ready to be asked.
 *
 * @param wholes what its rates are taken of
 * @param isEstimate whether a part of it was not counted
 * @param prices currencies of amounts that parameters state, by parameter
 * @param illegal why it is computed for nobody with the client's values of its parameters
 */
record Way(
    KpiDescriptor descriptor,
    Formula formula,
    Optional<Fraction> fraction,
    List<Formula> wholes,
    boolean isEstimate,
    Map<String, String> prices,
    Optional<Reason> illegal) {

  Way(KpiDescriptor descriptor, Formula formula, Map<String, String> prices) {
    this(descriptor, formula, prices, Optional.empty());
  }

  private Way(
      KpiDescriptor descriptor,
      Formula formula,
      Map<String, String> prices,
      Optional<Reason> illegal) {
    this(
        descriptor,
        formula,
        Fraction.of(formula),
        Wholes.of(formula),
        Estimates.areIn(formula),
        prices,
        illegal);
  }

  /** Another formula of the same, which is as illegal. */
  Way as(Formula other) {
    return new Way(descriptor, other, prices, illegal);
  }

  Way without(Reason why, Map<String, String> parameters) {
    return new Way(descriptor.with(parameters), formula, prices, Optional.of(why));
  }

  /** Parameters that the client has yet to give. */
  List<String> unset() {
    return descriptor.parameters().entrySet().stream()
        .filter(parameter -> parameter.getValue().isBlank())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The building block that it is, when that asks for a table of its own. */
  Optional<Block> table() {
    return formula instanceof Formula.Table table && table.block().tableRows().isPresent()
        ? Optional.of(table.block())
        : Optional.empty();
  }

  /** Every row is on one of the weekdays: asked of rows that have to be of single days too. */
  private static final Aggregation ON_ANY_WEEKDAY =
      new Aggregation.Count(
          Optional.of(
              new Condition.CompareNumbers(
                  new RowValue.Weekday(),
                  Condition.Comparator.AT_LEAST,
                  new RowValue.Constant(BigDecimal.ONE))));

  /** What it asks the facts: by rows, the aggregations that must come from the same table. */
  Map<RowSet, Set<Aggregation>> asks() {
    Map<RowSet, Set<Aggregation>> asks = new LinkedHashMap<>();
    Consumer<Formula> ask =
        leaf ->
            asks.computeIfAbsent(Formula.rows(leaf), rows -> new LinkedHashSet<>())
                .add(aggregation(leaf));
    formula.eachLeaf(ask);
    // How many values a median is the middle of is no part of the formula.
    wholes.forEach(whole -> whole.eachLeaf(ask));
    models()
        .forEach(
            model ->
                asks.computeIfAbsent(model.rows(), rows -> new LinkedHashSet<>())
                    .add(basis(model)));
    askForSingleDays(asks);
    return asks;
  }

  /** Where some rows of a dataset have to be of single days, its others are of the same table. */
  private static void askForSingleDays(Map<RowSet, Set<Aggregation>> asks) {
    Set<Dataset> bySingleDays = new HashSet<>();
    asks.forEach(
        (rows, aggregations) -> {
          if (NeededTable.isOfSingleDays(rows, aggregations)) {
            bySingleDays.add(rows.dataset());
          }
        });
    asks.forEach(
        (rows, aggregations) -> {
          if (bySingleDays.contains(rows.dataset())
              && rows.perKey().isEmpty()
              && !NeededTable.isOfSingleDays(rows, aggregations)) {
            aggregations.add(ON_ANY_WEEKDAY);
          }
        });
  }

  /** Of the period: so that days, values and currencies that a model lacks are known. */
  private static Aggregation basis(Block.Expected model) {
    return model.money()
        ? new Aggregation.Sum(model.ask().value(), Optional.empty())
        : new Aggregation.Count(Optional.empty());
  }

  /** Those that have to be fitted before it can be computed. */
  List<Block.Expected> models() {
    Set<Block.Expected> models = new LinkedHashSet<>();
    formula.eachExpectation(models::add);
    return List.copyOf(models);
  }

  /** A sum of distinct people: the facts give it only where nothing has to be added. */
  static Aggregation aggregation(Formula leaf) {
    if (leaf instanceof Formula.Aggregate aggregate) {
      return aggregate.aggregation();
    }
    return leaf instanceof Formula.OfTotal total
        ? total.aggregation()
        : new Aggregation.Sum(
            new RowValue.ColumnValue(((Formula.AsCounted) leaf).column()), Optional.empty());
  }

  /** Whether it is a part of the number of all groups. */
  boolean isOfTotal() {
    boolean[] isOfTotal = {false};
    formula.eachLeaf(leaf -> isOfTotal[0] |= leaf instanceof Formula.OfTotal);
    return isOfTotal[0];
  }

  /** Whether the numbers of groups may be added to the number of all of them. */
  boolean addsUpOverGroups() {
    boolean[] addsUp = {true};
    formula.eachLeaf(leaf -> addsUp[0] &= addsUp(leaf));
    return addsUp[0];
  }

  private static boolean addsUp(Formula leaf) {
    Aggregation aggregation = aggregation(leaf);
    return !(leaf instanceof Formula.AsCounted)
        && Formula.rows(leaf).perKey().isEmpty()
        && (aggregation instanceof Aggregation.Sum
            || aggregation instanceof Aggregation.Count
            || aggregation instanceof Aggregation.Level
            || aggregation.isOfLastRows());
  }

  /** Whether amounts of money are in it, so that currencies matter. */
  boolean hasMoney() {
    if (table().isPresent()) {
      return descriptor.unit() == KpiUnit.MONEY
          || hasMoney(table().get())
          || table()
              .get()
              .tableRows()
              .filter(rows -> new ComparedMoney(rows).chooses())
              .isPresent();
    }
    return asks().entrySet().stream().anyMatch(ask -> hasMoney(ask.getKey(), ask.getValue()));
  }

  /** Those of the aggregations over some rows that amounts are in. */
  Set<Aggregation> amounts(RowSet rows) {
    return asks().get(rows).stream()
        .filter(aggregation -> hasMoney(rows, Set.of(aggregation)))
        .collect(Collectors.toSet());
  }

  private static boolean hasMoney(RowSet rows, Set<Aggregation> aggregations) {
    var money = new ComparedMoney(rows);
    return money.chooses()
        || rows.perKey().filter(inner -> money.hasMoney(Columns.of(inner.measures()))).isPresent()
        || aggregations.stream().anyMatch(aggregation -> hasMoney(money, aggregation));
  }

  private static boolean hasMoney(ComparedMoney money, Aggregation aggregation) {
    return money.hasMoney(NamedColumns.ofValues(aggregation)) || money.in(aggregation.where());
  }

  /** The one currency that its amounts are held to, whatever others the rows have. */
  Optional<String> heldCurrency() {
    return HeldCurrency.of(formula);
  }

  /** Money that is compared, as scores do, must be of one currency too. */
  private static boolean hasMoney(Block block) {
    if (block instanceof Block.Ranking ranking) {
      return hasMoney(new ComparedMoney(ranking.rows()), ranking.measure().aggregation());
    }
    return block instanceof Block.Expected expected && expected.money()
        || block instanceof Block.Rfm rfm
            && new ComparedMoney(rfm.rows()).hasMoney(NamedColumns.of(rfm.ask().value()));
  }
}
