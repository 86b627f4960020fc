package io.retainer.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes the YAML of a mapping apart and notes every mistake with its place. */
final class MappingNotes {

  private final List<MappingProblem> problems = new ArrayList<>();

  List<MappingProblem> problems() {
    return problems;
  }

  void note(Node node, String saw, String expected, String advice) {
    note(node, 0, saw, expected, advice);
  }

  void note(Node node, int offset, String saw, String expected, String advice) {
    var mark = node.getStartMark();
    boolean quoted =
        node instanceof ScalarNode scalar
            && scalar.getScalarStyle() != org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN;
    int column = mark.getColumn() + 1 + offset + (quoted ? 1 : 0);
    problems.add(new MappingProblem(mark.getLine() + 1, column, saw, expected, advice));
  }

  /**
   * The entries of a block, by key.
   *
   * @param known keys there may be; empty for any
   */
  Map<String, Node> entries(Node node, List<String> known, String what) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode block)) {
      note(node, describe(node), what, "Write one \"name: value\" on each line, indented alike.");
      return entries;
    }
    for (var tuple : block.getValue()) {
      Optional<String> key = text(tuple.getKeyNode(), "a name");
      if (key.isEmpty()) {
        continue;
      }
      if (!known.isEmpty() && !known.contains(key.get())) {
        note(
            tuple.getKeyNode(),
            "\"" + key.get() + "\"",
            "a word of the mapping",
            Spelling.advice(key.get(), known));
      } else if (entries.put(key.get(), tuple.getValueNode()) != null) {
        note(tuple.getKeyNode(), "\"" + key.get() + "\" twice", "it once", "Remove one of them.");
      }
    }
    return entries;
  }

  Optional<String> text(Node node, String expected) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    note(node, describe(node), expected, "Write it on the same line, after the colon.");
    return Optional.empty();
  }

  /** One text, or a list of them. */
  List<String> texts(Node node, String expected) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().flatMap(item -> text(item, expected).stream()).toList();
    }
    return text(node, expected).stream().toList();
  }

  List<Node> items(Node node, String expected) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    note(node, describe(node), expected, "Begin each one with \"- \".");
    return List.of();
  }

  /** One of a few words. */
  <T> Optional<T> choice(Node node, Map<String, T> choices) {
    Optional<String> text = text(node, "one of " + choices.keySet());
    if (text.isPresent() && !choices.containsKey(text.get())) {
      note(
          node,
          "\"" + text.get() + "\"",
          "one of " + String.join(", ", choices.keySet()),
          Spelling.advice(text.get(), choices.keySet()));
    }
    return text.map(choices::get);
  }

  Optional<Expression> expression(Node node) {
    Optional<String> text = text(node, "a value such as sum(quantity * price)");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ExpressionParser.parse(text.get()));
    } catch (ExpressionParser.SyntaxError error) {
      String rest = text.get().substring(Math.min(error.at(), text.get().length()));
      note(
          node,
          error.at(),
          rest.isEmpty() ? "the end of \"" + text.get() + "\"" : "\"" + rest + "\"",
          error.expected(),
          "Correct \"" + text.get() + "\".");
      return Optional.empty();
    }
  }

  private static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? "nothing" : "\"" + scalar.getValue() + "\"";
    }
    return node instanceof SequenceNode ? "a list" : "a block of names and values";
  }
}
