package io.retainer.kpi.script;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an inner grouping: {@code per(customer_key) { n = count() }}. */
record PerReader(Fields fields, Problems problems) {

  /** The grouping, and its results as names to calculate with. */
  record Inner(PerKey perKey, Fields fields) {}

  Optional<Inner> read(Node.Call per) {
    boolean wellFormed =
        per.arguments().size() == 2
            && per.arguments().get(0) instanceof Node.Name
            && per.arguments().get(1) instanceof Node.Block
            && per.named().isEmpty();
    if (!wellFormed) {
      OwnColumns own = new OwnColumns(fields);
      String key =
          !per.arguments().isEmpty()
                  && per.arguments().get(0) instanceof Node.Name name
                  && fields.isText(name.name())
              ? name.name()
              : own.key();
      boolean hasKeys = per.named().isEmpty() && per.arguments().size() > 2;
      problems.add(
          hasKeys ? per.arguments().get(1).at() : per.at(),
          hasKeys ? "'per' with several keys" : "'per' without a key and a block",
          hasKeys
              ? "it groups by one text column, and time is the report's: " + own.per(key)
              : "write " + own.per(key));
      return Optional.empty();
    }
    Node.Name key = (Node.Name) per.arguments().get(0);
    Optional<Fields.Field> field = fields.find(key, problems);
    if (field.isPresent() && !field.get().names()) {
      problems.add(
          key.at(),
          key.name() + " is no key or dimension",
          "use a text column: " + new OwnColumns(fields).per());
      return Optional.empty();
    }
    List<Measure> measures = new ArrayList<>();
    Map<String, AggregationReader.Typed> results = new LinkedHashMap<>();
    for (Node.Statement statement : ((Node.Block) per.arguments().get(1)).statements()) {
      result(key.name(), statement.node(), measures, results);
    }
    if (measures.isEmpty() && ((Node.Block) per.arguments().get(1)).statements().isEmpty()) {
      problems.add(
          per.at(), "'per' without a result", "write " + new OwnColumns(fields).per(key.name()));
      return Optional.empty();
    }
    if (measures.isEmpty()) {
      return Optional.empty();
    }
    return field.map(
        f -> new Inner(new PerKey(f.name(), measures), Fields.perKey(f.name(), results)));
  }

  private void result(
      String key, Node node, List<Measure> measures, Map<String, AggregationReader.Typed> results) {
    boolean wellFormed =
        node instanceof Node.Binary binary
            && binary.operator().equals("=")
            && binary.left() instanceof Node.Name
            && binary.right() instanceof Node.Call;
    if (!wellFormed) {
      boolean calculates =
          node instanceof Node.Binary named
              && named.operator().equals("=")
              && named.right() instanceof Node.Binary;
      problems.add(
          node.at(),
          calculates ? "calculates inside of 'per'" : "this is no result of 'per'",
          calculates
              ? "a result is one aggregation; calculate with results in the value: "
                  + new OwnColumns(fields).divided(key)
              : "write " + new OwnColumns(fields).per(key));
      return;
    }
    Node.Binary binary = (Node.Binary) node;
    Node.Name name = (Node.Name) binary.left();
    if (!name.name().matches("[a-z][a-zA-Z0-9_]{0,40}") || results.containsKey(name.name())) {
      problems.add(
          name.at(), "'" + name.name() + "' cannot be a result's name", "choose another one");
      return;
    }
    Node.Call call = (Node.Call) binary.right();
    Optional<Condition> narrowed = Optional.empty();
    if (call.word().equals("where")
        && call.target().isPresent()
        && call.target().get() instanceof Node.Call target
        && call.arguments().size() == 1) {
      narrowed = new ConditionReader(fields, problems).read(call.arguments().get(0));
      call = target;
    }
    if (call.target().isPresent()) {
      problems.add(
          call.at(),
          "'" + call.word() + "' cannot stand here",
          "write " + new OwnColumns(fields).per(key));
      return;
    }
    new AggregationReader(fields.insidePer(), true, problems)
        .read(call, narrowed)
        .ifPresent(
            typed -> {
              measures.add(new Measure(name.name(), typed.aggregation()));
              results.put(name.name(), typed);
            });
  }
}
