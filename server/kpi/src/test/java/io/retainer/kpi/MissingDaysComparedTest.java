package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.covered;
import static io.retainer.kpi.GivenFacts.row;
import static io.retainer.kpi.GivenFacts.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Suppressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twenty days are never compared with a whole month: only a rate of the rows of one dataset, which
 * days do not make larger, keeps its change while days are missing.
 */
class MissingDaysComparedTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final ComparedPeriod OCTOBER =
      ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS);
  private static final DateSpan END =
      DateSpan.ofDays(LocalDate.of(2026, 10, 21), LocalDate.of(2026, 10, 31));
  private static final DateSpan HOLE = DateSpan.ofDay(LocalDate.of(2026, 9, 14));

  private static final String PLACED = "from orders\n  where status == 'placed'";

  @TempDir static Path folder;
  private static KpiLibrary library;
  private static KpiLibrary delivered;

  @BeforeAll
  static void scripts() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    write(scripts, "aov", "money", PLACED, "sum(total) / count()");
    write(scripts, "mean-total", "money", PLACED, "avg(total)");
    write(scripts, "rest", "percent", PLACED, "1 - sum(discount) / sum(gross)");
    write(scripts, "revenue", "money", PLACED, "sum(total)");
    write(scripts, "customers", "count", PLACED, "distinct(customer_key)");
    write(
        scripts,
        "lost",
        "percent",
        PLACED,
        "lost(customer_key, 30) / activeBefore(customer_key, 30)");
    write(
        scripts,
        "per-customer",
        "ratio",
        PLACED + " && customer_key != null",
        "count() / distinct(customer_key)");
    write(scripts, "median", "money", PLACED, "median(total)");
    write(scripts, "largest", "money", PLACED, "max(total)");
    write(scripts, "best", "money", PLACED + "\n  per(channel) { n = sum(total) }", "max(n)");
    write(
        scripts,
        "repeat",
        "percent",
        PLACED + "\n  per(customer_key) { n = count() }",
        "count().where(n >= 2) / count()");
    write(
        scripts,
        "growth",
        "percent",
        "from social_accounts",
        "(last(followers) - first(followers)) / first(followers)");
    write(scripts, "followers", "count", "from social_accounts", "last(followers)");
    write(scripts, "weekend", "percent", PLACED, "count().where(weekday(day) in [6, 7]) / count()");
    write(scripts, "cost", "money", "from ad_performance", "sum(cost)");
    write(scripts, "roas", "ratio", "", "kpi('own.revenue') / kpi('own.cost')");
    library = KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
    delivered =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder.resolve("delivered-last-good"));
  }

  private static void write(Path scripts, String id, String unit, String rows, String value)
      throws IOException {
    Files.writeString(
        scripts.resolve(id + ".groovy"),
        """
        kpi('own.%s') {
          title en: 'Own'
          unit %s
          better higher
          %s
          value { %s }
        }
        """
            .formatted(id, unit, rows, value));
  }

  private static Map<String, Object> order(String day, String customer, int total) {
    return row(
        day,
        "customer_key",
        customer,
        "total",
        total,
        "discount",
        total / 10,
        "gross",
        total,
        "channel",
        "web",
        "status",
        "placed");
  }

  /** More in October than in September, so that whatever is compared has changed. */
  private static Map<Dataset, List<Map<String, Object>>> rows() {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      orders.add(order("2026-08-%02d".formatted(1 + i % 28), "c" + i, 50 + i));
      orders.add(order("2026-09-%02d".formatted(1 + i % 28), "c" + (20 + i), 60 + i));
      orders.add(order("2026-10-%02d".formatted(1 + i % 20), "c" + (30 + i % 35), 75 + 3 * i));
    }
    return Map.of(
        Datasets.ORDERS,
        orders,
        Datasets.AD_PERFORMANCE,
        List.of(row("2026-09-05", "cost", 90), row("2026-10-05", "cost", 80)),
        Datasets.SOCIAL_ACCOUNTS,
        List.of(
            row("2026-09-01", "followers", 1000),
            row("2026-09-30", "followers", 1010),
            row("2026-10-01", "followers", 1020),
            row("2026-10-20", "followers", 1040)));
  }

  private static KpiFigure figure(KpiLibrary of, String id, Map<Integer, DateSpan> missing) {
    FactSource rows = RowFacts.of(rows(), LocalDate.of(2026, 10, 1));
    FactSource facts =
        covered(rows, (query, period) -> lacking(missing.get(period.start().getMonthValue())));
    return new KpiEngine(of, facts).figures(ACME, OCTOBER, List.of(new KpiId(id))).get(0);
  }

  private static Coverage lacking(DateSpan missing) {
    return without(missing == null ? List.of() : List.of(missing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revenue",
        "customers",
        "lost",
        "per-customer",
        "median",
        "largest",
        "best",
        "repeat",
        "growth",
        "followers",
        "weekend",
        "roas"
      })
  void whatDependsOnTheDaysIsNotComparedWhileSomeAreMissing(String name) {
    String id = "own." + name;
    assertThat(figure(library, id, Map.of()).delta(Comparison.PREVIOUS)).isPresent();

    KpiFigure running = figure(library, id, Map.of(10, END));
    assertThat(running.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(running.delta(Comparison.PREVIOUS)).isEmpty();

    KpiFigure after = figure(library, id, Map.of(9, HOLE));
    assertThat(after.current().status()).isEqualTo(Status.KNOWN);
    assertThat(after.delta(Comparison.PREVIOUS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aov", "mean-total", "rest"})
  void aRateOfTheSameRowsIsComparedAllTheSame(String name) {
    KpiFigure figure = figure(library, "own." + name, Map.of(10, END));

    assertThat(figure.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(figure.delta(Comparison.PREVIOUS)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers.retention-rate", "customers.churn-rate"})
  void theDeliveredRatesOfCustomersAreNotComparedWhileDaysAreMissing(String id) {
    assertThat(figure(delivered, id, Map.of()).delta(Comparison.PREVIOUS)).isPresent();
    assertThat(figure(delivered, id, Map.of(10, END)).delta(Comparison.PREVIOUS)).isEmpty();
  }

  /** Ten of revenue a day for each of cost: on any number of days a return of ten. */
  @Test
  void whatTwoDatasetsMakeIsOfTheDaysThatBothHave() {
    DateSpan hole = DateSpan.ofDay(LocalDate.of(2026, 10, 14));

    for (List<DateSpan> missing : List.of(List.of(END), List.of(hole, END))) {
      KpiValue roas = lackingCost(missing).current();

      assertThat(roas.value().orElseThrow()).isEqualByComparingTo("10");
      assertThat(roas.status()).isEqualTo(Status.PARTIAL);
      assertThat(roas.reason().orElseThrow().arguments())
          .containsExactlyElementsOf(missing.stream().map(DateSpan::toString).toList());
    }
  }

  private static KpiFigure lackingCost(List<DateSpan> missing) {
    List<Map<String, Object>> orders = new ArrayList<>();
    List<Map<String, Object>> costs = new ArrayList<>();
    for (LocalDate day : OCTOBER.period().span().start().datesUntil(END.end()).toList()) {
      orders.add(row(day.toString(), "status", "placed", "total", 10));
      if (missing.stream().noneMatch(span -> span.contains(day))) {
        costs.add(row(day.toString(), "cost", 1));
      }
    }
    FactSource rows =
        RowFacts.of(
            Map.of(Datasets.ORDERS, orders, Datasets.AD_PERFORMANCE, costs),
            LocalDate.of(2026, 10, 1));
    FactSource facts =
        covered(
            rows,
            (query, period) ->
                without(
                    missing.stream()
                        .filter(span -> query.dataset().equals(Datasets.AD_PERFORMANCE))
                        .filter(period::overlaps)
                        .toList()));
    return new KpiEngine(library, facts)
        .figures(ACME, OCTOBER, List.of(new KpiId("own.roas")))
        .get(0);
  }

  @Test
  void aReasonNamesAllThatIsMissing() {
    Map<String, Object> empty =
        new HashMap<>(row("2026-10-02", "customer_key", "x", "status", "placed"));
    empty.put("total", null);
    Map<Dataset, List<Map<String, Object>>> rows =
        Map.of(
            Datasets.ORDERS,
            List.of(
                order("2026-10-01", "a", 10),
                empty,
                row("2026-10-03", "total", Suppressed.unstated(), "status", "placed")));
    FactSource facts = RowFacts.of(rows, LocalDate.of(2026, 10, 1));
    FactSource partial = covered(facts, (query, period) -> lacking(END));

    KpiFigure figure =
        new KpiEngine(library, partial)
            .figures(ACME, OCTOBER, List.of(new KpiId("own.revenue")))
            .get(0);

    assertThat(figure.current().reason().orElseThrow().english())
        .contains("2026-10-21..2026-10-31")
        .contains("The source keeps values back")
        .contains("1 of total")
        .contains("Values that are empty in the source");
  }
}
