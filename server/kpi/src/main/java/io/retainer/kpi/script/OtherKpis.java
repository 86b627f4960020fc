package io.retainer.kpi.script;

import java.util.Set;

/** A value that asks for no rows: numbers, and other KPIs. */
final class OtherKpis {

  private static final Set<String> OF_VALUES = Set.of("compounded", "perThousand");

  private OtherKpis() {}

  static boolean areAllOf(Node.Block value) {
    return value.statements().stream().allMatch(statement -> areAllOf(statement.node()));
  }

  /** Whether there is any. */
  static boolean areIn(Node node) {
    return node instanceof Node.Call call && call.word().equals("kpi")
        || Node.parts(node).stream().anyMatch(OtherKpis::areIn);
  }

  private static boolean areAllOf(Node node) {
    if (node instanceof Node.Binary binary) {
      return areAllOf(binary.left()) && areAllOf(binary.right());
    } else if (node instanceof Node.Prefix prefix) {
      return areAllOf(prefix.inner());
    } else if (node instanceof Node.Call call && call.target().isEmpty()) {
      return call.word().equals("kpi")
          || OF_VALUES.contains(call.word())
              && call.arguments().stream().allMatch(OtherKpis::areAllOf);
    }
    return node instanceof Node.Number || node instanceof Node.Quantity;
  }
}
