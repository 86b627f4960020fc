package io.retainer.connector.seo;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Positions as rank trackers write them. */
final class Ranks {

  /** How many results a tracker looks through before it says that a site is not there. */
  static final Long DEPTH = 100L;

  private static final Set<String> UNCHECKED =
      Set.of("no data", "нет данных", "немає даних", "няма даных", "keine daten", "sin datos");

  private Ranks() {}

  /**
   * The position of a table with one column for it, which may be an average.
   *
   * @return null for a site that is not among the results
   */
  static BigDecimal place(Fields fields) {
    int index = fields.columns().index("position");
    if (isBeyond(fields.row().cell(index))) {
      return null;
    }
    BigDecimal position = fields.decimal(index);
    if (position != null && position.compareTo(BigDecimal.ONE) < 0) {
      fields.refuse(index, "a position from 1, or - for none", "Correct the cell.");
    }
    return position;
  }

  /** {@code >100}, {@code 100+}, {@code Not in top 50}. */
  private static boolean isBeyond(String cell) {
    String text = cell.strip().toLowerCase(Locale.ROOT);
    return text.startsWith(">")
        || text.matches("\\d+\\+")
        || text.startsWith("not ")
        || text.equals("lost");
  }

  /** Whether the tracker looked at all; else nothing is known of that day. */
  static boolean isChecked(String cell) {
    return !cell.isBlank() && !UNCHECKED.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * @return null for a site that is not among the results
   */
  static BigDecimal position(Fields fields, int index) {
    if (isBeyond(fields.row().cell(index))) {
      return null;
    }
    Long position = fields.count(index);
    if (position != null && position == 0) {
      fields.refuse(index, "a position from 1, or - for none", "Correct the cell.");
    }
    return position == null ? null : BigDecimal.valueOf(position);
  }

  /** Hands over a keyword's positions, a row for each day on which it was checked. */
  static void write(
      Fields fields, Map<LocalDate, Object[]> positions, TableWriter writer, FactSink sink) {
    long line = fields.row().line();
    if (!fields.isSound()) {
      fields.rejectTo(writer);
    } else if (positions.isEmpty()) {
      sink.passedOver(line, "a keyword that was not checked");
    } else {
      positions.forEach((day, values) -> writer.row(line, DateSpan.ofDay(day), values));
    }
  }
}
