package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Aggregation.Function;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the words that make one number of many rows, and refuses those that would mislead. */
final class AggregationReader {

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

    /** What two keys have of it may be the same, or no part of a whole. */
    boolean hasNoSum() {
      return isMiddle() || aggregation instanceof Aggregation.Distinct;
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
    if (call.word().equals("count") && call.named().isEmpty() && call.arguments().size() == 1) {
      problems.add(
          call.at(), "'count' with 1 argument", Counting.advice(call.arguments().get(0), fields));
      return Optional.empty();
    }
    if (!call.named().isEmpty() || (call.arguments().size() != expected && !weighs)) {
      problems.add(
          call.at(),
          "'" + call.word() + "' with " + given(call),
          "write "
              + call.word()
              + switch (expected) {
                case 0 -> "(); a condition follows it: " + call.word() + "().where(…)";
                case 1 ->
                    call.arguments().size() == 2
                            && call.arguments().get(1) instanceof Node.Binary second
                            && !RowValueReader.OPERATORS.containsKey(second.operator())
                        ? "(column); a condition follows it: " + call.word() + "(column).where(…)"
                        : "(column); it is " + meaning(call);
                default -> "(column, 90); it is " + meaning(call);
              });
      return Optional.empty();
    }
    List<Node> arguments = call.arguments();
    return switch (call.word()) {
      case "sum" ->
          summable(call)
              .map(
                  value ->
                      new Typed(
                          new Aggregation.Sum(value.value(), where),
                          innermost ? Nature.FLOW : Nature.DISTINCT,
                          value.dimension().summed()));
      case "count" -> count(call, where);
      case "min" -> statistics().of(Function.MIN, call, where);
      case "max" -> statistics().of(Function.MAX, call, where);
      case "median" -> statistics().of(Function.MEDIAN, call, where);
      case "percentile" -> statistics().percentile(call, where);
      case "furthest" -> furthest(call, where);
      case "last" -> levels().level(call, false, where);
      case "first" -> levels().level(call, true, where);
      case "weightedMean" -> means().weightedMean(call, where);
      case "countOnLastDay" -> levels().onLastDay(call, where);
      case "sumOnLastDay" -> levels().sumOnLastDay(call, where);
      case "sumOfCounts" -> levels().sumOfCounts(call, where);
      case "distinct" -> text(call).map(c -> counted(new Aggregation.Distinct(c, where)));
      case "existing" -> text(call).map(c -> counted(new Aggregation.ExistingKeys(c, where)));
      case "retained" -> text(call).map(c -> counted(new Aggregation.RetainedKeys(c, where)));
      default -> {
        problems.add(
            call.at(),
            "'" + call.word() + "' cannot stand " + (fields.areInsidePer() ? "inside per" : "here"),
            insidePer(call));
        yield Optional.empty();
      }
    };
  }

  private Optional<RowValueReader.Typed> summable(Node.Call call) {
    Node argument = call.arguments().get(0);
    Optional<RowValueReader.Typed> value = rowValues().summable(argument);
    if (value.isPresent() && value.get().value() instanceof RowValue.Constant) {
      problems.add(argument.at(), "a number for every row", "count rows with count()");
      return Optional.empty();
    }
    return value;
  }

  private void unknown(Node.Call call) {
    if (Vocabulary.ROW_VALUES.containsKey(call.word())) {
      problems.add(
          call.at(),
          "'" + call.word() + "' outside of an aggregation",
          "it is of each row, and the value is of all of them: write "
              + (call.word().equals("ifMissing")
                  ? "sum(ifMissing(margin, 0))"
                  : "median(" + call.word() + "(created_at, closed_at))"));
    } else if (!ForeignWords.report(call, problems) && !UnitWords.report(call, problems)) {
      problems.unknown(call.at(), "word", call.word(), Vocabulary.AGGREGATIONS.keySet());
    }
  }

  static String given(Node.Call call) {
    if (!call.named().isEmpty()) {
      return "named arguments";
    }
    int arguments = call.arguments().size();
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private static String meaning(Node.Call call) {
    return Vocabulary.AGGREGATIONS.get(call.word());
  }

  private static String insidePer(Node.Call call) {
    return switch (call.word()) {
      case "asCounted" ->
          "the source counted them once for all rows, and not for each key: write it in the value,"
              + " without per, and the key after by";
      case "avg" ->
          "write its parts as results, each on a line of its own, and divide in the value: a ="
              + " sum(…) and n = count(), then sum(a) / sum(n)";
      default -> meaning(call);
    };
  }

  LevelReader levels() {
    return new LevelReader(this, fields, innermost, problems);
  }

  MeanReader means() {
    return new MeanReader(this, fields, problems);
  }

  private StatisticReader statistics() {
    return new StatisticReader(this, fields, problems);
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

  /** Whether rows are things, such as orders; if not, that is said. */
  boolean isCountable(Node.Call call) {
    if (!fields.rowsAreThings()) {
      new RowsAreNoThings(fields, problems).report(call);
    }
    return fields.rowsAreThings();
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

  /** The column that a word is about. */
  Optional<Fields.Field> column(Node.Call call) {
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
    if (field.isPresent() && (!innermost || !field.get().names())) {
      problems.add(
          call.arguments().get(0).at(),
          "'" + call.word() + "' of " + field.get().name() + ", which is no key or dimension",
          field.get().isDate()
              ? "leave it out: the report asks for its days, weeks and months by itself; use it with"
                  + " a text column, like customer_key"
              : "use it with a text column, like customer_key");
      return Optional.empty();
    }
    return field.map(Fields.Field::name);
  }
}
