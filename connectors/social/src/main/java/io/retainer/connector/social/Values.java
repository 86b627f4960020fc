package io.retainer.connector.social;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a table, each with the way to its value. Only columns that the file has are put
 * in: a post without impressions must not be taken for one that nobody saw.
 */
final class Values {

  private final Map<String, Function<Fields, Object>> columns = new LinkedHashMap<>();

  Values with(String column, Function<Fields, Object> value) {
    columns.put(column, value);
    return this;
  }

  Values with(boolean isThere, String column, Function<Fields, Object> value) {
    return isThere ? with(column, value) : this;
  }

  /** A count that stands in a cell as it is, if the table has the key. */
  Values count(Columns table, String column, String key) {
    return with(table.has(key), column, fields -> fields.count(key));
  }

  /** A count that may fall below zero, such as a change. */
  Values change(Columns table, String column, String key) {
    return with(table.has(key), column, fields -> fields.integer(key));
  }

  List<String> columns() {
    return new ArrayList<>(columns.keySet());
  }

  Object[] of(Fields fields) {
    return columns.values().stream().map(fields::measured).toArray();
  }
}
