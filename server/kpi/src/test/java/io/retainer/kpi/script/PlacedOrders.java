package io.retainer.kpi.script;

/** Definitions that are tried for something else are of orders that were placed. */
final class PlacedOrders {

  private static final String ANY = "in ['placed', 'cancelled', 'refund'] || status == null";

  private PlacedOrders() {}

  /**
   * The line that says so, to stand behind all others so that these stay where they are.
   *
   * @param from the dataset and the settings after it
   */
  static String where(String from, String value) {
    boolean isOfOrders = from.matches("(?s)(orders|order_lines)\\b.*");
    boolean isSaid = (from + value).contains("status") || from.contains(" where ");
    if (!isOfOrders || isSaid) {
      return "";
    }
    return value.contains("refunded")
        ? "  where status in ['placed', 'refund']\n"
        : "  where status == 'placed'\n";
  }

  /** The line that means rows of any kind, and those of which it is not known. */
  static String orAnyOther(String from, String value) {
    return where(from, value).replace("== 'placed'", ANY).replace("in ['placed', 'refund']", ANY);
  }
}
