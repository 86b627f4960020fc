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

  private static final String DIVIDED =
      "divide with /, like sum(clicks) / sum(impressions): a zero below makes the value not"
          + " computable, and stops nothing";
  private static final String CALCULATED = NARROWED + "; a where of the KPI is a line of its own";

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
          Map.entry("prev", COMPARED),
          Map.entry("prior", COMPARED),
          Map.entry("before", COMPARED),
          Map.entry("lastYear", COMPARED),
          Map.entry("previousYear", COMPARED),
          Map.entry("previousPeriod", COMPARED),
          Map.entry("lastMonth", COMPARED),
          Map.entry("yearBefore", COMPARED),
          Map.entry("priorYear", COMPARED),
          Map.entry("yoy", COMPARED),
          Map.entry("mom", COMPARED),
          Map.entry("delta", COMPARED),
          Map.entry("samePeriodLastYear", COMPARED),
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
          Map.entry("iff", NARROWED),
          Map.entry("divide", DIVIDED),
          Map.entry("safeDivide", DIVIDED),
          Map.entry("nullif", DIVIDED),
          Map.entry("nullIf", DIVIDED),
          Map.entry("iferror", DIVIDED),
          Map.entry("ifError", DIVIDED),
          Map.entry("calculate", CALCULATED),
          Map.entry("filter", CALCULATED),
          Map.entry("averageIf", NARROWED),
          Map.entry("sumIfs", NARROWED),
          Map.entry("countIfs", NARROWED),
          Map.entry("distinctcount", "write distinct(column)"),
          Map.entry("counta", "write count()"),
          Map.entry("countrows", "write count()"));

  private ForeignWords() {}

  /** Whether the word is one of them; then that is said. */
  static boolean report(Node.Call call, Problems problems) {
    String advice = advice(call.word());
    if (advice == null) {
      return false;
    }
    problems.add(call.at(), "unknown word '" + call.word() + "'", advice);
    return true;
  }

  /** Spreadsheets write in capitals. */
  private static String advice(String word) {
    String advice = KNOWN.get(word);
    boolean isOurs = Vocabulary.knows(word);
    return advice != null || isOurs
        ? advice
        : KNOWN.entrySet().stream()
            .filter(known -> known.getKey().equalsIgnoreCase(word))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }
}
