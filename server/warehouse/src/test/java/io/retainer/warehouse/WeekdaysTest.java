package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Weekdays are those of rows that are of a single day; a row of a month has none. */
class WeekdaysTest extends WarehouseTest {

  private static final Aggregation ON_WEEKENDS =
      new Aggregation.Sum(
          new RowValue.ColumnValue("sessions"),
          Optional.of(
              new Condition.CompareNumbers(
                  new RowValue.Weekday(),
                  Comparator.AT_LEAST,
                  new RowValue.Constant(BigDecimal.valueOf(6)))));

  @Test
  void ofRowsByDayAreKnown() {
    desk.accepted("table web_traffic columns=sessions", days("2026-10-01", "2026-10-31", "10"));

    FactAnswer answer = desk.ask("web_traffic", ON_WEEKENDS, OCTOBER);

    assertThat(value(answer)).as("five Saturdays, four Sundays").contains(new BigDecimal("90"));
    assertThat(answer.coverage().get(0).extent()).isEqualTo(Extent.FULL);
  }

  @Test
  void ofARowByMonthAreNot() {
    desk.accepted("table web_traffic columns=sessions grain=PERIOD", "2026-10-01..2026-10-31|500");

    FactAnswer answer = desk.ask("web_traffic", ON_WEEKENDS, OCTOBER);

    assertThat(value(answer)).isEmpty();
    assertThat(answer.coverage().get(0).extent()).isEqualTo(Extent.NONE);
    Reason reason = answer.coverage().get(0).reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(Reason.Code.OTHER_SPANS_ONLY);
    assertThat(reason.english())
        .isEqualTo("the imported tables are not by day, so their rows have no weekdays");
  }

  @Test
  void ofBothAreThoseByDay() {
    desk.accepted(
        "table web_traffic columns=sessions grain=PERIOD",
        "2026-10-01..2026-10-31|500",
        "table web_traffic columns=sessions,channel cut=channel",
        days("2026-10-01", "2026-10-31", "10|ads"));

    assertThat(value(desk.ask("web_traffic", ON_WEEKENDS, OCTOBER))).contains(new BigDecimal("90"));
  }
}
