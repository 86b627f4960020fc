package io.retainer.mapping;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.toolkit.Truth;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Checks that what a mapping says makes sense, and learns which columns are numbers or dates. */
final class MappingCheck {

  private static final List<String> GATHERING = List.of("sum", "count", "first", "last");
  private static final List<String> FUNCTIONS =
      List.of("sum", "count", "first", "last", "hash", "round");

  private final MappingNotes notes;
  private final Dataset dataset;
  private final Set<String> names;
  private final Set<String> counted = new LinkedHashSet<>();
  private final Set<String> dated = new LinkedHashSet<>();
  private Node gathering;

  MappingCheck(MappingNotes notes, Dataset dataset, Set<String> names) {
    this.notes = notes;
    this.dataset = dataset;
    this.names = names;
  }

  Set<String> counted() {
    return counted;
  }

  Set<String> dated() {
    return dated;
  }

  void dated(String name) {
    dated.add(name);
  }

  boolean isColumn(String column, Node node) {
    if (dataset.find(column).isPresent()) {
      return true;
    }
    notes.note(
        node,
        "\"" + column + "\"",
        "a column of " + dataset.name(),
        Spelling.advice(column, dataset.columns().stream().map(Column::name).toList()));
    return false;
  }

  boolean isShortName(String name, Node node, int offset) {
    if (names.contains(name)) {
      return true;
    }
    notes.note(
        node,
        offset,
        "\"" + name + "\"",
        "a short name from \"columns:\", or 'text in quotes'",
        Spelling.advice(name, names));
    return false;
  }

  /** A value for a column of the dataset. */
  void value(String column, Node node, Expression value) {
    Column target = dataset.column(column);
    Expression inner = value;
    if (value instanceof Expression.Call call) {
      if (!isFunction(call, node)) {
        return;
      }
      if (GATHERING.contains(call.function())) {
        gathering = node;
      }
      if (call.function().equals("count")) {
        return;
      }
      inner = call.arguments().get(0);
    }
    boolean hashed = value instanceof Expression.Call call && call.function().equals("hash");
    if (column.endsWith("_key") && !hashed && !(value instanceof Expression.None)) {
      notes.note(
          node,
          "a person as it stands in the file",
          "hash(…)",
          "Names, numbers and addresses of people are not kept: write hash(customer).");
    }
    switch (target.type()) {
      case INTEGER, DECIMAL -> number(inner, node);
      case DATE, TIMESTAMP -> date(inner, node, target);
      case TEXT, BOOLEAN -> text(inner, node);
    }
  }

  private boolean isFunction(Expression.Call call, Node node) {
    if (!FUNCTIONS.contains(call.function())) {
      notes.note(
          node,
          call.at(),
          "\"" + call.function() + "\"",
          "a function",
          Spelling.advice(call.function(), FUNCTIONS));
      return false;
    }
    int wanted = call.function().equals("count") ? 0 : 1;
    if (call.arguments().size() != wanted) {
      notes.note(
          node,
          call.at(),
          call.function() + "() with " + call.arguments().size() + " values",
          wanted == 0 ? "count()" : call.function() + "(a column)",
          "Write what it is to work on between the brackets.");
      return false;
    }
    return true;
  }

  /** A constant of the column's type. */
  Optional<Expression> constant(String column, Node node, String text) {
    if (!dataset.relations().admits(column, text)) {
      notes.note(
          node,
          "\"" + text + "\"",
          "a " + column + " of " + dataset.name(),
          Spelling.advice(text, dataset.relations().values().get(column)));
      return Optional.empty();
    }
    ColumnType type = dataset.column(column).type();
    if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN && Truth.of(text).isPresent()) {
      return Optional.of(new Expression.Word(0, text));
    }
    if ((type == ColumnType.INTEGER || type == ColumnType.DECIMAL)
        && text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      return Optional.of(new Expression.Figure(0, new BigDecimal(text)));
    }
    notes.note(node, "\"" + text + "\"", "a constant of type " + type, "Use \"values:\" instead.");
    return Optional.empty();
  }

  void condition(Node node, Expression condition) {
    if (condition instanceof Expression.And and) {
      condition(node, and.left());
      condition(node, and.right());
    } else if (condition instanceof Expression.Or or) {
      condition(node, or.left());
      condition(node, or.right());
    } else if (condition instanceof Expression.Not not) {
      condition(node, not.of());
    } else if (condition instanceof Expression.TextTest test) {
      text(test.left(), node);
    } else if (condition instanceof Expression.Same same) {
      text(same.left(), node);
      text(same.right(), node);
    } else if (condition instanceof Expression.OneOf oneOf) {
      text(oneOf.left(), node);
    } else if (condition instanceof Expression.IsEmpty isEmpty) {
      text(isEmpty.left(), node);
    } else if (condition instanceof Expression.Comparison comparison) {
      if (isText(comparison.left()) || isText(comparison.right())) {
        text(comparison.left(), node);
        text(comparison.right(), node);
      } else {
        number(comparison.left(), node);
        number(comparison.right(), node);
      }
    } else {
      notes.note(
          node,
          condition.at(),
          "a value",
          "a condition, such as quantity <= 0 or invoice starts with 'C'",
          "Compare the value with something.");
    }
  }

  private static boolean isText(Expression value) {
    return value instanceof Expression.Word;
  }

  private void number(Expression value, Node node) {
    if (value instanceof Expression.ColumnName column) {
      if (isShortName(column.name(), node, column.at())) {
        counted.add(column.name());
      }
    } else if (value instanceof Expression.Arithmetic arithmetic) {
      number(arithmetic.left(), node);
      number(arithmetic.right(), node);
    } else if (!(value instanceof Expression.Figure || value instanceof Expression.None)) {
      notes.note(
          node,
          value.at(),
          "what is no number",
          "a column, a number, or + - * of them",
          "Correct it.");
    }
  }

  private void text(Expression value, Node node) {
    if (value instanceof Expression.ColumnName column) {
      isShortName(column.name(), node, column.at());
    } else if (!(value instanceof Expression.Word || value instanceof Expression.None)) {
      notes.note(
          node, value.at(), "what is no text", "a column, or 'text in quotes'", "Correct it.");
    }
  }

  private void date(Expression value, Node node, Column target) {
    if (value instanceof Expression.ColumnName column) {
      if (isShortName(column.name(), node, column.at())) {
        dated.add(column.name());
      }
    } else if (!(value instanceof Expression.None)) {
      notes.note(
          node,
          value.at(),
          "what is no date",
          "a column of dates for " + target.name(),
          "Name the column alone.");
    }
  }

  /** The moment that says on which day a row of the dataset is. */
  private Optional<Column> moment() {
    return dataset.columns().stream().filter(it -> it.type() == ColumnType.TIMESTAMP).findFirst();
  }

  boolean hasMoment(Map<String, Map<String, Expression>> kinds) {
    return moment().filter(it -> kinds.get(Mapping.ORDINARY).containsKey(it.name())).isPresent();
  }

  /** What can be said only when everything is known. */
  void whole(
      Node root, Map<String, Map<String, Expression>> kinds, boolean grouped, boolean hasDay) {
    if (gathering != null && !grouped) {
      notes.note(
          gathering,
          "a sum or count over lines",
          "\"group by:\" with the column whose equal values make one row",
          "Add \"group by: order\", or write the value without sum(…).");
    }
    for (String key : dataset.key()) {
      if (!kinds.get(Mapping.ORDINARY).containsKey(key)) {
        notes.note(root, "no " + key, "a value for " + key, "Add it under \"values:\".");
      }
    }
    Optional<Column> moment = moment();
    if (moment.isPresent() && !hasDay && !hasMoment(kinds)) {
      notes.note(
          root,
          "no " + moment.get().name(),
          "the day of each row",
          "Add \"" + moment.get().name() + ": day\" under \"values:\".");
    }
    boolean measures =
        kinds.values().stream()
            .flatMap(kind -> kind.keySet().stream())
            .map(dataset::column)
            .anyMatch(it -> it.additivity() != Additivity.DIMENSION);
    if (!measures) {
      notes.note(
          root, "no figures", "values for columns that count", "Add them under \"values:\".");
    }
    if (counted.stream().anyMatch(dated::contains)) {
      notes.note(root, "a column used as date and as number", "one use", "Correct the values.");
    }
  }
}
