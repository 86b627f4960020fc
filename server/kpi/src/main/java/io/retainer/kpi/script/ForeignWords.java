package io.retainer.kpi.script;

import java.util.Map;

/** Words that other languages have for what is written otherwise here, or not at all. */
final class ForeignWords {

  private static final String MEAN =
      "write avg(column) over orders or answers, and sum(a) / sum(b) for rates";
  private static final String COMPARED =
      "a definition knows one period; what it is compared with is asked by the report";
  private static final String ROUNDED =
      "leave it out: a value keeps all its decimals, and is rounded where it is shown";
  private static final String NARROWED =
      "say which rows count with where(…), like sum(total).where(status == 'placed')";

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("average", MEAN),
          Map.entry("mean", MEAN),
          Map.entry("total", "write sum(column)"),
          Map.entry("size", "write count()"),
          Map.entry("unique", "write distinct(column)"),
          Map.entry("uniq", "write distinct(column)"),
          Map.entry("countDistinct", "write distinct(column)"),
          Map.entry("latest", "write last(column)"),
          Map.entry("previous", COMPARED),
          Map.entry("lastYear", COMPARED),
          Map.entry("lag", COMPARED),
          Map.entry("growth", COMPARED),
          Map.entry("round", ROUNDED),
          Map.entry("floor", ROUNDED),
          Map.entry("ceil", ROUNDED),
          Map.entry("sumIf", NARROWED),
          Map.entry("countIf", NARROWED),
          Map.entry("iff", NARROWED));

  private ForeignWords() {}

  static boolean report(Node.Call call, Problems problems) {
    String advice = KNOWN.get(call.word());
    if (advice == null) {
      return false;
    }
    problems.add(call.at(), "unknown word '" + call.word() + "'", advice);
    return true;
  }
}
