package io.retainer.connector.tabular;

import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.NumberForm;
import io.retainer.toolkit.TextHints;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping without mistakes.
 *
 * @param columns headings by our short name, in the order of the mapping
 * @param rules decide what a line is, the first that fits
 * @param groupBy column whose equal values make one row
 * @param day column of the row's day
 * @param kinds what each kind of row holds; the ordinary kind has the empty name
 * @param counted columns read as numbers
 * @param dated columns read as dates
 */
record Mapping(
    String title,
    Dataset dataset,
    Optional<String> account,
    Optional<String> currency,
    Optional<DateSpan> period,
    Map<String, List<String>> columns,
    Hints hints,
    List<LineRule> rules,
    Optional<String> groupBy,
    Optional<String> day,
    Grain grain,
    Map<String, Map<String, Expression>> kinds,
    Set<String> counted,
    Set<String> dated) {

  static final String ORDINARY = "";

  /**
   * What a line is.
   *
   * @param kind empty when the line is left out
   * @param reason why it is left out
   */
  record LineRule(Expression when, Optional<String> kind, String reason) {}

  /**
   * How the file writes things, where the user knows better than the file tells.
   *
   * @param zone on whose clock the file's times are
   */
  record Hints(
      Optional<DateOrder> dates,
      Optional<NumberForm> numbers,
      Optional<ZoneId> zone,
      Optional<String> sheet,
      TextHints text) {

    static final Hints NONE =
        new Hints(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TextHints.NONE);
  }

  Headings headings() {
    return Headings.of(columns);
  }

  /** Canonical columns of all kinds, in the order of the dataset. */
  List<String> names() {
    return dataset.columns().stream()
        .map(column -> column.name())
        .filter(name -> kinds.values().stream().anyMatch(kind -> kind.containsKey(name)))
        .toList();
  }
}
