package io.retainer.kpi.script;

import java.util.Set;

/**
 * Lists of nothing that a condition names. One of a parameter waits for the client; one in the
 * condition itself would wait for ever.
 */
final class EmptyLists {

  private static final Set<String> NAMING = Set.of("contains", "startsWith", "endsWith");

  private EmptyLists() {}

  /**
   * @param block as written, with the names of parameters
   */
  static void report(Node.Block block, Problems problems) {
    block.statements().forEach(statement -> report(statement.node(), problems));
  }

  private static void report(Node node, Problems problems) {
    if (node instanceof Node.Binary in && in.operator().equals("in")) {
      refuse(in.right(), problems);
    } else if (node instanceof Node.Call call && NAMING.contains(call.word())) {
      call.arguments().forEach(argument -> refuse(argument, problems));
    }
    Node.parts(node).forEach(part -> report(part, problems));
  }

  private static void refuse(Node node, Problems problems) {
    if (node instanceof Node.Items items && items.nodes().isEmpty()) {
      problems.add(
          node.at(),
          "an empty list, in which nothing is",
          "name what is meant, like ['a', 'b']; what each client says for itself is a parameter that"
              + " begins empty: param known: []");
    }
  }
}
