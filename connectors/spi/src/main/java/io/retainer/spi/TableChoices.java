package io.retainer.spi;

import java.util.Map;
import java.util.Optional;

/**
 * What a user has decided about a table that no connector knows.
 *
 * @param title what the table is called; else the file's own name
 * @param sheet which sheet of a workbook or entry of an archive; else the first with a table
 * @param dataset name of the canonical dataset it fills; else the one that fits best
 * @param columns column of the dataset by heading, {@link #DAY} for the day of a row, an empty text
 *     for a heading that is left out; headings that are missing here are guessed
 * @param monthFirst how dates like 03/04/2026 are read; else the rows decide
 * @param decimalComma whether a comma begins the fraction; else the rows decide
 */
public record TableChoices(
    Optional<String> title,
    Optional<String> sheet,
    Optional<String> dataset,
    Map<String, String> columns,
    Optional<Boolean> monthFirst,
    Optional<Boolean> decimalComma) {

  /** In place of a column: the heading's cells say on which day a row is. */
  public static final String DAY = "day";

  public TableChoices {
    columns = Map.copyOf(columns);
  }

  /** Nothing decided yet. */
  public static TableChoices none() {
    return new TableChoices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }
}
