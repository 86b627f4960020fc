package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a formula and checks what it means while doing so. */
final class ValueReader {

  private static final String NO_FROM = "there is no 'from'";
  private static final String NARROWER =
      "narrow the KPI's own rows: from orders on a line of its own, and count().where(total > 100)"
          + " as the value, or a KPI of its own with that, which is named here";

  private final Optional<RowSet> rows;
  private final Fields fields;
  private final Function<Node.Call, Optional<Meaning>> operands;
  private final Problems problems;
  private Node whole;
  private boolean isToldOfRows;

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
    whole = whole == null ? node : whole;
    if (node instanceof Node.Quantity quantity) {
      Dimension dimension = Dimension.of(quantity.unit());
      return Optional.of(
          new Meaning(
              new Formula.Constant(quantity.value(), dimension), Nature.CONSTANT, dimension));
    }
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
      bare(name);
    } else if (node instanceof Node.Binary named && named.operator().equals("=")) {
      problems.add(
          node.at(),
          "a name is given in the value",
          "leave it out: names are given in per(…) { … }");
    } else if (node instanceof Node.Text text) {
      UnitWords.text(text, fields, problems);
    } else {
      problems.add(node.at(), "this is no number", "write aggregations and + - * /");
    }
    return Optional.empty();
  }

  /** Once for all that needs rows. */
  private void withoutRows(Place at, String message) {
    if (!isToldOfRows) {
      isToldOfRows = true;
      problems.add(at, message, MeantDataset.which(Stream.of(whole)));
    }
  }

  /** A word or a column by itself. */
  private void bare(Node.Name name) {
    String word = name.name();
    String times = Vocabulary.ROW_VALUES.get(word);
    if (rows.isEmpty()) {
      withoutRows(name.at(), NO_FROM);
    } else if (times != null && !fields.has(word)) {
      problems.add(
          name.at(),
          "'" + word + "' is no number by itself, such as that of the " + word + " of the period",
          "it takes two columns: median("
              + word
              + "(created_at, closed_at)); amounts of periods of"
              + " unlike length are compared for each day by themselves");
    } else if (AggregationReader.isWord(word)) {
      problems.add(
          name.at(),
          "'" + word + "' without an aggregation",
          "write " + word + (isOfRows(word) ? "()" : "(column)"));
    } else {
      fields
          .find(name, problems)
          .ifPresent(
              field ->
                  problems.add(
                      name.at(),
                      "'" + word + "' without an aggregation",
                      "write " + aggregated(field)));
    }
  }

  /** What may be written of a column. */
  private String aggregated(Fields.Field field) {
    return switch (field.additivity()) {
      case DIMENSION, KEY ->
          fields.isText(field.name())
              ? "distinct(" + field.name() + "), or count().where(…)"
              : "count().where(…)";
      case DISTINCT -> "asCounted(" + field.name() + ")";
      case LEVEL ->
          fields.isOrdinal(field.name())
              ? "count().where(" + field.name() + " > 1)"
              : "last(" + field.name() + ")";
      case WEIGHTED -> "weightedMean(" + field.name() + ")";
      case MARK -> "avg(" + field.name() + ")";
      case ADDITIVE -> "sum(" + field.name() + ")";
    };
  }

  private static boolean isOfRows(String word) {
    return word.equals("count") || word.equals("countOnLastDay");
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
    if (operator == Operator.DIVIDED_BY
        && right.formula() instanceof Formula.Constant constant
        && constant.value().signum() == 0) {
      problems.add(at, "divides by zero", "divide by a measure, like sum(a) / sum(b)");
      return Optional.empty();
    }
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
      return writtenOut().compounded(call);
    }
    if (call.word().equals("perThousand")) {
      return writtenOut().perThousand(call, where);
    }
    if (call.word().equals("kpi")) {
      return where.isPresent() ? narrowedKpi(call) : operands.apply(call);
    }
    if (rows.isEmpty() && !call.word().equals("total") && ForeignWords.report(call, problems)) {
      return Optional.empty();
    }
    if (rows.isEmpty()) {
      withoutRows(call.at(), NO_FROM);
      return Optional.empty();
    }
    Optional<Node.Binary> factored = factored(call);
    if (factored.isPresent()) {
      return scaled(factored.get(), where);
    }
    return switch (call.word()) {
      case "total" -> writtenOut().total(call, where);
      case "avg" -> writtenOut().average(call, where);
      case "weightedMean" -> writtenOut().weightedMean(call, where);
      case "asCounted" -> writtenOut().asCounted(call, where);
      default ->
          new AggregationReader(fields, rows.get().perKey().isEmpty(), problems)
              .read(call, where)
              .flatMap(typed -> new WholeRows(rows.get(), problems).of(call, typed, where));
    };
  }

  /** {@code sum(a * 100)} as {@code sum(a) * 100}: a factor means the same wherever it stands. */
  private static Optional<Node.Binary> factored(Node.Call sum) {
    if (!sum.word().equals("sum")
        || sum.arguments().size() != 1
        || !(sum.arguments().get(0) instanceof Node.Binary inner)) {
      return Optional.empty();
    }
    boolean isRight = Numbers.isOne(inner.right());
    boolean isFactor =
        inner.operator().equals("*") && (isRight || Numbers.isOne(inner.left()))
            || inner.operator().equals("/") && isRight;
    if (!isFactor) {
      return Optional.empty();
    }
    List<Node> rest = List.of(isRight ? inner.left() : inner.right());
    Node of = new Node.Call(sum.at(), sum.target(), sum.word(), rest, sum.named());
    Node factor = isRight ? inner.right() : inner.left();
    return Optional.of(new Node.Binary(inner.at(), inner.operator(), of, factor));
  }

  private Optional<Meaning> scaled(Node.Binary factored, Optional<Condition> where) {
    Optional<Meaning> sum = called((Node.Call) factored.left(), where);
    Optional<Meaning> factor = read(factored.right());
    return sum.isEmpty() || factor.isEmpty()
        ? Optional.empty()
        : combine(
            sum.get(),
            RowValueReader.OPERATORS.get(factored.operator()),
            factor.get(),
            factored.at());
  }

  /** What is wrong with an aggregation whichever rows it is of. */
  private void apart(Node.Call aggregation, Optional<Condition> outer) {
    Problems others = new Problems(problems.file());
    new ValueReader(rows, fields, operands, others).called(aggregation, outer);
    problems.addAllBut(
        others, Vocabulary.knows(aggregation.word()) ? Set.of(aggregation.at()) : Set.of());
  }

  private WrittenOut writtenOut() {
    return new WrittenOut(rows, fields, this::read, problems);
  }

  /** Another KPI is a number already, and a number has no rows. */
  private Optional<Meaning> narrowedKpi(Node.Call kpi) {
    problems.add(kpi.at(), "where(…) after kpi(…), which is a number and has no rows", NARROWER);
    return Optional.empty();
  }

  private Optional<Meaning> narrowed(Node.Call call, Optional<Condition> outer) {
    Node target = call.target().orElseThrow();
    if (target instanceof Node.Name dataset && AggregationReader.isWord(call.word())) {
      problems.add(
          call.at(),
          "'%s' before '%s'".formatted(dataset.name(), call.word()),
          "say which rows once, on a line of its own, like from orders, and write "
              + call.word()
              + (isOfRows(call.word()) ? "()" : "(…)")
              + " without it");
      return Optional.empty();
    }
    if (!call.word().equals("where") && ForeignWords.report(call, problems)) {
      return Optional.empty();
    }
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
    if (aggregation.word().equals("kpi")) {
      return narrowedKpi(aggregation);
    }
    if (rows.isEmpty()) {
      withoutRows(call.at(), "there is no 'from', and where(…) has no rows to narrow");
      return Optional.empty();
    }
    Optional<Condition> condition =
        new ConditionReader(fields, problems).read(call.arguments().get(0));
    if (condition.isEmpty()) {
      apart(aggregation, outer);
      return Optional.empty();
    }
    Condition both =
        outer
            .<Condition>map(o -> new Condition.All(List.of(condition.get(), o)))
            .orElse(condition.get());
    return called(aggregation, Optional.of(both));
  }
}
