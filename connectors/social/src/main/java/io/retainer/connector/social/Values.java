package io.retainer.connector.social;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a table, each with the way to its value. Only columns that the file has are put
 * in: a post without impressions must not be taken for one that nobody saw.
 *
 * @param <S> what the values are read from
 */
final class Values<S> {

  private final Map<String, Function<S, Object>> columns = new LinkedHashMap<>();

  Values<S> with(String column, Function<S, Object> value) {
    columns.put(column, value);
    return this;
  }

  Values<S> with(boolean isThere, String column, Function<S, Object> value) {
    return isThere ? with(column, value) : this;
  }

  List<String> columns() {
    return new ArrayList<>(columns.keySet());
  }

  Object[] of(S source) {
    return columns.values().stream().map(value -> value.apply(source)).toArray();
  }
}
