package io.retainer.connector.google;

import io.retainer.toolkit.Fields;
import java.util.function.Function;

/**
 * One value of a row.
 *
 * @param column canonical column
 * @param from how it follows from the cells
 * @param sums whether the rows of a table add up to the source's own total of it
 */
record Value(String column, Function<Fields, Object> from, boolean sums) {

  static Value text(String column, String key) {
    return new Value(column, fields -> fields.text(key), false);
  }
}
