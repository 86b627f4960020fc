package io.retainer.connector.yandex;

import io.retainer.spi.Grain;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What only the whole table shows: whether rates are percentages, how many places its averages
 * have, what span of days a row is about, and whether some rows sum up others.
 */
final class Survey {

  private static final List<String> MEASURED =
      List.of("bounce_rate", "new_share", "goal_rate", "page_depth");
  private static final int PLACES_OF_A_PERCENT = 2;

  private final List<Integer> groupings;
  private final Map<String, BigDecimal> highest = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Long> largest = new HashMap<>();
  private long longestSpan;
  private boolean hasTimes;
  private long ofGroups;
  private long visitsOfRows;
  private long visitsOfGroups;
  private Long visitsOfAll;

  /**
   * @param groupings places of the columns before the measures
   */
  Survey(List<Integer> groupings) {
    this.groupings = groupings;
  }

  void see(Fields fields) {
    Columns columns = fields.columns();
    for (String key : MEASURED) {
      if (columns.has(key)) {
        seeAverage(key, fields);
      }
    }
    if (MetricaTable.isTotal(fields.row())) {
      visitsOfAll = visits(fields);
      return;
    }
    for (String key : List.of("visits", "users")) {
      Long count = columns.has(key) ? fields.count(key) : null;
      if (count != null) {
        largest.merge(key, count, Math::max);
      }
    }
    seeDate(fields);
    Long visits = visits(fields);
    if (sumsUp(fields)) {
      ofGroups++;
      visitsOfGroups += visits == null ? 0 : visits;
    } else {
      visitsOfRows += visits == null ? 0 : visits;
    }
  }

  private static Long visits(Fields fields) {
    return fields.columns().has("visits") ? fields.count("visits") : null;
  }

  private void seeAverage(String key, Fields fields) {
    String cell = fields.text(key);
    if (cell == null || Missing.is(cell)) {
      return;
    }
    boolean percent = cell.endsWith("%");
    BigDecimal value = percent ? fields.fraction(key) : fields.decimal(key);
    if (value != null) {
      highest.merge(key, value, BigDecimal::max);
      places.merge(key, value.scale(), Math::max);
    }
  }

  private void seeDate(Fields fields) {
    String cell = fields.columns().has("date") ? fields.text("date") : null;
    if (cell != null) {
      hasTimes |= cell.indexOf(':') > 0;
      Dates.span(cell).ifPresent(span -> longestSpan = Math.max(longestSpan, span.days()));
    }
  }

  /** Whether a row names fewer groupings than there are: it stands for those that name them all. */
  boolean sumsUp(Fields fields) {
    return groupings.size() > 1
        && groupings.stream().anyMatch(index -> fields.row().cell(index).isBlank());
  }

  /** Rows that sum up others, as the total proves. */
  boolean hasGroups() {
    return ofGroups > 0 && visitsOfAll != null && visitsOfRows == visitsOfAll;
  }

  /** Whether rows with empty groupings may be parts or sums, and nothing tells which. */
  boolean isOpen() {
    boolean areParts = visitsOfAll != null && visitsOfRows + visitsOfGroups == visitsOfAll;
    return ofGroups > 0 && !hasGroups() && !areParts;
  }

  boolean hasTimes() {
    return hasTimes;
  }

  /** What a row's days are: the longest span decides, as the first and the last may be cut. */
  Grain grain() {
    if (longestSpan <= 1) {
      return Grain.DAY;
    }
    return longestSpan <= 7 ? Grain.WEEK : longestSpan <= 31 ? Grain.MONTH : Grain.PERIOD;
  }

  /** A rate as a fraction, whether the table writes {@code 0.17}, {@code 17} or {@code 17%}. */
  BigDecimal rate(Fields fields, String key) {
    String cell = fields.text(key);
    boolean isSigned = cell != null && cell.endsWith("%");
    BigDecimal value = fields.fraction(key);
    return value == null || isSigned || !isPercent(key)
        ? value
        : value.movePointLeft(PLACES_OF_A_PERCENT);
  }

  private boolean isPercent(String key) {
    return highest.getOrDefault(key, BigDecimal.ZERO).compareTo(BigDecimal.ONE) > 0;
  }

  /** Whether the average has places enough to tell the whole number it was calculated from. */
  boolean isExact(String average, String count) {
    boolean isRate = !average.equals("page_depth");
    int scale = places.getOrDefault(average, 0);
    int digits = isRate && isPercent(average) ? scale + PLACES_OF_A_PERCENT : scale;
    return BigDecimal.valueOf(largest.getOrDefault(count, 0L))
            .movePointLeft(digits)
            .compareTo(BigDecimal.ONE)
        < 0;
  }
}
