package io.retainer.kpi.script;

import java.util.Locale;
import java.util.Map;

/** Settings by the names that other tools have for them, and some that belong to no definition. */
final class ForeignSettings {

  private static final String VALUE = "write value { … }";
  private static final String WHERE =
      "write where and the condition, like where status == 'placed'";
  private static final String TITLE = "write title en: '…'";
  private static final String ABOUT = "write about en: '…'";
  private static final String FROM = "write from and the dataset, like from orders";
  private static final String BY = "write by channel, device";
  private static final String EXAMPLE = "write example 'what it shows', rows: [[…]], expect: 1";
  private static final String TARGET =
      "leave it out: what is aimed at is the client's target, for any KPI, and is set on the client's"
          + " page or by retainer client target";
  private static final String PRINTED =
      "leave it out: a value keeps all its decimals, and is printed by its unit in the reader's"
          + " language";
  private static final String ASKED =
      "leave it out: a definition knows one period; which one, and what it is compared with, is asked"
          + " by the report";
  private static final String KEPT =
      "leave it out: who saved which text and when is kept with each version";

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("formula", VALUE),
          Map.entry("expression", VALUE),
          Map.entry("expr", VALUE),
          Map.entry("calculate", VALUE),
          Map.entry("measure", VALUE),
          Map.entry("metric", VALUE),
          Map.entry("select", VALUE),
          Map.entry("filter", WHERE),
          Map.entry("having", WHERE),
          Map.entry("condition", WHERE),
          Map.entry("name", TITLE),
          Map.entry("label", TITLE),
          Map.entry("caption", TITLE),
          Map.entry("description", ABOUT),
          Map.entry("desc", ABOUT),
          Map.entry("comment", ABOUT),
          Map.entry("doc", ABOUT),
          Map.entry("dataset", FROM),
          Map.entry("datasource", FROM),
          Map.entry("source", FROM),
          Map.entry("table", FROM),
          Map.entry("dimension", BY),
          Map.entry("dimensions", BY),
          Map.entry("breakdown", BY),
          Map.entry("groupby", BY),
          Map.entry("split", BY),
          Map.entry("test", EXAMPLE),
          Map.entry("tests", EXAMPLE),
          Map.entry("target", TARGET),
          Map.entry("goal", TARGET),
          Map.entry("format", PRINTED),
          Map.entry("decimals", PRINTED),
          Map.entry("precision", PRINTED),
          Map.entry("period", ASKED),
          Map.entry("grain", ASKED),
          Map.entry("compare", ASKED),
          Map.entry("comparison", ASKED),
          Map.entry("author", KEPT),
          Map.entry("version", KEPT),
          Map.entry("direction", "write better higher, better lower or better neutral"),
          Map.entry("parameter", "write param and a default, like param notRankedAs: 101"),
          Map.entry("currency", "write unit money: the currency is that of the rows"),
          Map.entry(
              "join",
              "make a KPI of the rows of each dataset, and combine them, like kpi('orders.revenue') /"
                  + " kpi('web.sessions')"));

  private ForeignSettings() {}

  /** Whether the word is one of them; then that is said. */
  static boolean report(Node.Call call, Problems problems) {
    String advice = KNOWN.get(call.word().toLowerCase(Locale.ROOT));
    if (advice != null) {
      problems.add(call.at(), "unknown word '" + call.word() + "'", advice);
    }
    return advice != null;
  }
}
