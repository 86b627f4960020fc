package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of a table, in words of Trino.
 *
 * @param values bound in the condition
 */
record IcebergRows(String condition, List<Object> values) {

  static IcebergRows of(Touched series) {
    // By the client too: a partition of others is not read.
    return new IcebergRows("client = ? and series = ?", List.of(series.client(), series.series()));
  }

  IcebergRows and(String more, Object... itsValues) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(itsValues));
    return new IcebergRows(condition + " and " + more, all);
  }

  /**
   * Those with one of these keys: in parts, as a statement takes no more than a million letters.
   */
  List<IcebergRows> withKeys(String key, List<String> keys) {
    return JsonParts.of(keys).stream()
        .map(
            part ->
                and(
                    key
                        + " in (select k from unnest(cast(json_parse('"
                        + part
                        + "') as array(varchar))) as t(k))"))
        .toList();
  }

  /** Those about one of these spans as a whole. */
  List<IcebergRows> withPeriods(List<DateSpan> periods) {
    if (periods.isEmpty()) {
      return List.of();
    }
    return List.of(
        and(
            periods.stream()
                .map(
                    each ->
                        "period_start = date '%s' and period_end = date '%s'"
                            .formatted(each.start(), each.end()))
                .collect(Collectors.joining(" or ", "(", ")"))));
  }
}
