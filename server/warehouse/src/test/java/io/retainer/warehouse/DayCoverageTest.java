package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.SEPTEMBER;
import static io.retainer.warehouse.Desk.count;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.is;
import static io.retainer.warehouse.Desk.span;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayCoverageTest extends WarehouseTest {

  private static final String SESSIONS = "table web_traffic columns=sessions";
  private static final String ORDERS =
      "table orders columns=order_id,status,total grain=EVENT currency=EUR";

  @Test
  void nothingImportedIsSaid() {
    Coverage coverage = ofSessions(OCTOBER);

    assertThat(coverage.extent()).isEqualTo(Extent.NONE);
    assertThat(code(coverage)).contains(Reason.Code.NOTHING_IMPORTED);
  }

  @Test
  void daysWithoutRowsAreMissing() {
    desk.accepted(
        SESSIONS, days("2026-10-01", "2026-10-10", "1"), days("2026-10-15", "2026-10-30", "1"));

    Coverage coverage = ofSessions(OCTOBER);

    assertThat(coverage.extent()).isEqualTo(Extent.PARTIAL);
    assertThat(coverage.missing())
        .containsExactly(span("2026-10-11", "2026-10-14"), span("2026-10-31", "2026-10-31"));
    assertThat(coverage.reason())
        .map(Reason::english)
        .contains("days are missing: 2026-10-11..2026-10-14, 2026-10-31..2026-10-31");
  }

  @Test
  void dataOfOtherDaysIsNamed() {
    desk.accepted(SESSIONS, days("2026-10-01", "2026-10-31", "1"));

    Coverage coverage = ofSessions(SEPTEMBER);

    assertThat(coverage.extent()).isEqualTo(Extent.NONE);
    assertThat(coverage.reason())
        .map(Reason::english)
        .contains("there is data from 2026-10-01 to 2026-10-31, none for 2026-09-01..2026-09-30");
  }

  @Test
  void aColumnThatNobodyExportedIsNamed() {
    desk.accepted(SESSIONS, days("2026-10-01", "2026-10-31", "1"));

    Coverage coverage = desk.ask("web_traffic", sum("revenue"), OCTOBER).coverage().get(0);

    assertThat(code(coverage)).contains(Reason.Code.COLUMN_NOT_IMPORTED);
    assertThat(coverage.reason()).map(Reason::english).contains("no imported table has revenue");
  }

  @Test
  void aColumnMayBeLackingWhereTheConditionSaysWhatHoldsWithoutIt() {
    desk.accepted(
        "table search_queries columns=query,clicks", days("2026-10-01", "2026-10-31", "tent|2"));
    Condition unknown = new Condition.Missing("is_anonymised");
    Condition named = new Condition.Compare("is_anonymised", Condition.Comparator.EQUAL, false);

    assertThat(value(desk.ask("search_queries", clicks(either(named, unknown)), OCTOBER)))
        .contains(new BigDecimal(62));
    for (Condition needing :
        List.of(
            named, unknown, either(unknown, is("query", "tent")), not(either(named, unknown)))) {
      Coverage coverage = desk.ask("search_queries", clicks(needing), OCTOBER).coverage().get(0);
      assertThat(coverage.reason())
          .map(Reason::english)
          .contains("no imported table has is_anonymised");
    }
  }

  @Test
  void theCurrencyOfAWholeTableIsThatOfItsRows() {
    desk.accepted(ORDERS, "2026-10-05|A|placed|10");
    desk.accepted(
        "table orders columns=order_id,status,total,currency grain=EVENT",
        "2026-10-06|B|placed|5|EUR",
        "2026-10-07|C|placed|7|USD");

    assertThat(value(desk.ask("orders", totalIn("EUR"), OCTOBER))).contains(new BigDecimal(15));
    assertThat(value(desk.ask("orders", totalIn("USD"), OCTOBER))).contains(new BigDecimal(7));
  }

  private static Aggregation totalIn(String currency) {
    return new Aggregation.Sum(
        new RowValue.ColumnValue("total"), Optional.of(is("currency", currency)));
  }

  private static Condition either(Condition one, Condition other) {
    return new Condition.AnyOf(List.of(one, other));
  }

  private static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }

  private static Aggregation clicks(Condition where) {
    return new Aggregation.Sum(new RowValue.ColumnValue("clicks"), Optional.of(where));
  }

  @Test
  void anAccountThatStoppedIsMissed() {
    desk.accepted(SESSIONS + " account=a", days("2026-09-01", "2026-10-31", "1"));
    desk.accepted(SESSIONS + " account=b", days("2026-09-01", "2026-09-30", "1"));

    Coverage coverage = ofSessions(OCTOBER);

    assertThat(coverage.extent()).isEqualTo(Extent.PARTIAL);
    assertThat(coverage.reason())
        .map(Reason::english)
        .contains("days are missing of lines (b): 2026-10-01..2026-10-31");
  }

  @Test
  void whichAccountLacksTheDaysIsKnown() {
    desk.accepted(SESSIONS + " account=a", days("2026-09-01", "2026-10-31", "1"));
    desk.accepted(SESSIONS + " account=b", days("2026-09-01", "2026-09-30", "1"));
    desk.accepted(SESSIONS + " account=c", days("2026-09-01", "2026-10-20", "1"));

    assertThat(ofSessions(OCTOBER).lacks())
        .containsExactly(
            new Coverage.Lack("lines", "b", List.of(OCTOBER)),
            new Coverage.Lack("lines", "c", List.of(span("2026-10-21", "2026-10-31"))));
    assertThat(ofSessions(SEPTEMBER).lacks()).isEmpty();
  }

  @Test
  void itBeginsWhereTheLastOfItsAccountsDoes() {
    desk.accepted(SESSIONS + " account=a", days("2026-09-01", "2026-10-31", "1"));
    desk.accepted(SESSIONS + " account=b", days("2026-09-15", "2026-10-31", "1"));

    assertThat(ofSessions(OCTOBER).begins()).contains(LocalDate.of(2026, 9, 15));
  }

  @Test
  void anAccountThatBeganLaterIsNotMissed() {
    desk.accepted(SESSIONS + " account=a", days("2026-09-01", "2026-10-31", "1"));
    desk.accepted(SESSIONS + " account=b", days("2026-10-01", "2026-10-31", "1"));

    assertThat(ofSessions(SEPTEMBER).extent()).isEqualTo(Extent.FULL);
  }

  @Test
  void silenceBetweenOrdersIsNoGap() {
    desk.accepted(
        ORDERS, "2026-09-28|A|placed|1", "2026-10-05|B|placed|1", "2026-10-26|C|placed|1");

    Coverage coverage = ofOrders(OCTOBER);

    assertThat(coverage.extent()).isEqualTo(Extent.FULL);
    assertThat(value(desk.ask("orders", count(), OCTOBER))).contains(new BigDecimal("2"));
  }

  @Test
  void silenceLongerThanAnyInTheFileIsAGap() {
    desk.accepted(
        ORDERS, "2026-10-01|A|placed|1", "2026-10-03|B|placed|1", "2026-10-14|C|placed|1");

    assertThat(ofOrders(OCTOBER).missing()).containsExactly(span("2026-10-25", "2026-10-31"));
  }

  @Test
  void anUnusualSilenceSaysNothingOfTheEnd() {
    List<String> orders = new ArrayList<>(List.of(ORDERS));
    for (LocalDate day = LocalDate.of(2026, 9, 1);
        day.isBefore(LocalDate.of(2026, 10, 20));
        day = day.plusDays(1)) {
      boolean isClosed = day.isAfter(LocalDate.of(2026, 9, 9)) && day.getMonthValue() == 9;
      if (!isClosed || day.getDayOfMonth() > 20) {
        orders.add(day + "|" + day + "|placed|1");
      }
    }
    desk.accepted(orders.toArray(String[]::new));

    assertThat(ofOrders(OCTOBER).missing()).containsExactly(span("2026-10-20", "2026-10-31"));
  }

  @Test
  void aMonthWithoutAnyOrderOutsideTheFileIsNoDataAndNeverZero() {
    desk.accepted(ORDERS, "2026-08-01|A|placed|1", "2026-08-31|B|placed|1");

    Coverage coverage = ofOrders(OCTOBER);

    assertThat(coverage.extent()).isEqualTo(Extent.NONE);
    assertThat(code(coverage)).contains(Reason.Code.NOT_IN_PERIOD);
  }

  @Test
  void aMonthWithoutOrdersInsideTheFileIsKnown() {
    desk.accepted(ORDERS, "2026-09-01|A|placed|1", "2026-11-01|B|placed|1");

    assertThat(ofOrders(OCTOBER).extent()).isEqualTo(Extent.FULL);
  }

  @Test
  void ordersOfTwoFilesAreOneLogicalSeries() {
    desk.accepted(ORDERS, "2026-10-01|A|placed|1", "2026-10-10|B|placed|2");
    desk.accepted(
        "table orders columns=order_id,total,country grain=EVENT currency=EUR"
            + " period=2026-10-11..2026-10-31",
        "2026-10-12|C|4|fi");

    assertThat(ofOrders(OCTOBER).extent()).isEqualTo(Extent.FULL);
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal("7"));
    assertThat(ofOrders(OCTOBER).inputs()).hasSize(2);
  }

  @Test
  void aLevelNeedsOneObservationOfTheMonth() {
    desk.accepted(
        "table rankings columns=keyword,position cut=keyword grain=SNAPSHOT", "2026-10-20|shoes|3");

    assertThat(
            desk.ask("rankings", new Aggregation.CountOnLastDay(Optional.empty()), OCTOBER)
                .coverage()
                .get(0)
                .extent())
        .isEqualTo(Extent.FULL);
  }

  private Coverage ofChecks(DateSpan period) {
    return desk.ask("rankings", new Aggregation.CountOnLastDay(Optional.empty()), period)
        .coverage()
        .get(0);
  }

  @Test
  void whatIsMeasuredOnceAWeekIsCompleteWhereEachWeekWasMeasured() {
    desk.accepted(
        "table rankings columns=keyword,position cut=keyword",
        "2026-08-31|shoes|3",
        "2026-09-07|shoes|3",
        "2026-09-14|shoes|3",
        "2026-09-21|shoes|3",
        "2026-09-28|shoes|3",
        "2026-10-05|shoes|3",
        "2026-10-12|shoes|3");

    assertThat(ofChecks(SEPTEMBER).extent()).isEqualTo(Extent.FULL);
    assertThat(ofChecks(span("2026-10-05", "2026-10-11")).extent()).isEqualTo(Extent.FULL);
    assertThat(ofChecks(OCTOBER).extent()).isEqualTo(Extent.PARTIAL);
    assertThat(ofChecks(OCTOBER).missing()).containsExactly(span("2026-10-19", "2026-10-31"));
  }

  @Test
  void whatIsMeasuredEveryDayMissesEachThatWasNot() {
    desk.accepted(
        "table rankings columns=keyword,position cut=keyword",
        days("2026-10-01", "2026-10-30", "shoes|3"));

    assertThat(ofChecks(OCTOBER).missing()).containsExactly(span("2026-10-31", "2026-10-31"));
  }

  @Test
  void twoMeasurementsAreNoRhythm() {
    desk.accepted(
        "table rankings columns=keyword,position cut=keyword",
        "2026-10-05|shoes|3",
        "2026-10-12|shoes|3");

    assertThat(ofChecks(OCTOBER).missing()).containsExactly(span("2026-10-13", "2026-10-31"));
  }

  @Test
  void theListOfWhatIsThereNamesSourceAccountAndDays() {
    desk.accepted(SESSIONS, days("2026-10-01", "2026-10-03", "1"), "2026-10-05|1");

    assertThat(desk.warehouse.coverage(ACME.id()))
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.dataset()).isEqualTo("web_traffic");
              assertThat(series.source()).isEqualTo("lines");
              assertThat(series.account()).isEqualTo("main");
              assertThat(series.rows()).isEqualTo(4);
              assertThat(series.spans())
                  .containsExactly(
                      span("2026-10-01", "2026-10-03"), span("2026-10-05", "2026-10-05"));
              assertThat(series.lastImport()).isEqualTo(Desk.NOW);
            });
  }

  private Coverage ofSessions(DateSpan period) {
    return desk.ask("web_traffic", sum("sessions"), period).coverage().get(0);
  }

  private Coverage ofOrders(DateSpan period) {
    return desk.ask("orders", count(), period).coverage().get(0);
  }

  private static Optional<Reason.Code> code(Coverage coverage) {
    return coverage.reason().map(Reason::code);
  }
}
