package io.retainer.kpi.script;

import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.Signed;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words for means: by a weight, and over things that have a value. */
record MeanReader(AggregationReader words, Fields fields, Problems problems) {

  Optional<AggregationReader.Typed> weightedMean(Node.Call call, Optional<Condition> where) {
    Optional<Weighing> weighing = weighing(call);
    return weighing.map(
        w ->
            new AggregationReader.Typed(
                new Aggregation.WeightedMean(w.value(), w.weight(), where),
                Nature.WMEAN,
                w.dimension()));
  }

  /** What {@code weightedMean(value)} or {@code weightedMean(value, weight)} weighs with what. */
  record Weighing(RowValue value, String column, RowValue weight, Dimension dimension) {}

  Optional<Weighing> weighing(Node.Call call) {
    Optional<Fields.Field> field =
        call.arguments().isEmpty() ? Optional.empty() : words.column(call);
    if (field.isEmpty() || !field.get().isNumeric()) {
      field.ifPresent(
          f -> problems.add(call.at(), f.name() + " is no number", "use a numeric one"));
      return Optional.empty();
    }
    if (field.get().additivity() == Additivity.DISTINCT) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " counts distinct people, which have no mean over rows",
          "write asCounted(" + field.get().name() + ")");
      return Optional.empty();
    }
    if (field.get().isMiddle()) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " is a mean or median of each key and has neither sum nor mean",
          "take the mean over all rows, like weightedMean(position) without per");
      return Optional.empty();
    }
    if (fields.isRepeated(field.get().name())) {
      new SummableColumns(fields, problems).repeated((Node.Name) call.arguments().get(0));
      return Optional.empty();
    }
    if (fields.isRank(field.get().name())) {
      String column = field.get().name();
      problems.add(
          call.arguments().get(0).at(),
          column + " is where single checks found something, and none of them weighs more",
          "take the mean of the last check: sumOnLastDay(ifMissing("
              + column
              + ", 101)) / countOnLastDay()");
      return Optional.empty();
    }
    if (fields.isMark(field.get().name()) && call.arguments().size() == 1) {
      problems.add(
          call.at(),
          field.get().name() + " is one answer, and each weighs the same",
          "write avg(" + field.get().name() + ")");
      return Optional.empty();
    }
    RowValue value = new RowValue.ColumnValue(field.get().name());
    Optional<String> own = field.get().weight();
    boolean isOther =
        call.arguments().size() == 2
            && own.isPresent()
            && !(call.arguments().get(1) instanceof Node.Name name
                && name.name().equals(own.get()));
    if (isOther) {
      problems.add(
          call.arguments().get(1).at(),
          field.get().name() + " is an average by " + own.get() + " and has no other weight",
          "write weightedMean(" + field.get().name() + ")");
      return Optional.empty();
    }
    if (call.arguments().size() == 2) {
      return weight(call.arguments().get(1))
          .map(w -> new Weighing(value, field.get().name(), w.value(), field.get().dimension()));
    }
    if (own.isEmpty()) {
      problems.add(
          call.at(),
          field.get().name() + " has no weight of its own",
          "write weightedMean(" + field.get().name() + ", weight)");
      return Optional.empty();
    }
    return Optional.of(
        new Weighing(
            value,
            field.get().name(),
            new RowValue.ColumnValue(field.get().weight().get()),
            field.get().dimension()));
  }

  /** What weighs: more for some rows than for others, and never less than nothing. */
  private Optional<RowValueReader.Typed> weight(Node node) {
    Optional<RowValueReader.Typed> weight = rowValues().summable(node);
    Set<String> columns = weight.map(typed -> NamedColumns.of(typed.value())).orElseGet(Set::of);
    Optional<String> signed = columns.stream().filter(Signed.COLUMNS::contains).findFirst();
    if (weight.isPresent() && columns.isEmpty()) {
      problems.add(
          node.at(),
          "the same weight for every row",
          "write avg(column), or name the column that says how much a row weighs");
    } else if (signed.isPresent() || weight.filter(MeanReader::isDifference).isPresent()) {
      problems.add(
          node.at(),
          signed.orElse("a difference") + " may be negative, and no row weighs less than nothing",
          "weigh by a count or an amount that is never negative, like impressions");
    } else {
      return weight;
    }
    return Optional.empty();
  }

  private static boolean isDifference(RowValueReader.Typed typed) {
    return typed.value() instanceof RowValue.Arithmetic arithmetic
        && arithmetic.operator() == RowValue.Operator.MINUS;
  }

  /** What {@code avg(value)} is computed from. */
  record Average(Aggregation sum, Aggregation count, Dimension dimension) {}

  Optional<Average> average(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 1 || !call.named().isEmpty()) {
      problems.add(call.at(), "'avg' with " + AggregationReader.given(call), "write avg(column)");
      return Optional.empty();
    }
    Optional<RowValueReader.Typed> value = rowValues().averaged(call.arguments().get(0));
    if (value.isEmpty() || !words.isCountable(call)) {
      return Optional.empty();
    }
    List<Condition> present = new ArrayList<>(where.stream().toList());
    Columns.bare(value.get().value())
        .forEach(column -> present.add(new Condition.Not(new Condition.Missing(column))));
    return Optional.of(
        new Average(
            new Aggregation.Sum(value.get().value(), where),
            new Aggregation.Count(
                present.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(present))),
            value.get().dimension()));
  }

  private RowValueReader rowValues() {
    return new RowValueReader(fields, problems);
  }
}
