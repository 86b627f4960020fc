package io.retainer.kpi.script;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.History.Tells;
import io.retainer.model.fact.History.Told;
import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code history(customer_key) { nth = nth(); acquired = first(channel) }}. */
final class HistoryReader {

  private static final Map<String, Tells> TELLS =
      Map.of(
          "nth", Tells.NTH,
          "first", Tells.FIRST,
          "daysSinceFirst", Tells.DAYS_SINCE_FIRST,
          "daysSincePrevious", Tells.DAYS_SINCE_PREVIOUS);

  private final Fields fields;
  private final Problems problems;

  HistoryReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * @param where which rows count in the history: those that count for the KPI
   */
  Optional<History> read(Node.Call call, Optional<Condition> where) {
    boolean wellFormed =
        call.arguments().size() == 2
            && call.arguments().get(0) instanceof Node.Name
            && call.arguments().get(1) instanceof Node.Block
            && call.named().isEmpty();
    if (!wellFormed) {
      problems.add(
          call.at(),
          "'history' without a key and a block",
          "write history(" + new OwnColumns(fields).key() + ") { n = nth() }");
      return Optional.empty();
    }
    Node.Name key = (Node.Name) call.arguments().get(0);
    Optional<Fields.Field> field = fields.find(key, problems);
    if (field.isPresent() && !isKey(field.get())) {
      problems.add(key.at(), key.name() + " is no key or dimension", "use a text column");
      return Optional.empty();
    }
    if (field.isPresent() && !fields.rowsAreThings()) {
      problems.add(
          call.at(),
          "rows of "
              + fields.owner()
              + " are not counted: one thing may stand in several, such as one for each day",
          "a history needs a dataset of things, like orders");
      return Optional.empty();
    }
    List<Told> columns = new ArrayList<>();
    for (Node.Statement statement : ((Node.Block) call.arguments().get(1)).statements()) {
      told(statement.node(), columns).ifPresent(columns::add);
    }
    return field.filter(f -> !columns.isEmpty()).map(f -> new History(f.name(), where, columns));
  }

  private static boolean isKey(Fields.Field field) {
    return field.type() == ColumnType.TEXT
        && (field.additivity() == Additivity.KEY || field.additivity() == Additivity.DIMENSION);
  }

  private Optional<Told> told(Node node, List<Told> before) {
    boolean wellFormed =
        node instanceof Node.Binary binary
            && binary.operator().equals("=")
            && binary.left() instanceof Node.Name
            && binary.right() instanceof Node.Call call
            && call.target().isEmpty()
            && call.named().isEmpty();
    if (!wellFormed) {
      problems.add(node.at(), "this is nothing that a history tells", "write n = nth()");
      return Optional.empty();
    }
    Node.Binary binary = (Node.Binary) node;
    Node.Name name = (Node.Name) binary.left();
    boolean isTaken =
        fields.names().contains(name.name())
            || before.stream().anyMatch(told -> told.name().equals(name.name()));
    if (!name.name().matches("[a-z][a-zA-Z0-9_]{0,40}") || isTaken) {
      problems.add(
          name.at(),
          "'" + name.name() + "' cannot be the name of what a history tells",
          "choose another one");
      return Optional.empty();
    }
    return told(name.name(), (Node.Call) binary.right());
  }

  private Optional<Told> told(String name, Node.Call call) {
    Tells tells = TELLS.get(call.word());
    if (tells == null) {
      problems.unknown(call.at(), "word of a history", call.word(), Vocabulary.HISTORY.keySet());
      return Optional.empty();
    }
    int expected = tells == Tells.FIRST ? 1 : 0;
    if (call.arguments().size() != expected) {
      problems.add(
          call.at(),
          "'" + call.word() + "' with " + AggregationReader.given(call),
          expected == 0 ? "write " + call.word() + "()" : "write first(channel)");
      return Optional.empty();
    }
    if (expected == 0) {
      return Optional.of(new Told(name, tells, Optional.empty()));
    }
    if (!(call.arguments().get(0) instanceof Node.Name column)) {
      problems.add(call.at(), "'first' of something that is no column", "write first(channel)");
      return Optional.empty();
    }
    return fields
        .find(column, problems)
        .map(field -> new Told(name, tells, Optional.of(field.name())));
  }
}
