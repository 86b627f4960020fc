package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesNeverAddedTest extends WarehouseTest {

  @Test
  void theSameClicksByDayPageAndCountryAreCountedOnce() {
    desk.accepted(
        "table search_queries columns=clicks,impressions",
        days("2026-10-01", "2026-10-31", "10|100"),
        "table search_queries columns=page,clicks,impressions cut=page grain=PERIOD complete=false",
        "2026-10-01..2026-10-31|/a|150|1500",
        "2026-10-01..2026-10-31|/b|100|1000",
        "table search_queries columns=country,clicks,impressions cut=country grain=PERIOD",
        "2026-10-01..2026-10-31|fi|300|3000",
        "2026-10-01..2026-10-31|se|10|100");

    FactAnswer total = desk.ask("search_queries", sum("clicks"), OCTOBER);

    assertThat(value(total)).contains(new BigDecimal("310"));
    assertThat(total.coverage().get(0).extent()).isEqualTo(Extent.FULL);
    assertThat(total.coverage().get(0).reason()).isEmpty();
    assertThat(total.coverage().get(0).inputs()).hasSize(1);
  }

  @Test
  void aBreakdownUsesTheSeriesThatHasTheDimension() {
    desk.accepted(
        "table search_queries columns=clicks",
        days("2026-10-01", "2026-10-31", "10"),
        "table search_queries columns=page,clicks cut=page grain=PERIOD complete=false",
        "2026-10-01..2026-10-31|/a|150",
        "2026-10-01..2026-10-31|/b|100");

    FactAnswer byPage =
        desk.warehouse.answer(
            Desk.query(
                "search_queries", List.of("page"), Optional.empty(), sum("clicks"), OCTOBER));

    assertThat(byPage.cells())
        .extracting(cell -> cell.group().get(0), cell -> cell.values().get("value").intValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/a", 150),
            org.assertj.core.groups.Tuple.tuple("/b", 100));
    assertThat(byPage.coverage().get(0).complete()).isFalse();
    assertThat(byPage.coverage().get(0).reason())
        .map(Reason::code)
        .contains(Reason.Code.ROWS_LEFT_OUT);
  }

  @Test
  void twoAccountsAreAdded() {
    desk.accepted(
        "table web_traffic columns=sessions account=a", days("2026-10-01", "2026-10-31", "1"));
    desk.accepted(
        "table web_traffic columns=sessions account=b", days("2026-10-01", "2026-10-31", "2"));

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal("93"));
  }

  @Test
  void aWholeSpanAnswersForExactlyThatSpan() {
    desk.accepted("table web_traffic columns=sessions grain=PERIOD", "2026-10-01..2026-10-31|500");

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal("500"));
    FactAnswer week =
        desk.ask("web_traffic", sum("sessions"), Desk.span("2026-10-05", "2026-10-11"));
    assertThat(week.cells()).isEmpty();
    assertThat(week.coverage().get(0).reason())
        .map(Reason::code)
        .contains(Reason.Code.OTHER_SPANS_ONLY);
  }
}
