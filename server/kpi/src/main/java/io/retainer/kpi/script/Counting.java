package io.retainer.kpi.script;

/** What is counted by the wrong word. */
final class Counting {

  private Counting() {}

  /** What to write for {@code count(customer_key)} and {@code count(distinct customer_key)}. */
  static String advice(Node counted, Fields fields) {
    boolean isDistinct =
        counted instanceof Node.Call call
            && call.word().equals("distinct")
            && call.arguments().size() == 1;
    Node column = isDistinct ? ((Node.Call) counted).arguments().get(0) : counted;
    if (column instanceof Node.Name name && fields.isText(name.name())) {
      return "write distinct("
          + name.name()
          + ") for how many different ones there are, and count() for how many rows";
    }
    return "write count(); a condition follows it: count().where("
        + (column instanceof Node.Name name && fields.isNumeric(name.name())
            ? name.name() + " != null)"
            : "…)");
  }
}
