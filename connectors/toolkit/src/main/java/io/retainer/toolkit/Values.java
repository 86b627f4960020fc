package io.retainer.toolkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a table, each with the way from a row's cells to its value. Only columns that the
 * file has are put in: what nobody counted must not be taken for none.
 *
 * <pre>{@code
 * var values = new Values().texts(columns, "campaign").counts(columns, "recipients");
 * }</pre>
 */
public final class Values {

  private final Map<String, Function<Fields, Object>> columns = new LinkedHashMap<>();

  public Values with(String column, Function<Fields, Object> value) {
    columns.put(column, value);
    return this;
  }

  public Values with(boolean isThere, String column, Function<Fields, Object> value) {
    return isThere ? with(column, value) : this;
  }

  /** Texts under keys of the same names, where the file has them. */
  public Values texts(Columns from, String... names) {
    for (String name : names) {
      with(from.has(name), name, fields -> fields.text(name));
    }
    return this;
  }

  /** Counts under keys of the same names, where the file has them. */
  public Values counts(Columns from, String... names) {
    for (String name : names) {
      with(from.has(name), name, fields -> fields.count(name));
    }
    return this;
  }

  /** Amounts and other decimals under keys of the same names, where the file has them. */
  public Values decimals(Columns from, String... names) {
    for (String name : names) {
      with(from.has(name), name, fields -> fields.decimal(name));
    }
    return this;
  }

  /** Moments under keys of the same names, where the file has them. */
  public Values times(Columns from, String... names) {
    for (String name : names) {
      with(from.has(name), name, fields -> fields.time(name));
    }
    return this;
  }

  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Names of the dataset's columns, in the order of {@link #of}. */
  public List<String> columns() {
    return new ArrayList<>(columns.keySet());
  }

  /** The values of a row, {@link io.retainer.spi.Suppressed} where the source keeps one back. */
  public Object[] of(Fields fields) {
    return columns.values().stream().map(fields::measured).toArray();
  }
}
