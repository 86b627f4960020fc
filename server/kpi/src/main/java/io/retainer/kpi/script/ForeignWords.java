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

  private static final String MISSING =
      "write ifMissing(column, 0) inside an aggregation, like sum(ifMissing(position, 101)); a value"
          + " without data stays without data";
  private static final String RUNNING =
      "there is no word for it: a definition knows one period, and reports show the trend by"
          + " themselves; a computation takes series of several months";
  private static final String SPREAD =
      "there is no word for it; percentile(column, 90) and median(column) show how wide values"
          + " lie, and a computation has deviation(values)";
  private static final String COMMONEST =
      "there is no word for it; ranking(dimension, count(), 10) shows the commonest first";

  private static final String PARTS_OF_YEAR =
      "there is no word for it: a condition looks at the columns of a row, and the report asks for"
          + " time by itself";

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
          Map.entry("lead", COMPARED),
          Map.entry("change", COMPARED),
          Map.entry("coalesce", MISSING),
          Map.entry("ifnull", MISSING),
          Map.entry("ifNull", MISSING),
          Map.entry("nvl", MISSING),
          Map.entry("isnull", MISSING),
          Map.entry("zn", MISSING),
          Map.entry("rolling", RUNNING),
          Map.entry("rollingSum", RUNNING),
          Map.entry("rollingAverage", RUNNING),
          Map.entry("movingAverage", RUNNING),
          Map.entry("cumulative", RUNNING),
          Map.entry("cumsum", RUNNING),
          Map.entry("runningTotal", RUNNING),
          Map.entry("runningSum", RUNNING),
          Map.entry("stddev", SPREAD),
          Map.entry("stdev", SPREAD),
          Map.entry("std", SPREAD),
          Map.entry("variance", SPREAD),
          Map.entry("var", SPREAD),
          Map.entry("mode", COMMONEST),
          Map.entry("dayOfWeek", "write weekday(ordered_at), 1 is Monday and 7 Sunday"),
          Map.entry("month", PARTS_OF_YEAR),
          Map.entry("year", PARTS_OF_YEAR),
          Map.entry("growth", COMPARED),
          Map.entry("round", ROUNDED),
          Map.entry("floor", ROUNDED),
          Map.entry("ceil", ROUNDED),
          Map.entry("sumIf", NARROWED),
          Map.entry("countIf", NARROWED),
          Map.entry("iff", NARROWED));

  private ForeignWords() {}

  /** Whether the word is one of them; then that is said. */
  static boolean report(Node.Call call, Problems problems) {
    String advice = KNOWN.get(call.word());
    if (advice == null) {
      return false;
    }
    problems.add(call.at(), "unknown word '" + call.word() + "'", advice);
    return true;
  }
}
