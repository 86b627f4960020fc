package io.retainer.kpi.script;

import java.util.List;
import java.util.Random;

/**
 * Makes texts from the grammar of computations: most say what is admitted and many of them run,
 * some say what is not, some are bent. The same seed makes the same text.
 */
final class ComputationFuzz {

  private static final int DEEPEST = 4;

  private static final String BEGINNING =
      "def a = 1.5\ndef b = [1, 2]\ndef c = months.values\ndef d = [k: 2]\n";

  private static final List<String> NUMBERS =
      List.of("a", "months.last", "months.size", "3", "0.5", "0", "b[0]", "c[1]", "d.get('k')");
  private static final List<String> LISTS =
      List.of("b", "c", "months.values", "[1, 2.5]", "(1..9)", "months.latest(2).values", "[]");
  private static final List<String> CONDITIONS =
      List.of("months.has(1)", "a > 2", "b.isEmpty()", "true", "c.contains(2)", "a == null");
  private static final List<String> WILD =
      List.of(
          "months.class",
          "'ls'.execute()",
          "System.exit(0)",
          "new File('x')",
          "owner",
          "this",
          "c*.size()",
          "months.&last",
          "b as Set",
          "d['class']",
          "evaluate('1')",
          "\"${a}\"",
          "2 ** 3",
          "a =~ 'b'",
          "{ -> 1 }.call()",
          "months?.last",
          "b[0] = 1",
          "a.metaClass",
          "it",
          "sleep(1)",
          "[*b]",
          "(int) a",
          "b.sort { x, y -> 1 }",
          "c.stream()",
          "println(a)",
          "a <=> 2");
  private static final List<String> BITS =
      List.of(
          "'",
          "\"",
          "${",
          "}",
          "{",
          "(",
          ")",
          "[",
          "]",
          "\\",
          "/*",
          "*/",
          "//",
          "@",
          ";",
          "\n",
          "::",
          ".&",
          ".@",
          "?.",
          "*.",
          "->",
          "'''",
          "\u0000",
          "\u00a0",
          "compute {",
          "1e9",
          "0x1",
          "new ");

  private final Random random;
  private final boolean isWild;
  private int depth;
  private int names;

  private ComputationFuzz(long seed) {
    this.random = new Random(seed);
    this.isWild = random.nextInt(4) == 0;
  }

  static String text(long seed) {
    ComputationFuzz fuzz = new ComputationFuzz(seed);
    StringBuilder text = new StringBuilder(BEGINNING);
    int lines = 1 + fuzz.random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      text.append(fuzz.statement()).append('\n');
    }
    text.append(fuzz.number());
    return fuzz.random.nextInt(8) == 0 ? fuzz.bent(text) : text.toString();
  }

  private String bent(StringBuilder text) {
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, any(BITS));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
        default ->
            text.insert(at, text.substring(random.nextInt(at + 1), at).repeat(random.nextInt(9)));
      }
    }
    return text.toString();
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean isDeepEnough() {
    return depth >= DEEPEST;
  }

  private String statement() {
    if (isDeepEnough()) {
      return "1";
    }
    depth++;
    String name = "n" + names++;
    String statement =
        switch (random.nextInt(9)) {
          case 0 -> "def " + name + " = " + number();
          case 1 -> "a " + any(List.of("=", "+=", "-=", "*=", "/=")) + " " + number();
          case 2 -> any(List.of("b", "c")) + " = " + list();
          case 3 -> "if (" + condition() + ") { " + statement() + " } else { " + statement() + " }";
          case 4 ->
              "for (" + name + " in " + list() + ") { " + statement() + "; a = " + name + " }";
          case 5 -> "while (" + condition() + ") { " + statement() + "; break }";
          case 6 -> list() + ".each { " + name + " -> " + statement() + " }";
          case 7 -> "d.put('k', " + number() + ")";
          default -> "if (" + condition() + ") { return " + number() + " }";
        };
    depth--;
    return statement;
  }

  private String number() {
    if (isWild && random.nextInt(9) == 0) {
      return any(WILD);
    } else if (isDeepEnough() || random.nextInt(3) == 0) {
      return any(NUMBERS);
    }
    depth++;
    String name = "n" + names++;
    String number =
        switch (random.nextInt(8)) {
          case 0 -> number() + " " + any(List.of("+", "-", "*", "/")) + " " + number();
          case 1 ->
              any(List.of("mean", "median", "total", "spread", "largest")) + "(" + list() + ")";
          case 2 -> "limit(" + number() + ", 0, 100)";
          case 3 -> list() + ".count { " + name + " -> " + name + " == " + number() + " }";
          case 4 -> list() + ".size()";
          case 5 -> "(" + condition() + " ? " + number() + " : " + number() + ")";
          case 6 -> "-(" + number() + ")";
          default -> "round(" + number() + ", 2)";
        };
    depth--;
    return number;
  }

  private String list() {
    if (isDeepEnough() || random.nextInt(3) == 0) {
      return any(LISTS);
    }
    depth++;
    String name = "n" + names++;
    String list =
        switch (random.nextInt(6)) {
          case 0 -> list() + ".collect { " + name + " -> " + number() + " }";
          case 1 -> list() + ".findAll { " + name + " -> " + condition() + " }";
          case 2 -> list() + " + " + list();
          case 3 -> list() + ".take(" + random.nextInt(5) + ")";
          case 4 -> list() + ".sort().reverse()";
          default -> "[" + number() + ", " + number() + "]";
        };
    depth--;
    return list;
  }

  private String condition() {
    return isDeepEnough() || random.nextBoolean()
        ? any(CONDITIONS)
        : number() + " " + any(List.of("<", ">", "==", "!=", "<=")) + " " + number();
  }
}
