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

/** Reads a formula and checks what it means while doing so. */
final class ValueReader {

  private final Optional<RowSet> rows;
  private final Fields fields;
  private final Function<Node.Call, Optional<Meaning>> operands;
  private final Problems problems;

  /**
   * @param rows what {@code from} and {@code where} say; empty when only other KPIs are combined
   * @param operands finds other KPIs, and reports those that are not there
   */
  ValueReader(
      Optional<RowSet> rows,
      Fields fields,
      Function<Node.Call, Optional<Meaning>> operands,
      Problems problems) {
    this.rows = rows;
    this.fields = fields;
    this.operands = operands;
    this.problems = problems;
  }

  Optional<Meaning> read(Node node) {
    Optional<BigDecimal> literal = Numbers.literal(node);
    if (literal.isPresent()) {
      return Optional.of(
          new Meaning(new Formula.Constant(literal.get()), Nature.CONSTANT, Dimension.NONE));
    }
    if (node instanceof Node.Binary binary
        && RowValueReader.OPERATORS.containsKey(binary.operator())) {
      return combined(binary);
    }
    if (node instanceof Node.Prefix prefix && prefix.operator().equals("-")) {
      return read(prefix.inner())
          .flatMap(inner -> combine(minusOne(), Operator.TIMES, inner, prefix.at()));
    }
    if (node instanceof Node.Call call) {
      return called(call, Optional.empty());
    }
    if (node instanceof Node.Name name) {
      problems.add(
          name.at(),
          "'" + name.name() + "' without an aggregation",
          "write sum(" + name.name() + ")");
    } else if (node instanceof Node.Binary named && named.operator().equals("=")) {
      problems.add(
          node.at(),
          "a name is given in the value",
          "leave it out: names are given in per(…) { … }");
    } else {
      problems.add(node.at(), "this is no number", "write aggregations and + - * /");
    }
    return Optional.empty();
  }

  private static Meaning minusOne() {
    return new Meaning(
        new Formula.Constant(BigDecimal.ONE.negate()), Nature.CONSTANT, Dimension.NONE);
  }

  private Optional<Meaning> combined(Node.Binary binary) {
    Optional<Meaning> left = read(binary.left());
    Optional<Meaning> right = read(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Operator operator = RowValueReader.OPERATORS.get(binary.operator());
    return combine(left.get(), operator, right.get(), binary.at());
  }

  private Optional<Meaning> combine(Meaning left, Operator operator, Meaning right, Place at) {
    try {
      return Optional.of(left.combine(operator, right));
    } catch (Meaning.Refused e) {
      problems.add(at, e.getMessage(), e.advice());
      return Optional.empty();
    }
  }

  private Optional<Meaning> called(Node.Call call, Optional<Condition> where) {
    if (call.target().isPresent()) {
      return narrowed(call, where);
    }
    if (BlockReader.isWord(call.word())) {
      if (where.isPresent()) {
        problems.add(
            call.at(), "where(…) after " + call.word() + "(…)", "use 'where' on its own line");
        return Optional.empty();
      }
      return new BlockReader(rows, fields, this::read, problems).read(call);
    }
    if (call.word().equals("compounded")) {
      return compounded(call);
    }
    if (call.word().equals("perThousand")) {
      return perThousand(call, where);
    }
    if (call.word().equals("kpi")) {
      if (where.isPresent()) {
        problems.add(call.at(), "where(…) after kpi(…)", "narrow inside that KPI instead");
        return Optional.empty();
      }
      return operands.apply(call);
    }
    if (rows.isEmpty() && !call.word().equals("total") && ForeignWords.report(call, problems)) {
      return Optional.empty();
    }
    if (rows.isEmpty()) {
      problems.add(call.at(), "there is no 'from'", "say which dataset: from orders");
      return Optional.empty();
    }
    return switch (call.word()) {
      case "total" -> total(call, where);
      case "avg" -> average(call, where);
      case "weightedMean" -> weightedMean(call, where);
      case "asCounted" -> asCounted(call, where);
      default ->
          aggregations()
              .read(call, where)
              .map(
                  typed ->
                      new Meaning(
                          aggregate(typed.aggregation()), typed.nature(), typed.dimension()));
    };
  }

  private Optional<Meaning> compounded(Node.Call call) {
    Optional<BigDecimal> times =
        call.arguments().size() == 2 ? Numbers.literal(call.arguments().get(1)) : Optional.empty();
    boolean fits =
        times.isPresent()
            && times.get().stripTrailingZeros().scale() <= 0
            && times.get().signum() > 0
            && times.get().compareTo(BigDecimal.valueOf(366)) <= 0;
    if (!fits) {
      problems.add(
          call.at(),
          "'compounded' without a rate and a number of periods",
          "write compounded(1 - kpi('customers.churn-rate'), 12)");
      return Optional.empty();
    }
    Optional<Meaning> rate = read(call.arguments().get(0));
    try {
      return rate.isEmpty() ? rate : Optional.of(rate.get().power(times.get().intValueExact()));
    } catch (Meaning.Refused e) {
      problems.add(call.at(), e.getMessage(), e.advice());
      return Optional.empty();
    }
  }

  private Optional<Meaning> perThousand(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 2 || !call.named().isEmpty() || where.isPresent()) {
      problems.add(
          call.at(),
          "'perThousand' without two parts",
          "write perThousand(sum(cost), sum(impressions))");
      return Optional.empty();
    }
    Optional<Meaning> part = read(call.arguments().get(0));
    Optional<Meaning> whole = read(call.arguments().get(1));
    if (part.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    Meaning thousand =
        new Meaning(
            new Formula.Constant(BigDecimal.valueOf(1000)), Nature.CONSTANT, Dimension.NONE);
    return combine(part.get(), Operator.DIVIDED_BY, whole.get(), call.at())
        .flatMap(rate -> combine(thousand, Operator.TIMES, rate, call.at()));
  }

  /** Only what adds up over groups has a total that is the sum of what the groups show. */
  private Optional<Meaning> total(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 1 || !call.named().isEmpty() || where.isPresent()) {
      problems.add(
          call.at(),
          "'total' without one aggregation",
          "write sum(sessions) / total(sum(sessions))");
      return Optional.empty();
    }
    Optional<Meaning> inner = read(call.arguments().get(0));
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

  private AggregationReader aggregations() {
    return new AggregationReader(fields, rows.orElseThrow().perKey().isEmpty(), problems);
  }

  private Formula aggregate(Aggregation aggregation) {
    return new Formula.Aggregate(rows.orElseThrow(), aggregation);
  }

  private Optional<Meaning> narrowed(Node.Call call, Optional<Condition> outer) {
    Node target = call.target().orElseThrow();
    if (!call.word().equals("where") || !(target instanceof Node.Call aggregation)) {
      problems.add(
          call.at(),
          "'" + call.word() + "' directly after another part",
          "put + - * or / between them; only where(…) follows with a point: .where(a == 'b')");
      return Optional.empty();
    }
    if (call.arguments().size() != 1) {
      problems.add(call.at(), "where(…) without a condition", "write where(column == 'value')");
      return Optional.empty();
    }
    Optional<Condition> condition =
        new ConditionReader(fields, problems).read(call.arguments().get(0));
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    Condition both =
        outer
            .<Condition>map(o -> new Condition.All(List.of(condition.get(), o)))
            .orElse(condition.get());
    return called(aggregation, Optional.of(both));
  }

  /** Written out as its two sums, so that the parts can be shown and added. */
  private Optional<Meaning> weightedMean(Node.Call call, Optional<Condition> where) {
    if (call.arguments().isEmpty() || call.arguments().size() > 2) {
      return aggregations().read(call, where).map(typed -> minusOne());
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
  private Optional<Meaning> average(Node.Call call, Optional<Condition> where) {
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

  private Optional<Meaning> asCounted(Node.Call call, Optional<Condition> where) {
    boolean oneColumn =
        call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Name;
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
}
