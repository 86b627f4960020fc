package io.retainer.kpi.script;

import io.retainer.model.fact.BareText;
import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a definition leaves to the client: {@code param notRankedAs: 101}.
 *
 * @param value a number, with or without its unit, a text, true or false, or a list of texts;
 *     wherever the name stands, this is read
 */
public record Parameter(String name, Node value) {

  private static final int MOST_ITEMS = 500;
  private static final int LONGEST = 200;

  /** Empty when the node is nothing that a parameter may be. */
  static Optional<Parameter> of(String name, Node value) {
    if (Quantities.isOne(value)) {
      return Quantities.read(value).map(quantity -> new Parameter(name, quantity));
    }
    boolean isSimple = value instanceof Node.Text || value instanceof Node.Truth || isNumber(value);
    boolean isList =
        value instanceof Node.Items items
            && items.nodes().size() <= MOST_ITEMS
            && items.nodes().stream().allMatch(Node.Text.class::isInstance);
    return isSimple || isList ? Optional.of(new Parameter(name, value)) : Optional.empty();
  }

  private static boolean isNumber(Node node) {
    return Numbers.literal(node).isPresent();
  }

  /** What kind of value it is, in words. */
  String holds() {
    return value instanceof Node.Text
        ? "a text"
        : value instanceof Node.Truth
            ? "true or false"
            : value instanceof Node.Items
                ? "a list"
                : unit().map(unit -> "a number with the unit " + unit.word()).orElse("a number");
  }

  /** What it measures, where it states that. */
  public Optional<KpiUnit> unit() {
    return value instanceof Node.Quantity quantity
        ? Optional.of(quantity.unit())
        : Optional.empty();
  }

  /** The currency of an amount. */
  Optional<String> currency() {
    return value instanceof Node.Quantity quantity ? quantity.currency() : Optional.empty();
  }

  /** The value as a script writes it. */
  String written() {
    if (value instanceof Node.Quantity quantity) {
      return name + ": " + Quantities.written(quantity);
    }
    String text = text();
    return name
        + ": "
        + (value instanceof Node.Text
            ? "'" + text + "'"
            : value instanceof Node.Items ? "['" + text.replace(", ", "', '") + "']" : text);
  }

  /** The value as a client states it; a list has commas between its texts. */
  public String text() {
    return text(value);
  }

  private static String text(Node value) {
    if (value instanceof Node.Quantity quantity) {
      return Quantities.text(quantity);
    } else if (value instanceof Node.Text text) {
      return text.text();
    } else if (value instanceof Node.Truth truth) {
      return Boolean.toString(truth.value());
    } else if (value instanceof Node.Items items) {
      return items.nodes().stream().map(Parameter::text).collect(Collectors.joining(", "));
    }
    return Numbers.literal(value).orElseThrow().toPlainString();
  }

  /**
   * This parameter with a client's value.
   *
   * @throws IllegalArgumentException saying what was seen and what was expected
   */
  public Parameter with(String text) {
    Place at = value.at();
    if (text.length() > MOST_ITEMS * LONGEST) {
      throw new IllegalArgumentException("The value of " + name + " is too long");
    }
    if (value instanceof Node.Quantity quantity) {
      return new Parameter(name, Quantities.with(name, quantity, text));
    } else if (value instanceof Node.Text) {
      return new Parameter(name, new Node.Text(at, BareText.of(text)));
    } else if (value instanceof Node.Items) {
      List<Node> items =
          ListText.items(text).stream().<Node>map(item -> new Node.Text(at, item)).toList();
      if (items.size() > MOST_ITEMS) {
        throw new IllegalArgumentException(
            "Parameter " + name + " has more than " + MOST_ITEMS + " values");
      }
      return new Parameter(name, new Node.Items(at, items));
    } else if (value instanceof Node.Truth) {
      if (text.strip().matches("true|false")) {
        return new Parameter(name, new Node.Truth(at, Boolean.parseBoolean(text.strip())));
      }
      throw new IllegalArgumentException(
          "Parameter " + name + ": saw \"" + Shown.briefly(text) + "\", expected true or false");
    }
    if (!text.strip().matches("-?[0-9]{1,15}([.][0-9]{1,9})?")) {
      throw new IllegalArgumentException(
          "Parameter "
              + name
              + ": saw \""
              + Shown.briefly(text)
              + "\", expected a number like "
              + text());
    }
    return new Parameter(name, new Node.Number(at, new BigDecimal(text.strip())));
  }
}
