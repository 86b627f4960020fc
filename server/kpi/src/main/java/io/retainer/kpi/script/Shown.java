package io.retainer.kpi.script;

/** What an author wrote, in the words of a problem. */
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /** The beginning of what may be a long list. */
  static String briefly(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** As it stands in a script, where it is short enough to be said again. */
  static String written(Node node) {
    if (node instanceof Node.Name name) {
      return name.name();
    }
    return Numbers.literal(node).map(ShownNumber::of).orElse("…");
  }

  static String of(Node node) {
    if (node instanceof Node.Text text) {
      return "the text '" + briefly(text.text()) + "'";
    } else if (node instanceof Node.Quantity quantity) {
      return "the parameter of " + quantity.unit().word() + ", " + Quantities.text(quantity);
    } else if (node instanceof Node.Number number) {
      return "the number " + ShownNumber.of(number.value());
    } else if (node instanceof Node.Truth truth) {
      return String.valueOf(truth.value());
    } else if (node instanceof Node.Name name) {
      return "the word " + name.name();
    } else if (node instanceof Node.Items) {
      return "a list";
    }
    return "something else";
  }
}
