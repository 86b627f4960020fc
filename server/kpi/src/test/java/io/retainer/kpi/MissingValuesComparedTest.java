package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Suppressed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change is told only where the values that are missing cannot make another one of it. */
class MissingValuesComparedTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final ComparedPeriod OCTOBER =
      ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS);
  private static final Suppressed BELOW_TEN = Suppressed.below(BigDecimal.TEN);

  @TempDir static Path folder;
  private static KpiLibrary library;

  private final List<Map<String, Object>> queries = new ArrayList<>();
  private final List<Map<String, Object>> orders = new ArrayList<>();

  @BeforeAll
  static void scripts() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("own.groovy"),
        """
        kpi('own.placed-revenue') {
          title en: 'Placed'
          unit money
          better higher
          from orders
          value { sum(total).where(status == 'placed') }
        }
        kpi('own.large-share') {
          title en: 'Large'
          unit percent
          better higher
          from orders
          where status in ['placed', 'cancelled', 'refund']
          value { count().where(total >= 80) / count() }
        }
        kpi('own.large-share-of-known') {
          title en: 'Large of those known'
          unit percent
          better higher
          from orders
          where status in ['placed', 'cancelled', 'refund']
          value { (count().where(total >= 80) - count().where(total < 20)) / count().where(total != null) }
        }
        kpi('own.large-orders') {
          title en: 'Large'
          unit count
          better higher
          from orders
          where status in ['placed', 'cancelled', 'refund'] && total >= 80
          value { count() }
        }
        kpi('own.revenue-of-large-orders') {
          title en: 'Large'
          unit money
          better higher
          from orders
          value { sum(total).where(total >= 80 && status == 'placed') }
        }
        kpi('own.orders-with-a-total') {
          title en: 'With a total'
          unit count
          better higher
          from orders
          where status in ['placed', 'cancelled', 'refund']
          value { count().where(total > 0) }
        }
        """);
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, own), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private void queries(int number, String day, Object clicks, Object impressions) {
    for (int i = 0; i < number; i++) {
      queries.add(
          row(day, "query", "q" + i, "clicks", clicks, "impressions", impressions, "position", 4));
    }
  }

  private void orders(int number, String day, Integer total) {
    for (int i = 0; i < number; i++) {
      Map<String, Object> order = row(day, "order_id", "o" + orders.size(), "status", "placed");
      order.put("total", total == null ? null : BigDecimal.valueOf(total));
      orders.add(order);
    }
  }

  private FactSource facts() {
    Map<Dataset, List<Map<String, Object>>> rows =
        Map.of(Datasets.SEARCH_QUERIES, queries, Datasets.ORDERS, orders);
    return RowFacts.of(rows, LocalDate.of(2026, 10, 1));
  }

  private KpiFigure figure(String id) {
    return new KpiEngine(library, facts()).figures(ACME, OCTOBER, List.of(new KpiId(id))).get(0);
  }

  private KpiFigure total(String id) {
    Client other =
        new Client(new ClientId("other"), "Other", ACME.zone(), Locale.ENGLISH, ACME.currency());
    return new RollUps(library, facts(), ClientParameters.NONE)
        .of(List.of(ACME, other), OCTOBER, List.of(new KpiId(id)))
        .get(0)
        .total();
  }

  private static void isNotCompared(KpiFigure figure, String why) {
    Compared compared = figure.compared(Comparison.PREVIOUS).orElseThrow();
    assertThat(compared.value().value()).isPresent();
    assertThat(figure.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(compared.delta()).isEmpty();
    assertThat(
            Change.withheld(figure.kpi(), compared.now(), compared.value()).orElseThrow().english())
        .contains(why);
  }

  private static void isCompared(KpiFigure figure, Judgement judgement) {
    assertThat(figure.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(figure.delta(Comparison.PREVIOUS).orElseThrow().judgement()).isEqualTo(judgement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search.clicks", "search.ctr"})
  void clicksMostOfWhichAreKeptBackHaveNotFallen(String id) {
    queries(180, "2026-09-05", 10, 100);
    queries(31, "2026-10-05", 12, 100);
    queries(120, "2026-10-06", BELOW_TEN, 100);

    isNotCompared(figure(id), "120 of clicks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search.clicks", "search.ctr"})
  void aFewThatAreKeptBackMakeNoOtherChangeOfIt(String id) {
    queries(180, "2026-09-05", 10, 100);
    queries(180, "2026-10-05", 7, 100);
    queries(5, "2026-10-06", BELOW_TEN, 100);

    isCompared(figure(id), Judgement.BAD);
  }

  @Test
  void whatIsKeptBackBeforeMattersAsMuch() {
    queries(31, "2026-09-05", 12, 100);
    queries(120, "2026-09-06", BELOW_TEN, 100);
    queries(180, "2026-10-05", 10, 100);

    KpiFigure clicks = figure("search.clicks");

    assertThat(clicks.current().status()).isEqualTo(Status.KNOWN);
    assertThat(clicks.delta(Comparison.PREVIOUS)).isEmpty();
  }

  @Test
  void aSmallChangeIsNotToldWhereItCouldBeTheOpposite() {
    queries(180, "2026-09-05", 10, 100);
    queries(179, "2026-10-05", 10, 100);
    queries(5, "2026-10-06", BELOW_TEN, 100);

    isNotCompared(figure("search.clicks"), "5 of clicks");
  }

  @Test
  void aPositionIsComparedWhileFewOfItsWeightsAreKeptBack() {
    queries(180, "2026-09-05", 10, 100);
    queries(2, "2026-10-06", 1, BELOW_TEN);
    queries(180, "2026-10-05", 10, 100);
    queries.stream()
        .filter(query -> query.get("day").equals(LocalDate.parse("2026-10-05")))
        .forEach(query -> query.put("position", new BigDecimal("7")));

    isCompared(figure("search.serp-position"), Judgement.BAD);

    queries(100, "2026-10-07", 1, BELOW_TEN);
    isNotCompared(figure("search.serp-position"), "102 of impressions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.revenue", "own.placed-revenue"})
  void revenueOfWhichMostTotalsAreEmptyHasNotFallen(String id) {
    orders(100, "2026-09-05", 100);
    orders(41, "2026-10-05", 100);
    orders(60, "2026-10-06", null);

    isNotCompared(figure(id), "60 of total");
  }

  /** How many it is over is not how many rows there are. */
  @Test
  void aFewRowsThatAConditionChoosesAreNotManyBesideTheOthers() {
    orders(100, "2026-09-05", 100);
    orders(71, "2026-10-05", 100);
    orders(30, "2026-10-06", null);
    orders(2000, "2026-10-07", 1);
    orders.stream()
        .filter(order -> BigDecimal.ONE.equals(order.get("total")))
        .forEach(order -> order.put("status", "cancelled"));

    isNotCompared(figure("own.placed-revenue"), "30 of total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.revenue", "own.placed-revenue"})
  void oneEmptyTotalAmongMany(String id) {
    orders(100, "2026-09-05", 100);
    orders(130, "2026-10-05", 100);
    orders(1, "2026-10-06", null);

    isCompared(figure(id), Judgement.GOOD);
  }

  /** Nobody can tell whether an order without a total is a large one. */
  @ParameterizedTest
  @ValueSource(strings = {"own.large-share", "own.large-orders", "own.revenue-of-large-orders"})
  void whatIsComparedAndEmptyIsMissing(String id) {
    orders(100, "2026-09-05", 100);
    orders(41, "2026-10-05", 100);
    orders(60, "2026-10-06", null);

    isNotCompared(figure(id), "60 of total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own.large-share-of-known", "own.orders-with-a-total"})
  void whoAsksForThoseThatHaveItMissesNone(String id) {
    orders(100, "2026-09-05", 100);
    orders(41, "2026-10-05", 100);
    orders(60, "2026-10-06", null);

    KpiFigure share = figure(id);

    assertThat(share.current().status()).isEqualTo(Status.KNOWN);
    assertThat(share.delta(Comparison.PREVIOUS)).isPresent();
  }

  /** A refund, which is a row of its own, has no total, and is no order that lacks one. */
  @ParameterizedTest
  @ValueSource(strings = {"own.large-share", "own.large-orders", "own.revenue-of-large-orders"})
  void refundsLackNoTotal(String id) {
    orders(100, "2026-09-05", 100);
    orders(120, "2026-10-05", 100);
    orders(60, "2026-10-06", null);
    orders.stream()
        .filter(order -> order.get("total") == null)
        .forEach(
            order -> {
              order.put("status", "refund");
              order.put("refunded", BigDecimal.TEN);
            });

    assertThat(figure(id).current().status()).isEqualTo(Status.KNOWN);
  }

  @Test
  void aTotalOfClientsIsComparedAsTheirFiguresAre() {
    queries(180, "2026-09-05", 10, 100);
    queries(31, "2026-10-05", 12, 100);
    queries(120, "2026-10-06", BELOW_TEN, 100);
    isNotCompared(total("search.clicks"), "Acme");
    isNotCompared(total("search.ctr"), "Acme");

    queries.clear();
    queries(180, "2026-09-05", 10, 100);
    queries(180, "2026-10-05", 7, 100);
    queries(5, "2026-10-06", BELOW_TEN, 100);
    isCompared(total("search.clicks"), Judgement.BAD);
    isCompared(total("search.ctr"), Judgement.BAD);
  }
}
