package io.retainer.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One table of a file: which dataset it fills, with which columns, cut by which dimensions.
 *
 * <p>The cut matters because platforms export the same clicks several times, by day, by page, by
 * country. Rows of different cuts are never added together.
 *
 * @param title the table's own name in the file
 * @param dataset the canonical dataset
 * @param columns names of the dataset's columns that the rows carry, in the order of the values
 * @param cut the dimensions by which the source broke the numbers down, besides the day; empty when
 *     each period has one row. A cut names every dimension whose rows must be added to get the
 *     whole
 * @param grain what a row's period is
 * @param complete false when the source leaves rows out (a limit of 1,000 rows, anonymised
 *     queries), so that the sum of the rows is less than the whole
 * @param period the days the table is about as the source says it; empty when only its rows tell
 * @param account the platform account, property or profile
 * @param currency ISO 4217 code of the amounts, unless a column {@code currency} says it row by row
 */
public record TableHeader(
    String title,
    Dataset dataset,
    List<String> columns,
    Set<String> cut,
    Grain grain,
    boolean complete,
    Optional<DateSpan> period,
    String account,
    Optional<String> currency) {

  public TableHeader {
    columns = List.copyOf(columns);
    cut = Set.copyOf(cut);
    columns.forEach(dataset::column);
    cut.forEach(dataset::column);
    if (Set.copyOf(columns).size() != columns.size()) {
      throw new IllegalArgumentException("A column is named twice: " + columns);
    }
    if (!columns.containsAll(cut)) {
      throw new IllegalArgumentException("The cut " + cut + " is not among the columns " + columns);
    }
  }
}
