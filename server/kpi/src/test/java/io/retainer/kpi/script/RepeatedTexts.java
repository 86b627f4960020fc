package io.retainer.kpi.script;

import java.util.List;
import java.util.Random;

/**
 * Definitions made of pieces of Groovy's grammar that are repeated and put into each other: what is
 * slow in a parser grows with one of both.
 */
final class RepeatedTexts {

  private static final List<String> PIECES =
      List.of(
          "a",
          "1",
          "'x'",
          "a(b)",
          "a[0]",
          "{a}",
          "(a)",
          "[a]",
          "a.b",
          "a:1",
          "!a",
          "-a",
          "a b",
          "a{b}",
          "[:]",
          "[]",
          "{}",
          "()",
          "null",
          "a in b",
          "[a] in b",
          "kpi('a.b')",
          "sum(a)",
          "{ a -> a }",
          "a ? b : c",
          " a\n",
          "[a:1]",
          "a 'x', b: 1",
          "a = 1",
          "(a) - b");
  private static final List<String> BETWEEN =
      List.of(
          " ", ",", ";", "\n", "+", "-", "*", "/", "<", ">", "<=", "==", "!=", "&&", "||", "=", ":",
          ".", " in ", "", "..", "->", "<<", ">>", "::", "**");
  private static final List<String> AROUND =
      List.of("(", "[", "{", "a(", "a[", "a{", "sum(", "a.b(", "!(", "-(", "[a:", "{ a = ");
  private static final int[] TIMES = {4, 5, 8, 12, 15, 24, 39, 80, 140, 300, 2_000};

  private final Random random;

  RepeatedTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder unit = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      unit.append(one(PIECES)).append(one(BETWEEN));
    }
    StringBuilder opened = new StringBuilder();
    StringBuilder closed = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--) {
      String around = one(AROUND);
      opened.append(around);
      closed.insert(0, closing(around));
    }
    int times = TIMES[random.nextInt(TIMES.length)];
    String inside =
        random.nextBoolean()
            ? opened + unit.toString().repeat(times) + "a" + closed
            : (opened.toString() + unit + "a" + closed + one(BETWEEN)).repeat(times) + "a";
    String text = "kpi('a.b') {\n  value { " + inside + " }\n}\n";
    return text.substring(0, Math.min(text.length(), ScriptGuard.MOST_CHARACTERS));
  }

  private static char closing(String around) {
    return around.indexOf('(') >= 0 ? ')' : around.indexOf('[') >= 0 ? ']' : '}';
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
