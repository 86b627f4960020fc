package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.SEPTEMBER;
import static io.retainer.warehouse.Desk.count;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.is;
import static io.retainer.warehouse.Desk.span;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest extends WarehouseTest {

  private static final String ORDERS =
      "table orders columns=order_id,customer_key,status,total grain=EVENT currency=EUR"
          + " period=2026-09-01..2026-10-31";

  @Test
  void overlappingPeriodsAreAnsweredTogether() {
    desk.accepted("table web_traffic columns=sessions", days("2026-09-01", "2026-10-31", "1"));

    FactAnswer answer =
        desk.ask(
            "web_traffic",
            sum("sessions"),
            OCTOBER,
            SEPTEMBER,
            span("2026-09-15", "2026-10-14"),
            OCTOBER);

    assertThat(answer.cells())
        .extracting(FactAnswer.Cell::period, cell -> cell.values().get("value").intValue())
        .containsExactly(
            Tuple.tuple(0, 31), Tuple.tuple(1, 30), Tuple.tuple(2, 30), Tuple.tuple(3, 31));
  }

  @Test
  void splitsAPeriodIntoIsoWeeks() {
    desk.accepted("table web_traffic columns=sessions", days("2026-10-01", "2026-10-31", "1"));

    FactAnswer answer =
        desk.warehouse.answer(
            Desk.query(
                "web_traffic", List.of(), Optional.of(Grain.WEEK), sum("sessions"), OCTOBER));

    assertThat(answer.cells())
        .extracting(
            cell -> cell.bucket().orElseThrow(), cell -> cell.values().get("value").intValue())
        .containsExactly(
            Tuple.tuple(LocalDate.of(2026, 9, 28), 4),
            Tuple.tuple(LocalDate.of(2026, 10, 5), 7),
            Tuple.tuple(LocalDate.of(2026, 10, 12), 7),
            Tuple.tuple(LocalDate.of(2026, 10, 19), 7),
            Tuple.tuple(LocalDate.of(2026, 10, 26), 6));
  }

  @Test
  void usersOfDaysAreNeverAdded() {
    desk.accepted("table web_traffic columns=users", days("2026-10-01", "2026-10-31", "10"));

    FactAnswer answer = desk.ask("web_traffic", sum("users"), OCTOBER);

    assertThat(value(answer)).isEmpty();
    assertThat(answer.coverage().get(0).reason())
        .map(Reason::code)
        .contains(Reason.Code.DISTINCT_OVER_DAYS);
  }

  @Test
  void usersOfOneDayAloneAreNotTheUsersOfTheMonth() {
    desk.accepted("table web_traffic columns=users", "2026-10-05|10");

    assertThat(value(desk.ask("web_traffic", sum("users"), OCTOBER))).isEmpty();
    assertThat(value(desk.ask("web_traffic", sum("users"), span("2026-10-05", "2026-10-05"))))
        .contains(BigDecimal.TEN);
  }

  @Test
  void usersOfTheWholeMonthAreTakenFromTheRowAboutIt() {
    desk.accepted(
        "table web_traffic columns=users",
        days("2026-10-01", "2026-10-31", "10"),
        "table web_traffic columns=channel,users cut=channel grain=PERIOD",
        "2026-10-01..2026-10-31|Direct|100",
        "2026-10-01..2026-10-31|Social|90",
        "table web_traffic columns=users,sessions grain=PERIOD",
        "2026-10-01..2026-10-31|150|400");

    assertThat(value(desk.ask("web_traffic", sum("users"), OCTOBER)))
        .contains(new BigDecimal("150"));
    FactAnswer byChannel =
        desk.warehouse.answer(
            Desk.query("web_traffic", List.of("channel"), Optional.empty(), sum("users"), OCTOBER));
    assertThat(byChannel.cells())
        .extracting(cell -> cell.values().get("value").intValue())
        .containsExactly(100, 90);
  }

  @Test
  void currenciesAreNamedAndAnAnswerInOneIsTold() {
    desk.accepted(
        "table orders columns=order_id,status,currency,total grain=EVENT",
        "2026-10-01|A|placed|EUR|10",
        "2026-10-02|B|cancelled|USD|20",
        "2026-10-03|C|placed||30");

    assertThat(desk.ask("orders", sum("total"), OCTOBER).coverage().get(0).currencies())
        .containsExactlyInAnyOrder("EUR", "USD");
    FactQuery placed =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.of(is("status", "placed")),
            List.of(),
            Optional.empty(),
            List.of(new Measure("value", sum("total"))),
            List.of(OCTOBER),
            Optional.empty());
    assertThat(desk.warehouse.answer(placed).coverage().get(0).currencies()).containsExactly("EUR");
  }

  @Test
  void theLastLevelOfEachAccountIsAdded() {
    desk.accepted(
        "table social_accounts columns=followers account=a",
        days("2026-10-01", "2026-10-30", "100"),
        "2026-10-31|");
    desk.accepted(
        "table social_accounts columns=followers account=b",
        days("2026-10-01", "2026-10-30", "5"),
        "2026-10-31|7");

    assertThat(level("followers", false)).contains(new BigDecimal("107"));
    assertThat(level("followers", true)).contains(new BigDecimal("105"));
  }

  @Test
  void keywordsOfTheLastCheckAreCounted() {
    desk.accepted(
        "table rankings columns=keyword,position cut=keyword grain=SNAPSHOT",
        "2026-10-01|shoes|3",
        "2026-10-01|boots|4",
        "2026-10-20|shoes|11",
        "2026-10-20|boots|9",
        "2026-10-20|socks|");
    Condition topTen = new Condition.Compare("position", Comparator.AT_MOST, new BigDecimal("10"));

    assertThat(ask("rankings", new Aggregation.CountOnLastDay(Optional.empty()))).isEqualTo("3");
    assertThat(ask("rankings", new Aggregation.CountOnLastDay(Optional.of(topTen)))).isEqualTo("1");
  }

  @Test
  void anEngineThatWasCheckedADayEarlierCountsToo() {
    desk.accepted(
        "table rankings columns=keyword,engine,position cut=keyword,engine grain=SNAPSHOT",
        "2026-10-05|shoes|google|7",
        "2026-10-19|shoes|google|5",
        "2026-10-19|boots|google|5",
        "2026-10-20|shoes|bing|90");
    List<String> engines = List.of("engine");

    assertThat(ask("rankings", new Aggregation.CountOnLastDay(engines, Optional.empty())))
        .isEqualTo("3");
    assertThat(
            ask(
                "rankings",
                new Aggregation.SumOnLastDay(
                    new RowValue.ColumnValue("position"), engines, Optional.empty())))
        .isEqualTo("100");
  }

  @Test
  void aWeightedMeanUsesRowsThatHaveBoth() {
    desk.accepted(
        "table search_queries columns=query,clicks,impressions,position cut=query",
        "2026-10-01|a|1|100|2.5",
        "2026-10-01|b|1|300|10",
        "2026-10-01|c|1|500|");

    Aggregation mean =
        new Aggregation.WeightedMean(
            new RowValue.ColumnValue("position"),
            new RowValue.ColumnValue("impressions"),
            Optional.empty());

    assertThat(ask("search_queries", mean)).isEqualTo("8.125");
  }

  @Test
  void arithmeticIsExact() {
    desk.accepted(
        "table orders columns=order_id,items,total,discount grain=EVENT currency=EUR",
        "2026-10-01|A|3|0.1|0.2",
        "2026-10-01|B|7|999999999999.99|0.01",
        "2026-10-01|C||5|",
        "2026-10-01|D|0|5|1");
    RowValue total = new RowValue.ColumnValue("total");
    RowValue items = new RowValue.ColumnValue("items");

    assertThat(ask("orders", sum("total"))).isEqualTo("1000000000010.09");
    assertThat(ask("orders", of(RowValue.Operator.TIMES, total, total)))
        .isEqualTo("999999999999980000000050.0101");
    assertThat(ask("orders", of(RowValue.Operator.DIVIDED_BY, total, items)))
        .isEqualTo("142857142857.174761904761");
    assertThat(
            ask("orders", of(RowValue.Operator.MINUS, total, new RowValue.ColumnValue("discount"))))
        .as("an order without a discount has all of its total")
        .isEqualTo("1000000000008.88");
  }

  @ParameterizedTest
  @CsvSource({"MIN, 0.1", "MAX, 9.4", "MEDIAN, 3.75"})
  void statisticsAreExact(Aggregation.Function function, String expected) {
    desk.accepted(
        "table orders columns=order_id,total grain=EVENT currency=EUR",
        "2026-10-01|A|0.1",
        "2026-10-01|B|9.4",
        "2026-10-01|C|2.5",
        "2026-10-01|D|5",
        "2026-10-01|E|");

    assertThat(
            ask(
                "orders",
                new Aggregation.Statistic(
                    function, new RowValue.ColumnValue("total"), Optional.empty())))
        .isEqualTo(expected);
  }

  @Test
  void aMissingValueSatisfiesNeitherAConditionNorItsOpposite() {
    desk.accepted(
        "table web_traffic columns=channel,sessions cut=channel",
        "2026-10-01|Organic Search|1",
        "2026-10-01|Direct|2",
        "2026-10-01||4");
    Condition organic = is("channel", "organic search");

    assertThat(sessions(organic)).contains(new BigDecimal("1"));
    assertThat(sessions(new Condition.Not(organic))).contains(new BigDecimal("2"));
    assertThat(sessions(new Condition.Compare("channel", Comparator.NOT_EQUAL, "ORGANIC SEARCH")))
        .contains(new BigDecimal("2"));
    assertThat(sessions(new Condition.Missing("channel"))).contains(new BigDecimal("4"));
    assertThat(sessions(new Condition.OneOf("channel", List.of("direct", "x"))))
        .contains(new BigDecimal("2"));
    assertThat(sessions(new Condition.Matches("channel", Condition.Match.CONTAINS, "C S")))
        .contains(new BigDecimal("1"));
    assertThat(sessions(new Condition.Matches("channel", Condition.Match.BEGINS_WITH, "%")))
        .isEmpty();
    assertThat(sessions(new Condition.AnyOf(List.of(organic, new Condition.Missing("channel")))))
        .contains(new BigDecimal("5"));
  }

  @Test
  void whatIsTypedIsNeverSql() {
    desk.accepted(
        "table web_traffic columns=channel,sessions cut=channel",
        "2026-10-01|'; drop table batches; --|1");

    assertThat(sessions(is("channel", "'; DROP TABLE batches; --"))).contains(BigDecimal.ONE);
    assertThatThrownBy(() -> desk.ask("web_traffic", sum("sessions\" from batches --"), OCTOBER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no column");
  }

  @Test
  void customersWithSeveralOrdersAreCountedByTheInnerGrouping() {
    desk.accepted(
        ORDERS,
        "2026-10-01|A|ann|placed|10",
        "2026-10-02|B|ann|placed|20",
        "2026-10-03|C|ben|placed|30",
        "2026-10-03|D||placed|40",
        "2026-10-03|E|ben|cancelled|30");
    PerKey perCustomer =
        new PerKey(
            "customer_key", List.of(new Measure("n", count()), new Measure("spent", sum("total"))));
    Condition twice = new Condition.Compare("n", Comparator.AT_LEAST, new BigDecimal("2"));
    FactQuery query =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.of(is("status", "placed")),
            List.of(),
            Optional.of(perCustomer),
            List.of(
                new Measure("customers", count()),
                new Measure("repeaters", new Aggregation.Count(Optional.of(twice))),
                new Measure("spent", sum("spent"))),
            List.of(OCTOBER),
            Optional.empty());

    FactAnswer answer = desk.warehouse.answer(query);

    assertThat(answer.cells()).hasSize(1);
    assertThat(answer.cells().get(0).values())
        .hasEntrySatisfying("customers", n -> assertThat(n).isEqualByComparingTo("2"))
        .hasEntrySatisfying("repeaters", n -> assertThat(n).isEqualByComparingTo("1"))
        .hasEntrySatisfying("spent", n -> assertThat(n).isEqualByComparingTo("60"));
  }

  @Test
  void customersWhoCameAgainAreCountedAgainstThoseWhoWereThere() {
    desk.accepted(
        ORDERS,
        "2026-09-01|A|ann|placed|10",
        "2026-09-02|B|ben|placed|20",
        "2026-09-03|C|cat|cancelled|20",
        "2026-10-03|D|ann|placed|30",
        "2026-10-04|E|dan|placed|40",
        "2026-10-05|F|cat|placed|40");
    Optional<Condition> placed = Optional.of(is("status", "placed"));

    assertThat(ask("orders", new Aggregation.ExistingKeys("customer_key", placed))).isEqualTo("2");
    assertThat(ask("orders", new Aggregation.RetainedKeys("customer_key", placed))).isEqualTo("1");
    assertThat(ask("orders", new Aggregation.ExistingKeys("customer_key", Optional.empty())))
        .isEqualTo("3");
  }

  @Test
  void aNetworkThatWasReadADayEarlierIsThereAsWell() {
    desk.accepted(
        "table social_accounts columns=network,followers cut=network",
        "2026-10-01|facebook|900",
        "2026-10-02|instagram|400",
        "2026-10-30|instagram|450",
        "2026-10-31|facebook|1000");
    assertThat(profiles("followers", false)).contains(new BigDecimal(1450));
    assertThat(profiles("followers", true)).contains(new BigDecimal(1300));
  }

  @Test
  void profilesAreNoneInATableThatTellsNoneApart() {
    desk.accepted("table social_accounts columns=followers", "2026-10-01|900", "2026-10-31|1000");
    assertThat(profiles("followers", false)).contains(new BigDecimal(1000));
  }

  private Optional<BigDecimal> profiles(String column, boolean first) {
    return value(
        desk.ask(
            "social_accounts",
            new Aggregation.Level(column, first, List.of("network"), Optional.empty()),
            OCTOBER));
  }

  private Optional<BigDecimal> level(String column, boolean first) {
    return value(
        desk.ask(
            "social_accounts", new Aggregation.Level(column, first, Optional.empty()), OCTOBER));
  }

  private Optional<BigDecimal> sessions(Condition where) {
    return value(
        desk.ask(
            "web_traffic",
            new Aggregation.Sum(new RowValue.ColumnValue("sessions"), Optional.of(where)),
            OCTOBER));
  }

  private String ask(String dataset, Aggregation aggregation) {
    return value(desk.ask(dataset, aggregation, OCTOBER)).orElseThrow().toPlainString();
  }

  private static Aggregation of(RowValue.Operator operator, RowValue left, RowValue right) {
    return new Aggregation.Sum(new RowValue.Arithmetic(operator, left, right), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "50, 2.5", "90, 3.7", "99.9, 3.997", "100, 4"})
  void aPercentileLiesBetweenItsNeighbours(String percent, String expected) {
    desk.accepted(
        ORDERS,
        "2026-10-01|o1|ann|placed|4",
        "2026-10-02|o2|bob|placed|1",
        "2026-10-03|o3|cyd|placed|3",
        "2026-10-04|o4|dan|placed|2",
        "2026-10-05|o5|eve|cancelled|900");

    FactAnswer answer =
        desk.ask(
            "orders",
            new Aggregation.Percentile(
                new RowValue.ColumnValue("total"),
                new BigDecimal(percent),
                Optional.of(is("status", "placed"))),
            OCTOBER);

    assertThat(value(answer).orElseThrow()).isEqualByComparingTo(expected);
  }

  @Test
  void aMissingValueMayHaveAnother() {
    desk.accepted(ORDERS, "2026-10-01|o1|ann|placed|4", "2026-10-02|o2|bob|placed|");

    FactAnswer answer =
        desk.ask(
            "orders",
            new Aggregation.Sum(
                new RowValue.IfMissing(
                    new RowValue.ColumnValue("total"),
                    new RowValue.Constant(new BigDecimal("0.5"))),
                Optional.empty()),
            OCTOBER);

    assertThat(value(answer).orElseThrow()).isEqualByComparingTo("4.5");
  }

  @Test
  void timeBetweenTwoMomentsIsCountedByTheCalendarOrTheClock() {
    desk.accepted(
        "table orders columns=order_id,ordered_at,total grain=EVENT currency=EUR"
            + " period=2026-09-01..2026-10-31",
        "2026-10-01|o1|2026-10-01T23:30:00|4");
    RowValue same = new RowValue.Elapsed(RowValue.Measured.HOURS, "ordered_at", "ordered_at");

    assertThat(
            value(desk.ask("orders", new Aggregation.Sum(same, Optional.empty()), OCTOBER))
                .orElseThrow())
        .isEqualByComparingTo("0");
  }

  /** The clocks of Helsinki go back from 4 to 3 on 25 October, and forward from 3 on 29 March. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T20:00:00, 2026-10-25T06:00:00, 660",
    "2026-10-25T03:30:00, 2026-10-25T03:10:00, 40",
    "2026-10-25T03:10:00, 2026-10-25T03:50:00, 40",
    "2026-10-25T02:50:00, 2026-10-25T04:10:00, 140",
    "2026-10-25T20:00:00, 2026-10-25T21:00:00, 60",
    "2026-10-25T05:00:00, 2026-10-25T04:00:00, -60",
    "2026-03-28T20:00:00, 2026-03-29T06:00:00, 540",
    "2026-03-29T02:50:00, 2026-03-29T04:10:00, 20",
    "2026-03-29T02:50:00, 2026-07-01T03:50:00, 135360",
    "2022-10-30T02:50:00, 2022-10-30T04:10:00, 140"
  })
  void timeIsMeasuredThroughTheChangesOfTheClock(String from, String to, String minutes) {
    desk.accepted(
        "table orders columns=order_id,ordered_at,paid_at grain=EVENT"
            + " period=2026-09-01..2026-10-31",
        "2026-10-01|o1|" + from + "|" + to);
    RowValue between = new RowValue.Elapsed(RowValue.Measured.MINUTES, "ordered_at", "paid_at");
    FactQuery query =
        Desk.query(
                "orders",
                List.of(),
                Optional.empty(),
                new Aggregation.Sum(between, Optional.empty()),
                OCTOBER)
            .in(ZoneId.of("Europe/Helsinki"));

    assertThat(value(desk.warehouse.answer(query)).orElseThrow()).isEqualByComparingTo(minutes);
  }

  @Test
  void hoursThroughAChangeDecideWhetherARowCounts() {
    desk.accepted(
        "table orders columns=order_id,ordered_at,paid_at grain=EVENT"
            + " period=2026-09-01..2026-10-31",
        "2026-10-25|o1|2026-10-25T02:00:00|2026-10-25T06:00:00");
    RowValue hours = new RowValue.Elapsed(RowValue.Measured.HOURS, "ordered_at", "paid_at");
    Condition within =
        new Condition.CompareNumbers(
            hours, Condition.Comparator.AT_MOST, new RowValue.Constant(new BigDecimal("4")));
    FactQuery query =
        Desk.query(
            "orders",
            List.of(),
            Optional.empty(),
            new Aggregation.Count(Optional.of(within)),
            OCTOBER);

    assertThat(value(desk.warehouse.answer(query)).orElseThrow()).isEqualByComparingTo("1");
    assertThat(value(desk.warehouse.answer(query.in(ZoneId.of("Europe/Helsinki")))).orElseThrow())
        .isEqualByComparingTo("0");
  }
}
