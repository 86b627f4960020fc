package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the words that need rows before the period. */
final class LookBackReader {

  private static final Map<String, String> FORMS =
      Map.of(
          "activeBefore", "activeBefore(customer_key, 90)",
          "lost", "lost(customer_key, 90)",
          "matured", "matured(customer_key, 90)",
          "sumToAge", "sumToAge(customer_key, total, 90)",
          "openAtEnd", "openAtEnd(closed_at) or openAtEnd(closed_at, amount)");

  static final Set<String> WORDS = FORMS.keySet();

  private static final int MOST_DAYS = 3_660;

  private final Fields fields;
  private final boolean innermost;
  private final Problems problems;

  LookBackReader(Fields fields, boolean innermost, Problems problems) {
    this.fields = fields;
    this.innermost = innermost;
    this.problems = problems;
  }

  Optional<AggregationReader.Typed> read(Node.Call call, Optional<Condition> where) {
    List<Node> arguments = call.arguments();
    boolean fits =
        call.named().isEmpty()
            && switch (call.word()) {
              case "sumToAge" -> arguments.size() == 3;
              case "openAtEnd" -> arguments.size() == 1 || arguments.size() == 2;
              default -> arguments.size() == 2;
            };
    if (!fits || !innermost) {
      problems.add(
          call.at(),
          innermost
              ? "'" + call.word() + "' with " + AggregationReader.given(call)
              : "'" + call.word() + "' of an inner grouping",
          "write " + FORMS.get(call.word()) + (innermost ? "" : ", without 'per'"));
      return Optional.empty();
    }
    return call.word().equals("openAtEnd") ? open(call, where) : ofKeys(call, where);
  }

  private Optional<AggregationReader.Typed> ofKeys(Node.Call call, Optional<Condition> where) {
    Optional<String> key = key(call);
    Optional<Integer> days = days(call, call.arguments().get(call.arguments().size() - 1));
    if (call.word().equals("sumToAge")) {
      Optional<RowValueReader.Typed> value =
          new RowValueReader(fields, problems).summable(call.arguments().get(1));
      return key.isEmpty() || days.isEmpty()
          ? Optional.empty()
          : value.map(
              v ->
                  new AggregationReader.Typed(
                      new Aggregation.MaturedSum(key.get(), v.value(), days.get(), where),
                      Nature.DISTINCT,
                      v.dimension()));
    }
    if (key.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    Aggregation aggregation =
        switch (call.word()) {
          case "activeBefore" -> new Aggregation.ActiveKeys(key.get(), days.get(), where);
          case "lost" -> new Aggregation.LostKeys(key.get(), days.get(), where);
          default -> new Aggregation.MaturedKeys(key.get(), days.get(), where);
        };
    return Optional.of(new AggregationReader.Typed(aggregation, Nature.DISTINCT, Dimension.NONE));
  }

  private Optional<AggregationReader.Typed> open(Node.Call call, Optional<Condition> where) {
    Node first = call.arguments().get(0);
    Optional<Fields.Field> ended =
        first instanceof Node.Name name ? fields.find(name, problems) : Optional.empty();
    if (!(first instanceof Node.Name) || (ended.isPresent() && !ended.get().isDate())) {
      problems.add(first.at(), "this is no column with a date", "write openAtEnd(closed_at)");
      return Optional.empty();
    }
    if (ended.isPresent() && fields.isBeginning(ended.get().name())) {
      problems.add(
          first.at(),
          ended.get().name() + " is when it began, so that nothing is ever open",
          "name the column that says when it was over, like openAtEnd(closed_at)");
      return Optional.empty();
    }
    if (ended.isEmpty() || !areThings(call)) {
      return Optional.empty();
    }
    if (call.arguments().size() == 1) {
      return Optional.of(
          new AggregationReader.Typed(
              new Aggregation.OpenAtEnd(ended.get().name(), Optional.empty(), where),
              Nature.STOCK,
              Dimension.NONE));
    }
    return new RowValueReader(fields, problems)
        .summable(call.arguments().get(1))
        .map(
            value ->
                new AggregationReader.Typed(
                    new Aggregation.OpenAtEnd(
                        ended.get().name(), Optional.of(value.value()), where),
                    Nature.STOCK,
                    value.dimension()));
  }

  private boolean areThings(Node.Call call) {
    if (!fields.rowsAreThings()) {
      problems.add(
          call.at(),
          "rows of "
              + fields.owner()
              + " are not counted: one thing may stand in several, such as one for each day",
          "use it with a dataset of things, like deals");
    }
    return fields.rowsAreThings();
  }

  private Optional<String> key(Node.Call call) {
    if (!(call.arguments().get(0) instanceof Node.Name name)) {
      problems.add(
          call.arguments().get(0).at(), "this is no key", "write " + FORMS.get(call.word()));
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find(name, problems);
    boolean isKey =
        field.isPresent()
            && field.get().type() == ColumnType.TEXT
            && (field.get().additivity() == Additivity.KEY
                || field.get().additivity() == Additivity.DIMENSION);
    if (field.isPresent() && !isKey) {
      problems.add(name.at(), name.name() + " is no key or dimension", "use a text column");
    }
    return isKey ? field.map(Fields.Field::name) : Optional.empty();
  }

  private Optional<Integer> days(Node.Call call, Node node) {
    Optional<Integer> days = Numbers.days(node, MOST_DAYS);
    if (days.isEmpty()) {
      problems.add(
          node.at(),
          "this is no number of days",
          "write a whole number from 1 to %,d: %s".formatted(MOST_DAYS, FORMS.get(call.word())));
    }
    return days;
  }
}
