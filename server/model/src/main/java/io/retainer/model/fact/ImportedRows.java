package io.retainer.model.fact;

import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rows in force as they were imported, of one layout, in an order that does not change. They are
 * read each time they are asked for, never held.
 */
public interface ImportedRows {

  Dataset dataset();

  /** By which dimensions the source broke these rows down. */
  Set<String> cut();

  /** What a row has, in its order: where it came from, its day, and the columns of the dataset. */
  List<Column> columns();

  /** How many there were when they were asked for. */
  long count();

  /**
   * Hands over the first rows, one after the other. A cell is a String, Long, BigDecimal, Boolean,
   * LocalDate or LocalDateTime by the type of its column, or null; the array is used again for the
   * next row.
   */
  void first(long most, Consumer<Object[]> row);
}
