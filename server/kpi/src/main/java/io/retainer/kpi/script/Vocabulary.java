package io.retainer.kpi.script;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every word of the language and what it means, for error messages and for the analyst's guide,
 * which a test compares with these lists.
 */
public final class Vocabulary {

  /** Words directly inside {@code kpi('…') { … }}. */
  public static final Map<String, String> SETTINGS =
      words(
          "title", "the name in reports, by language; English is required",
          "about", "the definition in words, by language",
          "unit", "how the value is read and printed",
          "better", "which way is good: higher, lower or neutral",
          "from", "the dataset the rows come from",
          "param",
              "a value with a default that a client may have its own of: param notRankedAs: 101",
          "dated", "the date that puts a row into a period: dated closed_at",
          "where", "which rows count",
          "history",
              "what a row knows of all rows of its key, before the period too: history(customer_key)"
                  + " { n = nth() }",
          "per", "an inner grouping: one row for each key, with results the value uses as columns",
          "value", "the formula",
          "otherwise", "another way to compute it, used when the first has no data",
          "by", "dimensions it is usually broken down by",
          "smallBase", "a denominator below this is too small to judge; 30 unless said",
          "example", "rows in, value out: run at every load and by kpi test");

  /** What a parameter measures, and so what its value is in. */
  public static final Map<String, String> PARAMETERS =
      words(
          "money", "an amount in a currency: param handlingCost: money(3.50, 'EUR')",
          "percent", "a part of a whole: param share: percent(0.05), which is 5 %",
          "count", "a number of things: param fewest: count(3)",
          "days", "a number of days: param window: days(90)",
          "hours", "a number of hours: param promised: hours(4)",
          "minutes", "a number of minutes: param promised: minutes(30)",
          "seconds", "a number of seconds: param glance: seconds(10)");

  /** Words directly inside a KPI that is computed. */
  public static final Map<String, String> COMPUTED =
      words(
          "title", SETTINGS.get("title"),
          "about", SETTINGS.get("about"),
          "unit", SETTINGS.get("unit"),
          "better", SETTINGS.get("better"),
          "series",
              "values of another KPI, the period's own the last: series months:"
                  + " kpi('orders.revenue').over(36, month)",
          "compute", "Groovy over those series; its last line is the value",
          "example", "values in, value out");

  /** Words that make one number of many rows. */
  public static final Map<String, String> AGGREGATIONS =
      words(
          "sum", "sum of a column or of a product of columns",
          "count", "number of rows, where a row is a thing: an order, a campaign, a key",
          "distinct", "number of different values of a text column",
          "avg",
              "mean over the things that have the value: avg(stars), avg(days(created_at, closed_at))",
          "min", "the smallest value",
          "max", "the largest value",
          "median", "the middle value",
          "percentile", "the value below which so many percent lie: percentile(column, 90)",
          "weightedMean", "mean of a column by its weight",
          "last",
              "a level on the last day of the period that has one, summed over accounts and networks",
          "first",
              "a level on the first day of the period that has one, summed over accounts and networks",
          "countOnLastDay", "number of rows on the last day of the period that has any",
          "sumOnLastDay", "sum over the rows of that day: sumOnLastDay(search_volume)",
          "existing", "number of keys that have a row before the period begins",
          "retained", "number of keys that have a row before the period and one in it",
          "activeBefore",
              "number of keys with a row in so many days before the period: activeBefore(customer_key, 90)",
          "lost", "of activeBefore, those without a row in so many days before the period's end",
          "matured",
              "number of keys whose first row turns so many days old in the period: matured(customer_key,"
                  + " 90)",
          "sumToAge",
              "of matured, the sum over their rows of those days: sumToAge(customer_key, total, 90)",
          "openAtEnd",
              "what had begun and was not over at the period's end: openAtEnd(closed_at), or"
                  + " openAtEnd(closed_at, amount)",
          "furthest",
              "inside per: the number of the last of several steps that a key reached:"
                  + " furthest([stage == 'lead', stage == 'won'])",
          "asCounted", "distinct people as the source counted them for exactly this period",
          "sumOfCounts",
              "the counts of distinct people of single days added, who came twice counted twice; the"
                  + " KPI's id ends with -daily-sum: sumOfCounts(reach)");

  /** Building blocks: each stands alone as the value of a KPI, and gives a table. */
  public static final Map<String, String> BLOCKS =
      words(
          "cohorts",
              "retention of customers by the month of their first row, for the last 24 such months or as"
                  + " many as are named: cohorts(customer_key, 12)",
          "rfm",
              "customers by recency, frequency and amount of the last so many days, scores 1 to 5:"
                  + " rfm(customer_key, total, 365)",
          "expectedOrders",
              "orders a customer is expected to place in so many days (BG/NBD):"
                  + " expectedOrders(customer_key, 365)",
          "expectedValue",
              "what these orders are worth (with Gamma-Gamma): expectedValue(customer_key, total, 365)",
          "ranking", "the largest groups and all others together: ranking(product, sum(net), 10)",
          "funnel",
              "how many things have a row of each step or of a later one, whatever the time of the rows:"
                  + " funnel(deal_id, [stage == 'lead', stage == 'won'])",
          "uplift",
              "how much better B is than A, with interval and p-value: uplift(successesA, trialsA,"
                  + " successesB, trialsB)");

  /** What a row knows of all rows of its key, inside {@code history(key) { … }}. */
  public static final Map<String, String> HISTORY =
      words(
          "nth", "which of the key's rows it is: 1 for the first one ever",
          "first", "a column's value in the key's first row: acquired = first(channel)",
          "daysSinceFirst", "days since the key's first row",
          "daysSincePrevious", "days since the key's row before; missing in the first");

  /** Words for what is computed within one row, inside an aggregation. */
  public static final Map<String, String> ROW_VALUES =
      words(
          "days", "days of the calendar between two dates: median(days(created_at, closed_at))",
          "hours", "hours between two moments, through changes of the client's clock",
          "minutes", "minutes between two moments, through changes of the client's clock",
          "ifMissing", "a value, or another one where it is missing: ifMissing(position, 101)");

  /** Other words of a value. */
  public static final Map<String, String> IN_VALUES =
      words(
          "where", "narrows one aggregation: sum(total).where(status == 'placed')",
          "total",
              "the part of all groups together, in a breakdown: sum(sessions) / total(sum(sessions))",
          "compounded",
              "a rate over so many periods: 1 - compounded(1 - kpi('customers.churn-rate'), 12)",
          "perThousand", "so much for every thousand: perThousand(sum(cost), sum(impressions))",
          "kpi", "the value of another KPI: 1 - kpi('customers.retention-rate')");

  /** Ways to say which rows count. */
  public static final Map<String, String> CONDITIONS =
      words(
          "contains", "a text that contains another: campaign.contains('sale')",
          "startsWith", "a text that begins with another",
          "endsWith", "a text that ends with another",
          "in", "one of a list: country in ['FI', 'SE']",
          "weekday",
              "the day of the week of a moment or of the row's own day, 1 is Monday, 7 Sunday:"
                  + " weekday(ordered_at) in [6, 7], weekday(day) in [6, 7]",
          "hour", "the hour of the day, 0 to 23: hour(ordered_at) >= 18");

  /** What an example may expect, besides a number that may be as sure as it likes. */
  public static final Map<String, String> EXPECTATIONS =
      words(
          "known", "a number of which nothing is missing: known(0.07)",
          "partial", "a number, and days, rows or values are missing: partial(0.07)",
          "estimated", "a number that was not counted: estimated(120)",
          "noData", "there are no rows that could answer",
          "suppressed", "the source keeps back every value that it would be made of",
          "notComputable", "the denominator is zero, or amounts of several currencies meet");

  private Vocabulary() {}

  /** Whether it is a word of a value, wherever it may stand in one. */
  static boolean knows(String word) {
    return AGGREGATIONS.containsKey(word)
        || BLOCKS.containsKey(word)
        || HISTORY.containsKey(word)
        || ROW_VALUES.containsKey(word)
        || IN_VALUES.containsKey(word)
        || CONDITIONS.containsKey(word);
  }

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return java.util.Collections.unmodifiableMap(words);
  }
}
