package io.retainer.model.imports;

import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a table differ from those they took the place of.
 *
 * @param table title in the file
 * @param added rows that had no earlier one
 * @param changed rows of which any value is another than before
 * @param removed earlier rows that have no later one
 * @param unchanged rows that are as they were
 * @param periods where something differs, by time: each period of the rows, or whole months when
 *     there are many
 */
public record Restatement(
    String table,
    String dataset,
    long added,
    long changed,
    long removed,
    long unchanged,
    List<Period> periods) {

  public Restatement {
    periods = List.copyOf(periods);
  }

  public boolean isWithoutChange() {
    return added + changed + removed == 0;
  }

  /**
   * Whether nothing of what was there is in the file: it may be of another account that neither
   * file names.
   */
  public boolean isOfOthers() {
    return removed > 0 && added > 0 && changed + unchanged == 0;
  }

  /** What differs in rows about these days. */
  public record Period(
      DateSpan days, long added, long changed, long removed, List<Amount> amounts) {

    public Period {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * The sum of a measure that may be added up, over the rows of one period and currency.
   *
   * @param currency of amounts of money
   * @param before empty when there was none
   */
  public record Amount(
      String measure,
      Optional<String> currency,
      Optional<BigDecimal> before,
      Optional<BigDecimal> after) {}
}
