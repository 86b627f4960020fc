package io.retainer.kpi;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Rows of a test, and which of their days are there. */
final class GivenFacts {

  private GivenFacts() {}

  /**
   * @param pairs columns and what stands in them, one after the other
   */
  static Map<String, Object> row(String day, Object... pairs) {
    Map<String, Object> row = new HashMap<>(Map.of("day", LocalDate.parse(day)));
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      row.put((String) pairs[i], value instanceof Number n ? new BigDecimal(n.toString()) : value);
    }
    return row;
  }

  /** The same facts, of which no table is asked and which say of each period what they have. */
  static FactSource covered(FactSource rows, BiFunction<FactQuery, DateSpan, Coverage> coverage) {
    return new FactSource() {
      @Override
      public FactAnswer answer(FactQuery query) {
        return new FactAnswer(
            rows.answer(query).cells(),
            query.periods().stream().map(period -> coverage.apply(query, period)).toList());
      }

      @Override
      public TableAnswer table(TableQuery query) {
        throw new AssertionError("A table was asked for: " + query);
      }
    };
  }

  /** All days of a period but these. */
  static Coverage without(List<DateSpan> missing) {
    return new Coverage(
        missing.isEmpty() ? Extent.FULL : Extent.PARTIAL,
        missing,
        List.of(),
        Set.of(),
        true,
        Optional.empty());
  }
}
