package io.retainer.kpi.script;

import io.retainer.model.fact.BareText;
import io.retainer.model.fact.Condition.Match;

/**
 * Blanks at the ends of a text that rows are compared with. What is imported has none there, so
 * that nothing would be found, and nobody would see why. Within a text they part words.
 */
final class Blanks {

  private Blanks() {}

  /** Also where there is no text at all, which nothing imported is either. */
  static boolean areAround(String text) {
    String bare = BareText.of(text);
    return bare.isEmpty() || bare.length() < text.length();
  }

  static void refuse(String column, Node.Text text, Problems problems) {
    String bare = BareText.of(text.text());
    if (bare.isEmpty()) {
      problems.add(
          text.at(),
          text.text().isEmpty() ? "an empty text" : "a text of nothing but blanks",
          "write " + column + " == null for rows without one");
    } else {
      problems.add(
          text.at(),
          "blanks at an end of " + Shown.of(text),
          "what is imported has none there, and nothing would be found: write '"
              + Shown.briefly(bare)
              + "'");
    }
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
              + Shown.briefly(BareText.of(text.text()))
              + "', or contains(…) for what stands within a text");
    }
  }

  private static boolean findsNothing(Match match, String text) {
    return !text.isEmpty()
        && (match == Match.BEGINS_WITH && BareText.isBlank(text.charAt(0))
            || match == Match.ENDS_WITH && BareText.isBlank(text.charAt(text.length() - 1)));
  }
}
