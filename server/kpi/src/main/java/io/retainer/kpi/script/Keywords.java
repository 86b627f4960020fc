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

  private Keywords() {}

  static void check(String word, Place at, Problems problems) {
    if (ALL.contains(word)) {
      problems.add(
          at,
          "'" + word + "' is no word of a definition",
          "a definition consists of kpi('area.name') { … }; see kpi-scripts/README.md");
    }
  }
}
