package io.retainer.kpi.script;

import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A script as a tree of the few things a definition may consist of. It knows nothing of Groovy, so
 * everything behind it is out of reach of Groovy's surprises.
 */
public sealed interface Node {

  Place at();

  /** What it is made of, but for what has a key. */
  static List<Node> parts(Node node) {
    if (node instanceof Call call) {
      return Stream.concat(call.target().stream(), call.arguments().stream()).toList();
    } else if (node instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    } else if (node instanceof Prefix prefix) {
      return List.of(prefix.inner());
    } else if (node instanceof Items items) {
      return items.nodes();
    } else if (node instanceof Block block) {
      return block.statements().stream().map(Statement::node).toList();
    }
    return List.of();
  }

  /** A bare word: a column, a dataset, a unit. */
  record Name(Place at, String name) implements Node {}

  /** A quoted text. */
  record Text(Place at, String text) implements Node {}

  /** A number. */
  record Number(Place at, BigDecimal value) implements Node {}

  /**
   * A number that states what it measures: the value of a parameter, where its name stands.
   *
   * @param value a percentage is a fraction
   * @param currency of money
   */
  record Quantity(Place at, BigDecimal value, KpiUnit unit, Optional<String> currency)
      implements Node {

    Quantity of(BigDecimal other) {
      return new Quantity(at, other, unit, currency);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(Place at, boolean value) implements Node {}

  /** {@code null}. */
  record Nothing(Place at) implements Node {}

  /** {@code [a, b]}. */
  record Items(Place at, List<Node> nodes) implements Node {}

  /** {@code [a: 1, b: 2]}. */
  record Entries(Place at, List<Entry> entries) implements Node {}

  /** {@code word(arguments)}, {@code target.word(arguments)} or {@code word arguments}. */
  record Call(Place at, Optional<Node> target, String word, List<Node> arguments, List<Entry> named)
      implements Node {}

  /** {@code left operator right}. */
  record Binary(Place at, String operator, Node left, Node right) implements Node {}

  /** {@code !inner} or {@code -inner}. */
  record Prefix(Place at, String operator, Node inner) implements Node {}

  /**
   * {@code { … }}.
   *
   * @param text what stands between the braces
   */
  record Block(Place at, List<Statement> statements, String text) implements Node {}

  /** A key and its value. */
  record Entry(Place at, String key, Node value) {}

  /**
   * A line of a block.
   *
   * @param text as written
   */
  record Statement(Node node, String text) {}
}
