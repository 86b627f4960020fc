package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Aggregation.Function;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the words that make one number of many rows, and refuses those that would mislead. */
final class AggregationReader {

  private static final Map<String, String> NOT_HERE =
      Map.of(
          "average", "write avg(column) over orders or answers, and sum(a) / sum(b) for rates",
          "mean", "write avg(column) over orders or answers, and sum(a) / sum(b) for rates",
          "total", "write sum(column)",
          "size", "write count()",
          "unique", "write distinct(column)",
          "uniq", "write distinct(column)",
          "latest", "write last(column)");

  private final Fields fields;
  private final boolean innermost;
  private final Problems problems;

  /**
   * @param innermost whether rows are the dataset's own, not those of an inner grouping
   */
  AggregationReader(Fields fields, boolean innermost, Problems problems) {
    this.fields = fields;
    this.innermost = innermost;
    this.problems = problems;
  }

  /** An aggregation and what its number means. */
  record Typed(Aggregation aggregation, Nature nature, Dimension dimension) {

    /** A mean or a median: what it gives for several keys has no sum. */
    boolean isMiddle() {
      return nature == Nature.WMEAN
          || aggregation instanceof Aggregation.Percentile
          || aggregation instanceof Aggregation.Statistic statistic
              && statistic.function() == Function.MEDIAN;
    }
  }

  static boolean isWord(String word) {
    return Vocabulary.AGGREGATIONS.containsKey(word);
  }

  Optional<Typed> read(Node.Call call, Optional<Condition> where) {
    if (!isWord(call.word())) {
      unknown(call);
      return Optional.empty();
    }
    if (LookBackReader.WORDS.contains(call.word())) {
      return new LookBackReader(fields, innermost, problems).read(call, where);
    }
    int expected =
        switch (call.word()) {
          case "count", "countOnLastDay" -> 0;
          case "percentile" -> 2;
          default -> 1;
        };
    boolean weighs = call.word().equals("weightedMean") && call.arguments().size() == 2;
    if (!call.named().isEmpty() || (call.arguments().size() != expected && !weighs)) {
      problems.add(
          call.at(),
          "'" + call.word() + "' with " + given(call),
          "write "
              + call.word()
              + switch (expected) {
                case 0 -> "(); a condition follows it: " + call.word() + "().where(…)";
                case 1 -> "(column); it is " + meaning(call);
                default -> "(column, 90); it is " + meaning(call);
              });
      return Optional.empty();
    }
    List<Node> arguments = call.arguments();
    return switch (call.word()) {
      case "sum" ->
          rowValues()
              .summable(arguments.get(0))
              .map(
                  value ->
                      new Typed(
                          new Aggregation.Sum(value.value(), where),
                          innermost ? Nature.FLOW : Nature.DISTINCT,
                          value.dimension()));
      case "count" -> count(call, where);
      case "min" -> statistic(Function.MIN, call, where);
      case "max" -> statistic(Function.MAX, call, where);
      case "median" -> statistic(Function.MEDIAN, call, where);
      case "percentile" -> percentile(call, where);
      case "furthest" -> furthest(call, where);
      case "last" -> level(call, false, where);
      case "first" -> level(call, true, where);
      case "weightedMean" -> weightedMean(call, where);
      case "countOnLastDay" -> onLastDay(call, where);
      case "sumOnLastDay" -> sumOnLastDay(call, where);
      case "sumOfCounts" -> sumOfCounts(call, where);
      case "distinct" -> text(call).map(c -> counted(new Aggregation.Distinct(c, where)));
      case "existing" -> text(call).map(c -> counted(new Aggregation.ExistingKeys(c, where)));
      case "retained" -> text(call).map(c -> counted(new Aggregation.RetainedKeys(c, where)));
      default -> {
        problems.add(call.at(), "'" + call.word() + "' cannot stand here", meaning(call));
        yield Optional.empty();
      }
    };
  }

  private void unknown(Node.Call call) {
    String advice = NOT_HERE.get(call.word());
    if (advice != null) {
      problems.add(call.at(), "unknown word '" + call.word() + "'", advice);
    } else {
      problems.unknown(call.at(), "word", call.word(), Vocabulary.AGGREGATIONS.keySet());
    }
  }

  private static String given(Node.Call call) {
    if (!call.named().isEmpty()) {
      return "named arguments";
    }
    int arguments = call.arguments().size();
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private static String meaning(Node.Call call) {
    return Vocabulary.AGGREGATIONS.get(call.word());
  }

  private RowValueReader rowValues() {
    return new RowValueReader(fields, problems);
  }

  private static Typed counted(Aggregation aggregation) {
    return new Typed(aggregation, Nature.DISTINCT, Dimension.NONE);
  }

  private Optional<Typed> count(Node.Call call, Optional<Condition> where) {
    return isCountable(call)
        ? Optional.of(
            new Typed(
                new Aggregation.Count(where),
                innermost ? Nature.FLOW : Nature.DISTINCT,
                Dimension.NONE))
        : Optional.empty();
  }

  private boolean isCountable(Node.Call call) {
    if (!fields.rowsAreThings()) {
      problems.add(
          call.at(),
          "rows of " + fields.owner() + " are cuts of numbers, not things",
          "sum a column, or count what stands in one: per(column) { … } or distinct(column)");
    }
    return fields.rowsAreThings();
  }

  private Optional<Typed> statistic(Function function, Node.Call call, Optional<Condition> where) {
    Optional<RowValueReader.Typed> value = rowValues().any(call.arguments().get(0));
    boolean isExtreme = function != Function.MEDIAN;
    if (isExtreme && value.isPresent() && RowValueReader.isQuotient(value.get().value())) {
      problems.add(
          call.arguments().get(0).at(),
          "'" + call.word() + "' of a rate finds the row with the smallest base",
          "divide sums, like sum(a) / sum(b), or break the KPI down");
      return Optional.empty();
    }
    return value.isPresent() && isCountable(call)
        ? Optional.of(
            new Typed(
                new Aggregation.Statistic(function, value.get().value(), where),
                Nature.DISTRIBUTION,
                value.get().dimension()))
        : Optional.empty();
  }

  private Optional<Typed> furthest(Node.Call call, Optional<Condition> where) {
    if (!innermost
        || !(call.arguments().get(0) instanceof Node.Items items)
        || items.nodes().isEmpty()) {
      problems.add(
          call.at(),
          "'furthest' without a list of steps",
          "write per(deal_id) { reached = furthest([stage == 'lead', stage == 'won']) }");
      return Optional.empty();
    }
    List<Condition> steps = new ArrayList<>();
    items
        .nodes()
        .forEach(step -> new ConditionReader(fields, problems).read(step).ifPresent(steps::add));
    return steps.size() < items.nodes().size()
        ? Optional.empty()
        : Optional.of(
            new Typed(new Aggregation.Furthest(steps, where), Nature.DISTRIBUTION, Dimension.NONE));
  }

  private Optional<Typed> percentile(Node.Call call, Optional<Condition> where) {
    Optional<RowValueReader.Typed> value = rowValues().any(call.arguments().get(0));
    Optional<BigDecimal> percent = Numbers.literal(call.arguments().get(1));
    if (value.isEmpty() || !isCountable(call)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Typed(
              new Aggregation.Percentile(
                  value.get().value(), percent.orElse(BigDecimal.ONE.negate()), where),
              Nature.DISTRIBUTION,
              value.get().dimension()));
    } catch (IllegalArgumentException e) {
      problems.add(
          call.arguments().get(1).at(),
          "this is no percentile",
          "write a number from 0 to 100 with at most one decimal: percentile(column, 90)");
      return Optional.empty();
    }
  }

  private Optional<Fields.Field> column(Node.Call call) {
    if (call.arguments().get(0) instanceof Node.Name name) {
      return fields.find(name, problems);
    }
    problems.add(
        call.arguments().get(0).at(),
        "'" + call.word() + "' of something that is no column",
        "write " + call.word() + "(column)");
    return Optional.empty();
  }

  private Optional<String> text(Node.Call call) {
    Optional<Fields.Field> field = column(call);
    if (field.isPresent() && (!innermost || field.get().isNumeric())) {
      problems.add(
          call.arguments().get(0).at(),
          "'" + call.word() + "' of " + field.get().name() + ", which is no key or dimension",
          "use it with a text column, like customer_key");
      return Optional.empty();
    }
    return field.map(Fields.Field::name);
  }

  private Optional<Typed> level(Node.Call call, boolean first, Optional<Condition> where) {
    Optional<Fields.Field> field = column(call);
    if (field.isEmpty()) {
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
        new Typed(
            new Aggregation.Level(field.get().name(), first, where),
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

  private Optional<Typed> weightedMean(Node.Call call, Optional<Condition> where) {
    Optional<Weighing> weighing = weighing(call);
    return weighing.map(
        w ->
            new Typed(
                new Aggregation.WeightedMean(w.value(), w.weight(), where),
                Nature.WMEAN,
                w.dimension()));
  }

  /** What {@code weightedMean(value)} or {@code weightedMean(value, weight)} weighs with what. */
  record Weighing(RowValue value, String column, RowValue weight, Dimension dimension) {}

  Optional<Weighing> weighing(Node.Call call) {
    Optional<Fields.Field> field = call.arguments().isEmpty() ? Optional.empty() : column(call);
    if (field.isEmpty() || !field.get().isNumeric()) {
      field.ifPresent(
          f -> problems.add(call.at(), f.name() + " is no number", "use a numeric one"));
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
      return rowValues()
          .summable(call.arguments().get(1))
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

  private Optional<Typed> onLastDay(Node.Call call, Optional<Condition> where) {
    if (!isSnapshot(call, "count()")) {
      return Optional.empty();
    }
    return Optional.of(
        new Typed(new Aggregation.CountOnLastDay(where), Nature.STOCK, Dimension.NONE));
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
  private Optional<Typed> sumOnLastDay(Node.Call call, Optional<Condition> where) {
    if (!isSnapshot(call, "sum(column)")) {
      return Optional.empty();
    }
    return rowValues()
        .onOneDay(call.arguments().get(0))
        .filter(value -> isKnownWhereRanked(call, value.value(), where))
        .map(
            value ->
                new Typed(
                    new Aggregation.SumOnLastDay(value.value(), where),
                    Nature.STOCK,
                    value.dimension()));
  }

  /** A rank that is missing must not be left out unseen: the mean gets better by it. */
  private boolean isKnownWhereRanked(Node.Call call, RowValue value, Optional<Condition> where) {
    Optional<String> open =
        bare(value)
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

  private static Stream<String> bare(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return Stream.of(column.column());
    }
    if (value instanceof RowValue.Elapsed elapsed) {
      return Stream.of(elapsed.from(), elapsed.to());
    }
    return value instanceof RowValue.Arithmetic arithmetic
        ? Stream.concat(bare(arithmetic.left()), bare(arithmetic.right()))
        : Stream.empty();
  }

  private Optional<Typed> sumOfCounts(Node.Call call, Optional<Condition> where) {
    Optional<Fields.Field> field = column(call);
    if (field.isPresent() && (!innermost || field.get().additivity() != Additivity.DISTINCT)) {
      problems.add(
          call.arguments().get(0).at(),
          field.get().name() + " is no count of distinct people",
          "write sum(" + field.get().name() + ")");
      return Optional.empty();
    }
    return field.map(
        f -> new Typed(new Aggregation.SumOfCounts(f.name(), where), Nature.FLOW, f.dimension()));
  }

  /** What {@code avg(value)} is computed from. */
  record Average(Aggregation sum, Aggregation count, Dimension dimension) {}

  Optional<Average> average(Node.Call call, Optional<Condition> where) {
    if (call.arguments().size() != 1 || !call.named().isEmpty()) {
      problems.add(call.at(), "'avg' with " + given(call), "write avg(column)");
      return Optional.empty();
    }
    Optional<RowValueReader.Typed> value = rowValues().averaged(call.arguments().get(0));
    if (value.isEmpty() || !isCountable(call)) {
      return Optional.empty();
    }
    List<Condition> present = new ArrayList<>(where.stream().toList());
    bare(value.get().value())
        .forEach(column -> present.add(new Condition.Not(new Condition.Missing(column))));
    return Optional.of(
        new Average(
            new Aggregation.Sum(value.get().value(), where),
            new Aggregation.Count(
                present.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(present))),
            value.get().dimension()));
  }
}
