package io.retainer.kpi.script;

import java.util.HashMap;
import java.util.Map;
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

  private static final String STEPS =
      "a definition has no steps that run one after the other; write one formula, like value {"
          + " sum(a) / sum(b) }";
  private static final String CONVERTED =
      "leave it out: numbers need no conversion, a text stands in quotes, and what readers see is"
          + " said by title and unit";
  private static final String UNNAMED =
      "leave it out: parts of a formula have no names; write each where it is used, or make it a"
          + " KPI of its own and name that: kpi('area.name')";
  private static final String ALL_THERE =
      "leave the line out: all words of a definition are there already";
  private static final String NOTHING_ELSE =
      "a file has definitions and nothing else: kpi('area.name') { … }";

  private static final Map<String, String> INSTEAD = instead();

  private static Map<String, String> instead() {
    Map<String, String> instead = new HashMap<>();
    put(
        instead,
        "assert break case catch continue do finally for goto throw try while yield",
        STEPS);
    put(
        instead,
        "if else switch",
        "say which rows count with where(…), like sum(total).where(status == 'placed')");
    put(instead, "as boolean byte char double float int long short instanceof", CONVERTED);
    put(instead, "def var val final const", UNNAMED);
    put(instead, "import package", ALL_THERE);
    put(instead, "class interface enum trait record module", NOTHING_ELSE);
    put(
        instead,
        "new",
        "leave it out: there are columns, numbers, texts in quotes and lists like ['a', 'b']");
    put(instead, "return", "leave it out: the formula is the value");
    put(instead, "this super", "leave it out: write a column alone, like total");
    return instead;
  }

  private static void put(Map<String, String> instead, String words, String advice) {
    for (String word : words.split(" ")) {
      instead.put(word, advice);
    }
  }

  private Keywords() {}

  static void check(String word, Place at, Problems problems) {
    if (ALL.contains(word)) {
      problems.add(
          at,
          "'" + word + "' is no word of a definition",
          INSTEAD.getOrDefault(
              word, "a definition consists of kpi('area.name') { … }; see kpi-scripts/README.md"));
    }
  }
}
