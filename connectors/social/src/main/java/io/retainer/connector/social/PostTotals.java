package io.retainer.connector.social;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.SourceTotal;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Values;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The row in which a network adds up a list of posts, beside what the list adds up to. A network
 * counts posts in it that it does not list (removed ones, those beyond its limit), so less is no
 * mistake of the reading; more is.
 */
final class PostTotals {

  private final Values values;
  private final Predicate<Fields> isTotal;
  private final Function<Fields, Optional<String>> leftOut;
  private final Map<String, Long> sums = new HashMap<>();
  private final Map<String, Long> stated = new HashMap<>();
  private long line;
  private boolean isWhole = true;

  /**
   * @param leftOut posts that are not read; the total counts them, so that it tells nothing then
   */
  PostTotals(Values values, Predicate<Fields> isTotal, Function<Fields, Optional<String>> leftOut) {
    this.values = values;
    this.isTotal = isTotal;
    this.leftOut = leftOut;
  }

  boolean is(Fields fields) {
    return isTotal.test(fields);
  }

  /** To be shown every row of the table before the first is handed over. */
  void see(Fields fields) {
    if (is(fields)) {
      line = fields.row().line();
      add(fields, stated);
    } else if (leftOut.apply(fields).isPresent()) {
      isWhole = false;
    } else {
      add(fields, sums);
    }
  }

  private void add(Fields fields, Map<String, Long> to) {
    Object[] counts = values.of(fields);
    List<String> names = values.columns();
    for (int i = 0; i < counts.length; i++) {
      Column column = Datasets.SOCIAL_POSTS.column(names.get(i));
      if (column.type() == ColumnType.INTEGER
          && column.additivity() == Additivity.ADDITIVE
          && counts[i] instanceof Long count) {
        to.merge(column.name(), count, Long::sum);
      }
    }
  }

  /** Whether the network lists all that it has added up. */
  boolean isComplete() {
    return !isWhole
        || stated.entrySet().stream()
            .allMatch(total -> sums.getOrDefault(total.getKey(), 0L) >= total.getValue());
  }

  void state(FactSink sink) {
    if (isWhole) {
      stated.forEach(
          (column, value) -> sink.total(new SourceTotal(column, BigDecimal.valueOf(value), line)));
    }
  }
}
