package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the words that stand for a formula of simpler ones, and writes that out, so that its parts
 * can be shown and added.
 */
record WrittenOut(
    Optional<RowSet> rows,
    Fields fields,
    Function<Node, Optional<Meaning>> read,
    Problems problems) {

  Optional<Meaning> compounded(Node.Call call) {
    Optional<BigDecimal> times =
        call.arguments().size() == 2 ? Numbers.literal(call.arguments().get(1)) : Optional.empty();
    boolean fits =
        times.isPresent()
            && times.get().stripTrailingZeros().scale() <= 0
            && times.get().signum() > 0
            && times.get().compareTo(BigDecimal.valueOf(366)) <= 0;
    if (!fits) {
      problems.add(
          times.isPresent() ? call.arguments().get(1).at() : call.at(),
          times.isPresent()
              ? "compounds " + ShownNumber.of(times.get()) + " periods"
              : "'compounded' without a rate and a number of periods",
          "write a whole number from 1 to 366: compounded(1 - kpi('customers.churn-rate'), 12)");
      return Optional.empty();
    }
    Optional<Meaning> rate = read.apply(call.arguments().get(0));
    try {
      return rate.isEmpty() ? rate : Optional.of(rate.get().power(times.get().intValueExact()));
    } catch (Meaning.Refused e) {
      problems.add(call.at(), e.getMessage(), e.advice());
      return Optional.empty();
    }
  }

  Optional<Meaning> perThousand(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 2 || !call.named().isEmpty() || where.isPresent()) {
      problems.add(
          call.at(),
          "'perThousand' without two parts",
          "write perThousand(sum(cost), sum(impressions))");
      return Optional.empty();
    }
    Optional<Meaning> part = read.apply(call.arguments().get(0));
    Optional<Meaning> whole = read.apply(call.arguments().get(1));
    if (part.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    Meaning thousand =
        new Meaning(
            new Formula.Constant(BigDecimal.valueOf(1000)), Nature.CONSTANT, Dimension.NONE);
    try {
      Meaning rate = part.get().combine(Operator.DIVIDED_BY, whole.get());
      return Optional.of(thousand.combine(Operator.TIMES, rate));
    } catch (Meaning.Refused e) {
      problems.add(call.at(), e.getMessage(), e.advice());
      return Optional.empty();
    }
  }

  /** Only what adds up over groups has a total that is the sum of what the groups show. */
  Optional<Meaning> total(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 1 || !call.named().isEmpty() || where.isPresent()) {
      problems.add(
          call.at(),
          "'total' without one aggregation",
          "write sum(sessions) / total(sum(sessions))");
      return Optional.empty();
    }
    Optional<Meaning> inner = read.apply(call.arguments().get(0));
    if (inner.isEmpty()) {
      return inner;
    }
    boolean addsUp =
        inner.get().formula() instanceof Formula.Aggregate aggregate
            && aggregate.rows().perKey().isEmpty()
            && (aggregate.aggregation() instanceof Aggregation.Sum
                || aggregate.aggregation() instanceof Aggregation.Count);
    if (!addsUp) {
      problems.add(
          call.arguments().get(0).at(),
          "this does not add up over groups, so they are no parts of a total",
          "write total(sum(column)) or total(count())");
      return Optional.empty();
    }
    Formula.Aggregate aggregate = (Formula.Aggregate) inner.get().formula();
    return Optional.of(
        new Meaning(
            new Formula.OfTotal(aggregate.rows(), aggregate.aggregation()),
            inner.get().nature(),
            inner.get().dimension()));
  }

  /** Written out as its two sums, so that the parts can be shown and added. */
  Optional<Meaning> weightedMean(Node.Call call, Optional<Condition> where) {
    if (call.arguments().isEmpty() || call.arguments().size() > 2) {
      return aggregations().read(call, where).flatMap(typed -> Optional.empty());
    }
    return aggregations()
        .means()
        .weighing(call)
        .map(
            w -> {
              Condition present = new Condition.Not(new Condition.Missing(w.column()));
              Condition both =
                  where.<Condition>map(c -> new Condition.All(List.of(c, present))).orElse(present);
              RowValue product = new RowValue.Arithmetic(Operator.TIMES, w.value(), w.weight());
              Formula formula =
                  Formula.dividedBy(
                      aggregate(new Aggregation.Sum(product, where)),
                      aggregate(new Aggregation.Sum(w.weight(), Optional.of(both))));
              return new Meaning(formula, Nature.WMEAN, w.dimension());
            });
  }

  /** Written out as a sum by a count of the things that have the value. */
  Optional<Meaning> average(Node.Call call, Optional<Condition> where) {
    return aggregations()
        .means()
        .average(call, where)
        .map(
            parts ->
                new Meaning(
                    Formula.dividedBy(aggregate(parts.sum()), aggregate(parts.count())),
                    Nature.RATIO,
                    parts.dimension()));
  }

  Optional<Meaning> asCounted(Node.Call call, Optional<Condition> where) {
    boolean oneColumn =
        call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Name;
    if (oneColumn && where.isPresent()) {
      problems.add(
          call.at(),
          "'asCounted' with where(…): what the source counted once for all rows is not narrowed"
              + " afterwards",
          "write where … on a line of its own in the KPI, and no other condition here");
      return Optional.empty();
    }
    if (!oneColumn || where.isPresent() || rows.orElseThrow().perKey().isPresent()) {
      problems.add(call.at(), "'asCounted' with more than a column", "write asCounted(users)");
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find((Node.Name) call.arguments().get(0), problems);
    if (field.isPresent() && field.get().additivity() != Additivity.DISTINCT) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " is no count of distinct people",
          "write sum(" + field.get().name() + ")");
      return Optional.empty();
    }
    return field.map(
        f ->
            new Meaning(
                new Formula.AsCounted(rows.orElseThrow(), f.name()),
                Nature.DISTINCT,
                f.dimension()));
  }

  private AggregationReader aggregations() {
    return new AggregationReader(fields, rows.orElseThrow().perKey().isEmpty(), problems);
  }

  private Formula aggregate(Aggregation aggregation) {
    return new Formula.Aggregate(rows.orElseThrow(), aggregation);
  }
}
