package io.retainer.connector.yandex;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.NumberForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a visit of the log is, as canonical columns: each row is one session. */
record VisitLog(List<Value> values, List<String> cut) {

  private static final List<String> SOURCES =
      List.of(
          "utm_source",
          "search_engine",
          "search_engine_detail",
          "social_network",
          "messenger",
          "recommendation",
          "advertising",
          "site");

  /**
   * @param currency of the revenue that is kept
   * @param unnamed told when a visit has revenue and no currency
   */
  static VisitLog of(Columns columns, String currency, Runnable unnamed) {
    var values = new ArrayList<Value>();
    text(columns, values, "channel", Names::channel);
    if (SOURCES.stream().anyMatch(columns::has)) {
      values.add(new Value("source_name", VisitLog::source, false));
    }
    text(columns, values, "medium", Names::plain);
    text(columns, values, "campaign", Names::plain);
    text(columns, values, "device", Names::device);
    text(columns, values, "country", Names::plain);
    text(columns, values, "city", Names::plain);
    List<String> cut = values.stream().map(Value::column).toList();
    values.add(new Value("sessions", fields -> 1L, true));
    number(columns, values, "bounce_sessions", "bounce", fields -> fields.count("bounce"));
    number(columns, values, "repeat_sessions", "new", fields -> other(fields.count("new")));
    number(columns, values, "new_users", "new", fields -> fields.count("new"));
    number(columns, values, "pageviews", "pages", fields -> fields.count("pages"));
    number(columns, values, "session_seconds", "seconds", fields -> fields.decimal("seconds"));
    number(columns, values, "transactions", "purchases", VisitLog::purchases);
    if (columns.has("purchase_revenue")) {
      values.add(new Value("revenue", fields -> revenue(fields, currency, unnamed), true));
    }
    return new VisitLog(values, cut);
  }

  private static void text(
      Columns columns, List<Value> values, String key, Function<String, String> name) {
    if (columns.has(key)) {
      values.add(
          new Value(
              key,
              fields -> {
                String text = fields.text(key);
                return text == null ? null : name.apply(text);
              },
              false));
    }
  }

  private static void number(
      Columns columns,
      List<Value> values,
      String column,
      String key,
      Function<Fields, Object> from) {
    if (columns.has(key)) {
      values.add(new Value(column, from, true));
    }
  }

  private static Object source(Fields fields) {
    for (String key : SOURCES) {
      String text = fields.columns().has(key) ? fields.text(key) : null;
      if (text != null && Names.plain(text) != null) {
        return text;
      }
    }
    return null;
  }

  private static Long other(Long flag) {
    return flag == null ? null : 1L - Math.min(flag, 1L);
  }

  private static Object purchases(Fields fields) {
    return (long) LogFields.list(fields.text("purchases")).size();
  }

  private static Object revenue(Fields fields, String currency, Runnable unnamed) {
    var currencies = LogFields.list(fields.text("purchase_currency"));
    if (currencies.stream().anyMatch(code -> !code.equalsIgnoreCase(currency))) {
      fields.refuse(
          "purchase_currency",
          "purchases in " + currency + ", as in the first row with one",
          "Export the visits with purchases in each currency by themselves.");
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String amount : LogFields.list(fields.text("purchase_revenue"))) {
      BigDecimal value = NumberForm.POINT.parse(amount);
      if (value == null) {
        fields.refuse("purchase_revenue", "a list of numbers like [12.50,3]", "Correct the cell.");
        return null;
      }
      sum = sum.add(value);
    }
    if (currencies.isEmpty() && sum.signum() != 0) {
      unnamed.run();
    }
    return sum;
  }
}
