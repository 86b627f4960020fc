package io.retainer.connector.yandex;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.PersonKey;
import java.util.ArrayList;
import java.util.List;

/** What a hit of the log is, as canonical columns: each row is one event. */
record HitLog(List<Value> values, List<String> cut) {

  static HitLog of(Columns columns, PersonKey keys) {
    var values = new ArrayList<Value>();
    values.add(new Value("event_name", HitLog::event, false));
    if (columns.has("hit_page")) {
      values.add(new Value("page", fields -> address(fields.text("hit_page")), false));
    }
    if (columns.has("hit_device")) {
      values.add(new Value("device", fields -> device(fields.text("hit_device")), false));
    }
    List<String> cut = values.stream().map(Value::column).toList();
    hashed(columns, values, "visitor_key", "hit_visitor", keys);
    hashed(columns, values, "session_key", "hit_visit", keys);
    if (columns.has("hit_time")) {
      values.add(new Value("happened_at", fields -> fields.time("hit_time"), false));
    }
    values.add(new Value("events", fields -> 1L, true));
    return new HitLog(values, cut);
  }

  private static void hashed(
      Columns columns, List<Value> values, String column, String key, PersonKey keys) {
    if (columns.has(key)) {
      values.add(new Value(column, fields -> hash(keys, fields.text(key)), false));
    }
  }

  /** Zero stands for none. */
  private static String hash(PersonKey keys, String id) {
    return id == null || id.equals("0") ? null : keys.key(id);
  }

  private static String device(String cell) {
    return cell == null ? null : Names.device(cell);
  }

  /** The names that Google Analytics gives the same things. */
  private static Object event(Fields fields) {
    if (isSet(fields, "is_link")) {
      return "click";
    }
    if (isSet(fields, "is_download")) {
      return "file_download";
    }
    return !fields.columns().has("is_page_view") || isSet(fields, "is_page_view")
        ? "page_view"
        : "event";
  }

  private static boolean isSet(Fields fields, String key) {
    return fields.columns().has(key) && "1".equals(fields.text(key));
  }

  /** Without what follows a question mark: people's addresses may stand there. */
  private static String address(String url) {
    return url == null ? null : url.split("[?#]", 2)[0];
  }
}
