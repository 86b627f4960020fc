package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.SEPTEMBER;
import static io.retainer.warehouse.Desk.span;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactAnswer;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop whose orders are imported until 20 October: nobody knows who ordered afterwards. */
class LastDayWithDataTest extends WarehouseTest {

  private static final DateSpan UNTIL_THE_LAST_DAY = span("2026-10-01", "2026-10-20");
  private static final Aggregation LOST =
      new Aggregation.LostKeys("customer_key", 90, Optional.empty());
  private static final Aggregation MATURED =
      new Aggregation.MaturedKeys("customer_key", 90, Optional.empty());

  @BeforeEach
  void sells() {
    List<String> orders = new ArrayList<>();
    orders.add("table orders columns=order_id,customer_key grain=EVENT currency=EUR");
    for (LocalDate day = LocalDate.of(2026, 7, 1);
        day.isBefore(LocalDate.of(2026, 10, 21));
        day = day.plusDays(1)) {
      orders.add(day + "|" + day + "|daily");
    }
    orders.add("2026-07-10|A|ben");
    orders.add("2026-07-25|B|ann");
    desk.accepted(orders.toArray(String[]::new));
  }

  @Test
  void whoIsLostIsMeasuredToTheLastDayWithData() {
    FactAnswer answer = desk.ask("orders", LOST, OCTOBER);

    assertThat(answer.coverage().get(0).missing())
        .containsExactly(span("2026-10-21", "2026-10-31"));
    // Ann ordered 88 days before the data end, and 99 before the month does.
    assertThat(value(answer)).contains(BigDecimal.ONE);
    assertThat(value(desk.ask("orders", LOST, UNTIL_THE_LAST_DAY))).contains(BigDecimal.ONE);
  }

  @Test
  void whoIsOldEnoughIsMeasuredToTheLastDayWithData() {
    assertThat(value(desk.ask("orders", MATURED, OCTOBER))).contains(BigDecimal.ONE);
    assertThat(value(desk.ask("orders", MATURED, UNTIL_THE_LAST_DAY))).contains(BigDecimal.ONE);
  }

  @Test
  void aPeriodThatIsThereIsMeasuredToItsEnd() {
    FactAnswer answer = desk.ask("orders", LOST, OCTOBER, SEPTEMBER);

    assertThat(answer.cells())
        .extracting(cell -> cell.period() + ": " + cell.values().get("value").intValue())
        .contains("0: 1", "1: 0");
  }
}
