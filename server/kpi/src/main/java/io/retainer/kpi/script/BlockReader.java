package io.retainer.kpi.script;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.KnownShare;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.PartOfWhole;
import io.retainer.kpi.formula.RowSet;
import io.retainer.kpi.formula.Share;
import io.retainer.kpi.formula.TwoGroups;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the building blocks that stand alone as a value. */
final class BlockReader {

  private static final int MONTHS = 24;
  private static final int LARGEST_RANKING = 200;
  private static final int MOST_STEPS = 20;
  private static final int MOST_DAYS = 3_660;

  private static final Map<String, TableAsk.Ties> TIES =
      Map.of(
          "countBelow", TableAsk.Ties.COUNT_BELOW,
          "midrank", TableAsk.Ties.MIDRANK,
          "cumulative", TableAsk.Ties.CUMULATIVE);

  private final Optional<RowSet> rows;
  private final Fields fields;
  private final Function<Node, Optional<Meaning>> parts;
  private final Problems problems;

  /**
   * @param parts reads what a block is computed from
   */
  BlockReader(
      Optional<RowSet> rows,
      Fields fields,
      Function<Node, Optional<Meaning>> parts,
      Problems problems) {
    this.rows = rows;
    this.fields = fields;
    this.parts = parts;
    this.problems = problems;
  }

  static boolean isWord(String word) {
    return Vocabulary.BLOCKS.containsKey(word);
  }

  Optional<Meaning> read(Node.Call call) {
    if (!call.named().isEmpty()) {
      return wrong(call);
    }
    if (call.word().equals("uplift")) {
      return uplift(call);
    }
    if (rows.isEmpty() || rows.get().perKey().isPresent() || rows.get().history().isPresent()) {
      problems.add(
          call.at(),
          "'" + call.word() + "' needs the rows of a dataset as they are",
          "say which dataset, like from orders, and leave 'per' and 'history' out");
      return Optional.empty();
    }
    return switch (call.word()) {
      case "cohorts" -> cohorts(call);
      case "rfm" -> rfm(call);
      case "ranking" -> ranking(call);
      case "funnel" -> funnel(call);
      default -> expected(call);
    };
  }

  private Optional<Meaning> wrong(Node.Call call) {
    problems.add(
        call.at(),
        "'" + call.word() + "' with other arguments than it takes",
        "it is " + Vocabulary.BLOCKS.get(call.word()));
    return Optional.empty();
  }

  private static Optional<Meaning> meaning(Block block, Nature nature, Dimension dimension) {
    return Optional.of(new Meaning(new Formula.Table(block), nature, dimension));
  }

  private Optional<Meaning> cohorts(Node.Call call) {
    List<Node> arguments = call.arguments();
    if (arguments.isEmpty() || arguments.size() > 2) {
      return wrong(call);
    }
    Optional<String> key = key(arguments.get(0));
    Optional<Integer> months =
        arguments.size() == 1 ? Optional.of(MONTHS) : whole(arguments.get(1), 120);
    return key.isEmpty() || months.isEmpty()
        ? Optional.empty()
        : meaning(
            new Block.Cohorts(rows.get(), new TableAsk.Cohorts(key.get(), months.get())),
            Nature.RATIO,
            Dimension.NONE);
  }

  private Optional<Meaning> rfm(Node.Call call) {
    List<Node> arguments = call.arguments();
    if (arguments.size() < 3 || arguments.size() > 4) {
      return wrong(call);
    }
    Optional<String> key = key(arguments.get(0));
    Optional<RowValueReader.Typed> value = value(arguments.get(1));
    Optional<Integer> days = days(arguments.get(2));
    Optional<TableAsk.Ties> ties =
        arguments.size() == 3 ? Optional.of(TableAsk.Ties.COUNT_BELOW) : ties(arguments.get(3));
    return key.isEmpty() || value.isEmpty() || days.isEmpty() || ties.isEmpty()
        ? Optional.empty()
        : meaning(
            new Block.Rfm(
                rows.get(),
                new TableAsk.Scores(key.get(), value.get().value(), days.get(), ties.get())),
            Nature.SCORE,
            Dimension.NONE);
  }

  private Optional<TableAsk.Ties> ties(Node node) {
    Optional<TableAsk.Ties> ties =
        node instanceof Node.Text text
            ? Optional.ofNullable(TIES.get(text.text()))
            : Optional.empty();
    if (ties.isEmpty()) {
      problems.add(
          node.at(),
          "this is no rule for equal values",
          "write 'countBelow', 'midrank' or 'cumulative'");
    }
    return ties;
  }

  private Optional<Meaning> expected(Node.Call call) {
    boolean money = call.word().equals("expectedValue");
    List<Node> arguments = call.arguments();
    if (arguments.size() != (money ? 3 : 2)) {
      return wrong(call);
    }
    Optional<String> key = key(arguments.get(0));
    Optional<RowValueReader.Typed> value =
        money
            ? value(arguments.get(1))
            : Optional.of(
                new RowValueReader.Typed(new RowValue.Constant(BigDecimal.ONE), Dimension.NONE));
    Optional<Integer> days = days(arguments.get(arguments.size() - 1));
    return key.isEmpty() || value.isEmpty() || days.isEmpty()
        ? Optional.empty()
        : meaning(
            new Block.Expected(
                rows.get(),
                new TableAsk.Purchases(key.get(), value.get().value()),
                days.get(),
                money),
            Nature.DISTRIBUTION,
            value.get().dimension());
  }

  private Optional<Meaning> ranking(Node.Call call) {
    if (call.arguments().size() != 3) {
      return wrong(call);
    }
    Optional<Fields.Field> dimension = field(call.arguments().get(0));
    Optional<Meaning> measure = parts.apply(call.arguments().get(1));
    Optional<Integer> limit = whole(call.arguments().get(2), LARGEST_RANKING);
    if (dimension.isEmpty() || measure.isEmpty() || limit.isEmpty()) {
      return Optional.empty();
    }
    if (dimension.get().additivity() != Additivity.DIMENSION
        || dimension.get().type() != ColumnType.TEXT) {
      problems.add(
          call.arguments().get(0).at(),
          dimension.get().name() + " is no dimension",
          "rank by a text column that is no key, like product");
      return Optional.empty();
    }
    boolean addsUp =
        measure.get().formula() instanceof Formula.Aggregate aggregate
            && (aggregate.aggregation() instanceof Aggregation.Sum
                || aggregate.aggregation() instanceof Aggregation.Count);
    if (!addsUp) {
      problems.add(
          call.arguments().get(1).at(),
          "what does not add up has no share of a total and no \"other\"",
          "rank by sum(column) or count()");
      return Optional.empty();
    }
    return meaning(
        new Block.Ranking(
            rows.get(),
            dimension.get().name(),
            (Formula.Aggregate) measure.get().formula(),
            limit.get()),
        Nature.RANK,
        measure.get().dimension());
  }

  private Optional<Meaning> funnel(Node.Call call) {
    if (call.arguments().size() != 2
        || !(call.arguments().get(1) instanceof Node.Items items)
        || items.nodes().size() < 2
        || items.nodes().size() > MOST_STEPS) {
      return wrong(call);
    }
    Optional<String> key = key(call.arguments().get(0));
    List<Condition> steps = new ArrayList<>();
    for (Node step : items.nodes()) {
      new ConditionReader(fields, problems).read(step).ifPresent(steps::add);
    }
    if (key.isEmpty() || steps.size() < items.nodes().size() || isTwice(items, steps)) {
      return Optional.empty();
    }
    Measure furthest = new Measure("furthest", new Aggregation.Furthest(steps, Optional.empty()));
    RowSet own = rows.get();
    RowSet entities =
        new RowSet(
            own.dataset(),
            own.where(),
            Optional.of(new PerKey(key.get(), List.of(furthest))),
            own.dated(),
            Optional.empty());
    List<Formula> reached = new ArrayList<>();
    for (int i = 1; i <= steps.size(); i++) {
      Condition there =
          new Condition.Compare("furthest", Condition.Comparator.AT_LEAST, BigDecimal.valueOf(i));
      reached.add(new Formula.Aggregate(entities, new Aggregation.Count(Optional.of(there))));
    }
    List<String> names = items.nodes().stream().map(StepName::of).toList();
    return meaning(new Block.Funnel(names, reached), Nature.RATIO, Dimension.NONE);
  }

  private boolean isTwice(Node.Items items, List<Condition> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.subList(0, i).contains(steps.get(i))) {
        problems.add(
            items.nodes().get(i).at(),
            "the same step stands here twice",
            "name each step once, in the order in which they happen");
        return true;
      }
    }
    return false;
  }

  private Optional<Meaning> uplift(Node.Call call) {
    if (call.arguments().size() != 4) {
      return wrong(call);
    }
    List<Formula> read = new ArrayList<>();
    for (Node argument : call.arguments()) {
      Optional<Meaning> part = parts.apply(argument);
      boolean isCount =
          part.isPresent()
              && part.get().dimension().equals(Dimension.NONE)
              && (part.get().nature() == Nature.FLOW || part.get().nature() == Nature.DISTINCT);
      if (part.isPresent() && !isCount) {
        problems.add(
            argument.at(),
            "successes and trials are counts, and this is " + part.get().nature(),
            "write uplift(sum(a), sum(b), sum(c), sum(d)) with counts");
      } else {
        part.map(Meaning::formula).ifPresent(read::add);
      }
    }
    if (read.size() < 4) {
      return Optional.empty();
    }
    Block.Uplift uplift =
        new Block.Uplift(read.get(0), read.get(1), read.get(2), read.get(3), Experiments.in(read));
    return areCompared(call, uplift)
        ? meaning(uplift, Nature.RATIO, Dimension.NONE)
        : Optional.empty();
  }

  private boolean areCompared(Node.Call call, Block.Uplift uplift) {
    try {
      TwoGroups.check(uplift);
    } catch (Meaning.Refused e) {
      problems.add(call.at(), e.getMessage(), e.advice());
      return false;
    }
    return isPart(call.arguments().get(0), "A", uplift.successesA(), uplift.trialsA())
        && isPart(call.arguments().get(2), "B", uplift.successesB(), uplift.trialsB());
  }

  /** A trial succeeds once or not at all; the test is made for that. */
  private boolean isPart(Node at, String group, Formula successes, Formula trials) {
    Share share = new Share(successes, trials, false);
    boolean isNone =
        NoShare.problem(new Fraction(successes, trials)).isPresent()
            || PartOfWhole.problem(share).isPresent()
            || KnownShare.problem(share, "").isPresent();
    if (isNone) {
      problems.add(
          at.at(),
          "the successes of " + group + " are no part of its trials",
          "a trial has one success or none: count successes among the trials, like"
              + " sum(clicks_unique) of sum(delivered), or count().where(a && b) of count().where(a)");
    }
    return !isNone;
  }

  private Optional<RowValueReader.Typed> value(Node node) {
    return new RowValueReader(fields, problems).summable(node);
  }

  private Optional<Fields.Field> field(Node node) {
    if (node instanceof Node.Name name) {
      return fields.find(name, problems);
    }
    problems.add(node.at(), "this is no column", "name a column of the dataset");
    return Optional.empty();
  }

  private Optional<String> key(Node node) {
    Optional<Fields.Field> field = field(node);
    boolean isKey = field.filter(Fields.Field::names).isPresent();
    if (field.isPresent() && !isKey) {
      problems.add(node.at(), field.get().name() + " is no key or dimension", "use a text column");
    }
    return isKey ? field.map(Fields.Field::name) : Optional.empty();
  }

  private Optional<Integer> days(Node node) {
    return whole(node, Numbers.days(node, MOST_DAYS), MOST_DAYS);
  }

  private Optional<Integer> whole(Node node, int largest) {
    return whole(node, Numbers.whole(node, largest), largest);
  }

  private Optional<Integer> whole(Node node, Optional<Integer> whole, int largest) {
    if (whole.isEmpty()) {
      problems.add(
          node.at(),
          "this is no whole number from 1 to %,d".formatted(largest),
          "write one, like 12");
    }
    return whole;
  }
}
