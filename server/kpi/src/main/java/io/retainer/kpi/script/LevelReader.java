package io.retainer.kpi.script;

import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import java.util.Optional;

/** Reads the words for what is there on a day, and for people that were counted on one. */
record LevelReader(AggregationReader words, Fields fields, boolean innermost, Problems problems) {

  Optional<AggregationReader.Typed> level(
      Node.Call call, boolean first, Optional<Condition> where) {
    Optional<Fields.Field> field = words.column(call);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (fields.isOrdinal(field.get().name())) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " says which row of its key each row is, and is no level",
          Fields.rowsOf(field.get().name()));
      return Optional.empty();
    }
    if (fields.isScale(field.get().name())) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " says how far a page was seen, and is no level of a day",
          Fields.reached(field.get().name()));
      return Optional.empty();
    }
    if (!innermost || field.get().additivity() != Additivity.LEVEL || isPosition(field.get())) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " is no level that can be added over accounts",
          instead(field.get()));
      return Optional.empty();
    }
    return Optional.of(
        new AggregationReader.Typed(
            new Aggregation.Level(field.get().name(), first, fields.profile(), where),
            Nature.STOCK,
            field.get().dimension()));
  }

  private static String instead(Fields.Field field) {
    String column = field.name();
    if (field.additivity() == Additivity.WEIGHTED) {
      return "write weightedMean(" + column + ")";
    } else if (isPosition(field)) {
      return Fields.ranks(column);
    }
    return field.additivity() == Additivity.DISTINCT
        ? "write asCounted(" + column + ")"
        : "write sum(" + column + ")";
  }

  private static boolean isPosition(Fields.Field field) {
    return field.dimension().equals(Dimension.POSITION);
  }

  Optional<AggregationReader.Typed> onLastDay(Node.Call call, Optional<Condition> where) {
    if (!isSnapshot(call, "count()")) {
      return Optional.empty();
    }
    return Optional.of(
        new AggregationReader.Typed(
            new Aggregation.CountOnLastDay(fields.checked(), where), Nature.STOCK, Dimension.NONE));
  }

  /** The rows of a check stand for all there is; orders of the last day do not. */
  private boolean isSnapshot(Node.Call call, String instead) {
    if (!innermost) {
      problems.add(call.at(), "'" + call.word() + "' of an inner grouping", "write " + instead);
    } else if (fields.rowsAreThings()) {
      problems.add(
          call.at(),
          "rows of " + fields.owner() + " are things that happened on a day, not all of that day",
          "write " + instead);
    }
    return innermost && !fields.rowsAreThings();
  }

  /** Levels of one day add up over rows, as long as they are no ranks. */
  Optional<AggregationReader.Typed> sumOnLastDay(Node.Call call, Optional<Condition> where) {
    if (!isSnapshot(call, "sum(column)")) {
      return Optional.empty();
    }
    return rowValues()
        .onOneDay(call.arguments().get(0))
        .filter(value -> isKnownWhereRanked(call, value.value(), where))
        .map(
            value ->
                new AggregationReader.Typed(
                    new Aggregation.SumOnLastDay(value.value(), fields.checked(), where),
                    Nature.STOCK,
                    value.dimension().summed()));
  }

  /** A rank that is missing must not be left out unseen: the mean gets better by it. */
  boolean isKnownWhereRanked(Node.Call call, RowValue value, Optional<Condition> where) {
    Optional<String> open =
        Columns.bare(value)
            .filter(fields::isRank)
            .filter(column -> !NamedColumns.of(where).contains(column))
            .findFirst();
    open.ifPresent(
        column ->
            problems.add(
                call.arguments().get(0).at(),
                "what was not found has no " + column + " and would be left out",
                "write ifMissing(" + column + ", 101), or where(" + column + " <= 30) after it"));
    return open.isEmpty();
  }

  Optional<AggregationReader.Typed> sumOfCounts(Node.Call call, Optional<Condition> where) {
    if (fields.areInsidePer()) {
      problems.add(
          call.at(),
          "'sumOfCounts' inside per, whose results do not say any more what they are",
          "write it in the value, in a KPI whose id ends with -daily-sum");
      return Optional.empty();
    }
    Optional<Fields.Field> field = words.column(call);
    if (field.isPresent() && (!innermost || field.get().additivity() != Additivity.DISTINCT)) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " is no count of distinct people",
          "write sum(" + field.get().name() + ")");
      return Optional.empty();
    }
    return field.map(
        f ->
            new AggregationReader.Typed(
                new Aggregation.SumOfCounts(f.name(), where), Nature.FLOW, f.dimension()));
  }

  private RowValueReader rowValues() {
    return new RowValueReader(fields, problems);
  }
}
