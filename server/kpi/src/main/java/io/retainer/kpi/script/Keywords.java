package io.retainer.kpi.script;

import java.util.Set;

/** The words of Groovy that no definition needs, so that the parser never meets them. */
final class Keywords {

  private static final Set<String> ALL =
      Set.of(
          ("abstract assert async await break case catch class const continue def defer "
                  + "default do else enum extends final finally for goto if implements import "
                  + "instanceof interface native new package private protected public return static "
                  + "strictfp super switch synchronized this threadsafe throw throws trait transient "
                  + "try var void volatile while boolean byte char double float int long short as "
                  + "yield record sealed permits module val")
              .split(" "));

  /** Words of programs that do one thing after another. */
  private static final Set<String> STEPS =
      Set.of(
          "assert",
          "break",
          "case",
          "catch",
          "continue",
          "def",
          "do",
          "else",
          "finally",
          "for",
          "goto",
          "switch",
          "throw",
          "try",
          "var",
          "while",
          "yield");

  private Keywords() {}

  static void check(String word, Place at, Problems problems) {
    if (ALL.contains(word)) {
      problems.add(
          at,
          "'" + word + "' is no word of a definition",
          STEPS.contains(word)
              ? "a definition has no steps that run one after the other; write one formula, like"
                  + " value { sum(a) / sum(b) }"
              : "a definition consists of kpi('area.name') { … }; see kpi-scripts/README.md");
    }
  }
}
