package io.retainer.kpi.script;

/** What a step of a funnel is called. */
final class StepName {

  private StepName() {}

  /** A step as it is called in the table: by its texts where it has any. */
  static String of(Node node) {
    if (node instanceof Node.Text text) {
      return text.text();
    } else if (node instanceof Node.Number number) {
      return number.value().toPlainString();
    } else if (node instanceof Node.Quantity quantity) {
      return Quantities.text(quantity);
    } else if (node instanceof Node.Name name) {
      return name.name();
    } else if (node instanceof Node.Items items) {
      return String.join(", ", items.nodes().stream().map(StepName::of).toList());
    } else if (node instanceof Node.Binary binary) {
      boolean isNamed =
          binary.operator().equals("==")
              && binary.left() instanceof Node.Name
              && binary.right() instanceof Node.Text;
      return isNamed
          ? of(binary.right())
          : of(binary.left()) + " " + binary.operator() + " " + of(binary.right());
    } else if (node instanceof Node.Prefix prefix) {
      return prefix.operator() + of(prefix.inner());
    } else if (node instanceof Node.Call call) {
      String inside = String.join(", ", call.arguments().stream().map(StepName::of).toList());
      return call.target().map(target -> of(target) + " ").orElse("") + call.word() + " " + inside;
    }
    return "";
  }
}
