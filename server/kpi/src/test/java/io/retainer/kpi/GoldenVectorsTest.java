package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that others worked out, asked of the scripts that are delivered. */
class GoldenVectorsTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Minsk"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");

  @TempDir static Path folder;
  private static KpiLibrary library;

  private final Map<Dataset, List<Map<String, Object>>> rows = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();

  @BeforeAll
  static void deliveredScripts() {
    library = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder);
  }

  private void row(Dataset dataset, Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      boolean isDay = pairs[i].equals("day");
      row.put(
          (String) pairs[i],
          isDay
              ? LocalDate.parse((String) value)
              : value instanceof Number n ? new BigDecimal(n.toString()) : value);
    }
    rows.computeIfAbsent(dataset, d -> new ArrayList<>()).add(row);
  }

  private void order(String day, String customer) {
    row(
        Datasets.ORDERS,
        "day",
        day,
        "customer_key",
        customer,
        "status",
        "placed",
        "total",
        1,
        "margin",
        100);
  }

  private KpiEngine engine() {
    ClientParameters own = client -> parameters;
    return new KpiEngine(library, RowFacts.of(rows, OCTOBER.span().start()), own);
  }

  private KpiFigure figure(String id) {
    ComparedPeriod october = ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS);
    return engine().figures(ACME, october, List.of(new KpiId(id))).get(0);
  }

  private KpiValue value(String id) {
    return figure(id).current();
  }

  /** Rounded to as many decimals as are expected. */
  private void gives(String id, String expected) {
    BigDecimal number = new BigDecimal(expected);
    assertThat(value(id).value())
        .as(id)
        .hasValueSatisfying(
            was ->
                assertThat(was.setScale(number.scale(), RoundingMode.HALF_UP))
                    .isEqualByComparingTo(number));
  }

  @Test
  void vector1ClickThroughRateIsPooled() {
    for (Dataset dataset : List.of(Datasets.SEARCH_QUERIES, Datasets.AD_PERFORMANCE)) {
      for (int i = 0; i < 9; i++) {
        row(dataset, "clicks", 1, "impressions", 1);
      }
      row(dataset, "clicks", 1, "impressions", 100);
    }

    gives("search.ctr", "0.0917431193");
    gives("ads.ctr", "0.0917431193");
  }

  @Test
  void vector2EngagementRateIsPooledUnlessItIsCalledAMean() {
    row(Datasets.SOCIAL_POSTS, "post_id", "1", "engagements", 50, "reach", 500);
    row(Datasets.SOCIAL_POSTS, "post_id", "2", "engagements", 100, "reach", 10000);

    gives("social.engagement-rate-by-reach", "0.01428571");
    gives("social.engagement-rate-mean-of-posts", "0.055");
  }

  @Test
  void vector3PositionIsWeightedByImpressions() {
    row(Datasets.SEARCH_QUERIES, "position", 35.7, "impressions", 207001);
    row(Datasets.SEARCH_QUERIES, "position", 55.1, "impressions", 735462);

    gives("search.serp-position", "50.8390163858");
  }

  @Test
  void vector4EqualFrequenciesShareTheScoreOfThoseBelow() {
    Map<Integer, Integer> customers = new TreeMap<>(Map.of(1, 60, 2, 20, 3, 10, 5, 6, 9, 4));
    customers.forEach(
        (orders, many) -> {
          for (int customer = 0; customer < many * orders; customer++) {
            order("2026-10-05", orders + "-" + customer % many);
          }
        });

    Map<Integer, Integer> byFrequency = new TreeMap<>();
    value("customers.rfm")
        .table()
        .orElseThrow()
        .rows()
        .forEach(
            r ->
                byFrequency.merge(
                    ((BigDecimal) r.get(2)).intValueExact(),
                    ((BigDecimal) r.get(4)).intValueExact(),
                    Integer::sum));
    assertThat(byFrequency).isEqualTo(Map.of(1, 60, 4, 20, 5, 20));
  }

  @Test
  void vector5RetentionIsOfThoseWhoWereThere() {
    for (int i = 0; i < 100; i++) {
      order("2026-09-01", "old-" + i);
      if (i >= 15) {
        order("2026-10-05", "old-" + i);
      }
    }
    for (int i = 0; i < 30; i++) {
      order("2026-10-09", "new-" + i);
    }

    gives("customers.retention-rate", "0.85");
  }

  @Test
  void vector6ChurnOfAYearIsCompounded() {
    for (int i = 0; i < 100; i++) {
      order("2026-09-01", "c" + i);
      if (i >= 3) {
        order("2026-10-05", "c" + i);
      }
    }

    gives("customers.churn-rate", "0.03");
    gives("customers.churn-rate-yearly", "0.3061576");
  }

  @Test
  void vector7LifetimeValueIsDiscountedFromTheFirstPaymentOn() {
    parameters.put("discountRate", "0.1");
    for (int i = 0; i < 10; i++) {
      order("2026-09-01", "c" + i);
      if (i < 8) {
        order("2026-10-05", "c" + i);
      }
    }

    gives("customers.ltv-discounted", "366.666667");
    gives("customers.ltv-simple", "500");
  }

  @Test
  void vector8AMonthComparesWithTheMonthBefore() {
    row(Datasets.WEB_TRAFFIC, "day", "2026-02-10", "sessions", 2800);
    row(Datasets.WEB_TRAFFIC, "day", "2026-01-10", "sessions", 3100);

    ComparedPeriod month = ComparedPeriod.closed(Period.parse("2026-02"), Comparison.PREVIOUS);
    KpiFigure february = engine().figures(ACME, month, List.of(new KpiId("web.sessions"))).get(0);
    Delta delta = february.delta(Comparison.PREVIOUS).orElseThrow();
    assertThat(delta.style()).isEqualTo(Style.PERCENT);
    assertThat(delta.amount().setScale(8, RoundingMode.HALF_UP)).isEqualTo("-0.09677419");

    Delta perDay = february.compared().get(0).perDay().orElseThrow();
    assertThat(perDay.style()).isEqualTo(Style.PERCENT);
    assertThat(perDay.amount()).isEqualByComparingTo("0");
    assertThat(perDay.judgement()).isEqualTo(Delta.Judgement.NEUTRAL);
  }

  @Test
  void vector9RatesOfMailsNameWhatTheyAreOf() {
    row(
        Datasets.EMAIL_CAMPAIGNS,
        "recipients",
        1000,
        "delivered",
        900,
        "opens_unique",
        200,
        "clicks_unique",
        20);

    gives("email.open-rate", "0.222222");
    gives("email.open-rate-of-sent", "0.2");
    gives("email.ctr", "0.022222");
    gives("email.ctr-of-sent", "0.02");
    gives("email.click-to-open-rate", "0.1");
  }

  @Test
  void vector10AveragesAreOfTheWhole() {
    for (int i = 0; i < 10; i++) {
      row(Datasets.ORDERS, "day", "2026-10-01", "status", "placed", "total", 100);
    }
    for (int i = 0; i < 2; i++) {
      row(Datasets.ORDERS, "day", "2026-10-02", "status", "placed", "total", 300);
    }
    row(Datasets.AD_PERFORMANCE, "campaign", "a", "cost", 100, "clicks", 50);
    row(Datasets.AD_PERFORMANCE, "campaign", "b", "cost", 100, "clicks", 10);

    gives("orders.aov", "133.333333");
    gives("ads.cpc", "3.333333");
  }

  @Test
  void vector11ReachIsNotAddedUnlessItIsCalledASum() {
    row(Datasets.SOCIAL_ACCOUNTS, "day", "2026-10-01", "reach", 500);
    row(Datasets.SOCIAL_ACCOUNTS, "day", "2026-10-02", "reach", 300);
    row(Datasets.SOCIAL_ACCOUNTS, "day", "2026-10-03", "reach", 400);
    assertThat(value("social.reach").status()).isEqualTo(Status.NOT_COMPUTABLE);
    gives("social.reach-daily-sum", "1200");

    rows.clear();
    row(Datasets.SOCIAL_ACCOUNTS, "reach", 950);
    gives("social.reach", "950");
  }

  @Test
  void vector12VisibilityFallsInALineToPositionThirty() {
    visibility("2", "11", null);
    gives("rankings.visibility", "0.54444");

    rows.clear();
    visibility("1", "10", "32");
    gives("rankings.visibility", "0.56667");
  }

  private void visibility(String... positions) {
    for (String position : positions) {
      row(
          Datasets.RANKINGS,
          "keyword",
          "tent",
          "engine",
          "engine " + position,
          "position",
          position == null ? null : new BigDecimal(position),
          "search_volume",
          10);
    }
  }

  @Test
  void vector13TheWholeMayFallWhileAllPartsRise() {
    device("2026-09-01", "desktop", 80000, 4000);
    device("2026-09-01", "mobile", 20000, 400);
    device("2026-10-01", "desktop", 33333, 1833);
    device("2026-10-01", "mobile", 66667, 1667);

    KpiFigure figure = figure("ads.ctr");
    assertThat(figure.compared().get(0).value().value().orElseThrow())
        .isEqualByComparingTo("0.044");
    assertThat(figure.current().value().orElseThrow()).isEqualByComparingTo("0.035");
    Map<String, BigDecimal> before = byDevice(Period.parse("2026-09"));
    byDevice(OCTOBER)
        .forEach((device, now) -> assertThat(now).as(device).isGreaterThan(before.get(device)));
  }

  private void device(String day, String device, int impressions, int clicks) {
    row(
        Datasets.AD_PERFORMANCE,
        "day",
        day,
        "device",
        device,
        "impressions",
        impressions,
        "clicks",
        clicks);
  }

  private Map<String, BigDecimal> byDevice(Period period) {
    Map<String, BigDecimal> rates = new TreeMap<>();
    for (Group group :
        engine().breakdown(ACME, period, List.of(new KpiId("ads.ctr")), "device", 10).groups()) {
      rates.put(group.name(), group.values().get(0).value().orElseThrow());
    }
    return rates;
  }

  @Test
  void vector14NothingIsNoRateAndNoPercentage() {
    row(Datasets.SEARCH_QUERIES, "clicks", 0, "impressions", 0);
    assertThat(value("search.ctr").status()).isEqualTo(Status.NOT_COMPUTABLE);

    row(Datasets.WEB_TRAFFIC, "day", "2026-09-05", "sessions", 0);
    row(Datasets.WEB_TRAFFIC, "day", "2026-10-05", "sessions", 7);
    assertThat(figure("web.sessions").delta(Comparison.PREVIOUS).orElseThrow().style())
        .isEqualTo(Style.NEW);

    for (String day : List.of("2026-09-05", "2026-10-05")) {
      row(Datasets.PLANS_TARGETS, "day", day, "planned_cost", 100);
    }
    row(Datasets.AD_PERFORMANCE, "day", "2026-09-05", "cost", 150);
    row(Datasets.AD_PERFORMANCE, "day", "2026-10-05", "cost", 70);
    Delta delta = figure("ads.budget-remaining").delta(Comparison.PREVIOUS).orElseThrow();
    assertThat(delta.style()).isEqualTo(Style.ABSOLUTE);
    assertThat(delta.amount()).isEqualByComparingTo("80");
  }

  @Test
  void vector15NewCustomersAreInNeitherNumber() {
    customers(50_000, 39_000, 1_000);
    gives("customers.retention-rate", "0.78");

    rows.clear();
    customers(2_000, 900, 300);
    gives("customers.retention-rate", "0.45");
  }

  private void customers(int before, int again, int joined) {
    for (int i = 0; i < before; i++) {
      order("2026-09-01", "old-" + i);
    }
    for (int i = 0; i < again; i++) {
      order("2026-10-05", "old-" + i);
    }
    for (int i = 0; i < joined; i++) {
      order("2026-10-06", "new-" + i);
      order("2026-10-07", "new-" + i);
    }
  }
}
