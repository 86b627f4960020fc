package io.retainer.toolkit;

import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** A count under a key of another name, where the file has it. */
  public Values count(Columns from, String name, String key) {
    return with(from.has(key), name, fields -> fields.count(key));
  }

  /** The same for what may fall below zero, such as a change. */
  public Values change(Columns from, String name, String key) {
    return with(from.has(key), name, fields -> fields.integer(key));
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

  /** Of a whole table with a row for each of its things or days, and without amounts. */
  public TableHeader header(Table table, Dataset dataset, Grain grain, String account) {
    return header(table, dataset, grain, account, Optional.empty());
  }

  /**
   * The same with amounts.
   *
   * @param currency empty when each row says its own
   */
  public TableHeader header(
      Table table, Dataset dataset, Grain grain, String account, Optional<String> currency) {
    return new TableHeader(
        table.sheet().name(),
        dataset,
        columns(),
        Set.of(),
        grain,
        true,
        Optional.empty(),
        account,
        currency);
  }

  /**
   * Hands a row over, or what is wrong with it.
   *
   * @param at dates the row; null only when that has made the fields unsound
   */
  public void write(Fields fields, LocalDateTime at, TableWriter writer) {
    write(fields, at == null ? null : DateSpan.ofDay(at.toLocalDate()), writer);
  }

  /** The same for a row about several days. */
  public void write(Fields fields, DateSpan days, TableWriter writer) {
    Object[] row = of(fields);
    if (fields.isSound()) {
      writer.row(fields.row().line(), days, row);
    } else {
      fields.rejectTo(writer);
    }
  }
}
