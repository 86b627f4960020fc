package io.retainer.kpi.script;

import io.retainer.model.fact.BareText;
import java.util.Arrays;
import java.util.List;

/**
 * A list as somebody types it: commas, semicolons or lines between its texts, and whoever copies
 * how a script writes one has quotes and brackets around them.
 */
final class ListText {

  private static final String BETWEEN = "[,;\\r\\n]";

  private ListText() {}

  static List<String> items(String text) {
    return Arrays.stream(without('[', ']', BareText.of(text)).split(BETWEEN))
        .map(BareText::of)
        .map(item -> without('\'', '\'', item))
        .map(item -> without('"', '"', item))
        .map(BareText::of)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** What stands between two signs; a single one is a part of the text. */
  private static String without(char first, char last, String text) {
    boolean isWithin =
        text.length() > 1 && text.charAt(0) == first && text.charAt(text.length() - 1) == last;
    return isWithin ? text.substring(1, text.length() - 1) : text;
  }
}
