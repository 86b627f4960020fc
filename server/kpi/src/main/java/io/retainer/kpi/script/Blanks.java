package io.retainer.kpi.script;

import io.retainer.model.fact.Condition.Match;

/**
 * Blanks at the ends of a text that rows are compared with. What is imported has none there, so
 * that nothing would be found, and nobody would see why. Within a text they part words.
 */
final class Blanks {

  private Blanks() {}

  static boolean areAround(String text) {
    return !text.isEmpty() && (isBlank(text, 0) || isBlank(text, text.length() - 1));
  }

  static void refuse(String column, Node.Text text, Problems problems) {
    String bare = bare(text.text());
    problems.add(
        text.at(),
        bare.isEmpty() ? "a text of nothing but blanks" : "blanks at an end of " + Shown.of(text),
        bare.isEmpty()
            ? "write " + column + " == null for rows without one"
            : "what is imported has none there, and nothing would be found: write '"
                + Shown.briefly(bare)
                + "'");
  }

  /** Where a text begins or ends, unlike within it, there are no blanks either. */
  static void refuseAtTheEnd(Match match, Node argument, Problems problems) {
    if (argument instanceof Node.Items items) {
      items.nodes().forEach(item -> refuseAtTheEnd(match, item, problems));
    } else if (argument instanceof Node.Text text && findsNothing(match, text.text())) {
      problems.add(
          text.at(),
          "blanks at an end of " + Shown.of(text),
          "what is imported has none there, and nothing would be found: write '"
              + Shown.briefly(bare(text.text()))
              + "', or contains(…) for what stands within a text");
    }
  }

  private static boolean findsNothing(Match match, String text) {
    return !text.isEmpty()
        && (match == Match.BEGINS_WITH && isBlank(text, 0)
            || match == Match.ENDS_WITH && isBlank(text, text.length() - 1));
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text, start)) {
      start++;
    }
    while (end > start && isBlank(text, end - 1)) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(String text, int at) {
    return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
  }
}
