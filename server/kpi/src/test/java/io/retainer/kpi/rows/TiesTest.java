package io.retainer.kpi.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A hundred customers: 60 with 1 order, 20 with 2, 10 with 3, 6 with 5 and 4 with 9. */
class TiesTest {

  private static final DateSpan OCTOBER = Period.parse("2026-10").span();

  private static List<Row> orders() {
    Map<Integer, Integer> customers = new TreeMap<>(Map.of(1, 60, 2, 20, 3, 10, 5, 6, 9, 4));
    List<Row> rows = new ArrayList<>();
    customers.forEach(
        (orders, many) -> {
          for (int customer = 0; customer < many; customer++) {
            for (int order = 0; order < orders; order++) {
              String key = orders + "-" + customer;
              rows.add(
                  new Row(
                      LocalDate.of(2026, 10, 5),
                      "shop",
                      "",
                      Map.of("customer_key", key, "total", BigDecimal.ONE)));
            }
          }
        });
    return rows;
  }

  /** Scores of the frequency, lowest first, with the customers that have them. */
  private static Map<Integer, Integer> frequency(TableAsk.Ties ties) {
    TableAsk ask =
        new TableAsk.Scores("customer_key", new RowValue.ColumnValue("total"), 365, ties);
    Map<Integer, Integer> customers = new TreeMap<>();
    new RowTables(orders(), OCTOBER)
        .table(ask)
        .forEach(
            row ->
                customers.merge(
                    row.get(1).intValueExact(), row.get(3).intValueExact(), Integer::sum));
    return customers;
  }

  @Test
  void equalNumbersShareAScoreByTheStatedRule() {
    assertThat(frequency(TableAsk.Ties.COUNT_BELOW)).isEqualTo(Map.of(1, 60, 4, 20, 5, 20));
    assertThat(frequency(TableAsk.Ties.MIDRANK)).isEqualTo(Map.of(2, 60, 4, 20, 5, 20));
    assertThat(frequency(TableAsk.Ties.CUMULATIVE)).isEqualTo(Map.of(3, 60, 4, 20, 5, 20));
  }
}
