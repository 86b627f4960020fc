package io.retainer.kpi.script;

import io.retainer.compute.language.UnseenSigns;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A text that is printed: titles, definitions in words. It must not turn the direction of what
 * stands around it, hide signs, or be longer than a page has room for.
 */
final class PrintedText {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST = 1_000;

  /** Settings whose own text is printed. */
  private static final Set<String> PRINTED = Set.of("title", "about", "example");

  private PrintedText() {}

  /**
   * @param what it is for: {@code title}, {@code about}, {@code example}
   */
  static void check(String what, Node.Text text, Problems problems) {
    int longest = what.equals("title") ? LONGEST_TITLE : LONGEST;
    int length = text.text().codePointCount(0, text.text().length());
    if (length > longest) {
      problems.add(
          text.at(),
          "a text of %d letters".formatted(length),
          "'%s' has room for %d".formatted(what, longest));
    }
    signs(
        text,
        PrintedText::isPrinted,
        "in a text that is printed",
        "remove it: it is not seen, or changes how what stands around it is read",
        problems);
  }

  /**
   * Texts that rows are compared with, of a setting. With a sign that nobody sees a condition looks
   * right and finds nothing.
   */
  static void checkCompared(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      signs(
          text,
          PrintedText::isSeen,
          "in a text",
          "remove it: it is not seen, or changes how what stands around it is read; where rows have"
              + " it, contains('…') finds what stands beside it",
          problems);
    } else if (node instanceof Node.Call call) {
      if (!PRINTED.contains(call.word())) {
        Node.parts(call).forEach(part -> checkCompared(part, problems));
      }
      call.named().forEach(entry -> named(call, entry, problems));
    } else if (node instanceof Node.Entries row) {
      row.entries().forEach(entry -> checkCompared(entry.value(), problems));
    } else {
      Node.parts(node).forEach(part -> checkCompared(part, problems));
    }
  }

  private static void named(Node.Call call, Node.Entry entry, Problems problems) {
    if (!call.word().equals("title") && !call.word().equals("about")) {
      checkCompared(entry.value(), problems);
    }
  }

  /** The first sign that is not admitted. */
  private static void signs(
      Node.Text text, IntPredicate admitted, String where, String advice, Problems problems) {
    int column = text.at().column() + 1;
    for (int i = 0; i < text.text().length(); ) {
      int sign = text.text().codePointAt(i);
      if (!admitted.test(sign)) {
        problems.add(
            new Place(text.at().line(), column),
            "character U+%04X %s".formatted(sign, where),
            advice);
        return;
      }
      column += Character.charCount(sign) + (sign == '\'' || sign == '\\' ? 1 : 0);
      i += Character.charCount(sign);
    }
  }

  /**
   * Java knows the pictographs of its own year: what stands between them is one of a later year, or
   * a box where a font lacks it.
   */
  private static final int FIRST_PICTOGRAPH = 0x1F000;

  private static final int LAST_PICTOGRAPH = 0x1FAFF;

  private static boolean isPrinted(int sign) {
    return isSeen(sign)
        && switch (Character.getType(sign)) {
          case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
          case Character.UNASSIGNED -> sign >= FIRST_PICTOGRAPH && sign <= LAST_PICTOGRAPH;
          default -> true;
        };
  }

  private static boolean isSeen(int sign) {
    return !UnseenSigns.has(sign);
  }
}
