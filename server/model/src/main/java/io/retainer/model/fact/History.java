package io.retainer.model.fact;

import java.util.List;
import java.util.Optional;

/**
 * What each row knows of all rows of its key, whatever their day: which of the customer's orders it
 * is, and through which channel the first one came. Rows of a key are in the order of their day,
 * their moment where the dataset has one, and the dataset's key.
 *
 * @param key a column of the dataset, such as {@code customer_key}; rows without it know nothing
 * @param where which rows count in the history
 * @param columns names are unique, and none is a column of the dataset
 */
public record History(String key, Optional<Condition> where, List<Told> columns) {

  public History {
    columns = List.copyOf(columns);
  }

  /**
   * A column that the history adds to the rows.
   *
   * @param column whose value in the first row is told, for {@link Tells#FIRST}
   */
  public record Told(String name, Tells tells, Optional<String> column) {}

  /** What a history tells. */
  public enum Tells {
    /** 1 for the first row of the key. */
    NTH,
    /** A column's value in the first row. */
    FIRST,
    /** Days since the key's first row; 0 in it. */
    DAYS_SINCE_FIRST,
    /** Days since the row before; missing in the first. */
    DAYS_SINCE_PREVIOUS
  }

  public Optional<Told> find(String name) {
    return columns.stream().filter(told -> told.name().equals(name)).findFirst();
  }
}
