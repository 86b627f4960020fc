package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.covered;
import static io.retainer.kpi.GivenFacts.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A day costs 20 of advertising and 10 besides, and brings four customers: whatever days are
 * missing, a customer never costs less than that.
 */
class CommonDaysTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final List<LocalDate> DAYS =
      OCTOBER.span().start().datesUntil(OCTOBER.span().end()).toList();
  private static final DateSpan MIDDLE =
      DateSpan.ofDays(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 26));
  private static final DateSpan END =
      DateSpan.ofDays(LocalDate.of(2026, 10, 11), LocalDate.of(2026, 10, 31));
  private static final DateSpan BEGIN =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 10));

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void scripts() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    write(scripts, "per-new", "kpi('ads.cost') / kpi('customers.new')");
    write(scripts, "per-buyer", "kpi('ads.cost') / kpi('customers.active')");
    write(scripts, "per-key", "kpi('ads.cost') / kpi('own.keys')");
    Files.writeString(
        scripts.resolve("keys.groovy"),
        """
        kpi('own.keys') {
          title en: 'Keys'
          unit count
          better higher
          from orders
          where status == 'placed'
          per(customer_key) { n = count() }
          value { count().where(n >= 1) }
        }
        """);
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, scripts), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private static void write(Path scripts, String id, String value) throws IOException {
    Files.writeString(
        scripts.resolve(id + ".groovy"),
        """
        kpi('own.%s') {
          title en: 'Own'
          unit money
          better lower
          value { %s }
        }
        """
            .formatted(id, value));
  }

  private static Map<Dataset, List<Map<String, Object>>> rows(Map<Dataset, DateSpan> missing) {
    List<Map<String, Object>> ads = new ArrayList<>();
    List<Map<String, Object>> costs = new ArrayList<>();
    List<Map<String, Object>> orders = new ArrayList<>();
    for (LocalDate day : DAYS) {
      ads.add(Map.of("day", day, "cost", BigDecimal.valueOf(20), "campaign", "all"));
      costs.add(Map.of("day", day, "cost", BigDecimal.TEN));
      for (int i = 0; i < 4; i++) {
        String customer = "%s-%d".formatted(day, i);
        orders.add(
            Map.of(
                "day", day, "status", "placed", "total", BigDecimal.TEN, "customer_key", customer));
      }
    }
    Map<Dataset, List<Map<String, Object>>> all =
        Map.of(
            Datasets.AD_PERFORMANCE, ads, Datasets.named("costs"), costs, Datasets.ORDERS, orders);
    missing.forEach(
        (dataset, span) ->
            all.get(dataset).removeIf(row -> span.contains((LocalDate) row.get("day"))));
    return all;
  }

  /**
   * @param undivided of which there is a table of the whole month
   */
  private static KpiValue value(
      String id, Map<Dataset, DateSpan> missing, Optional<Dataset> undivided) {
    FactSource rows = RowFacts.of(rows(missing), OCTOBER.span().start());
    FactSource facts =
        covered(
            rows,
            (query, period) ->
                undivided.filter(query.dataset()::equals).isPresent()
                        && !period.equals(OCTOBER.span())
                    ? noneOf(period)
                    : without(
                        Stream.ofNullable(missing.get(query.dataset()))
                            .filter(period::overlaps)
                            .toList()));
    ComparedPeriod closed = ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS);
    return new KpiEngine(library, facts)
        .figures(ACME, closed, List.of(new KpiId(id)))
        .get(0)
        .current();
  }

  private static Coverage noneOf(DateSpan period) {
    return new Coverage(Extent.NONE, List.of(period), List.of(), Set.of(), true, Optional.empty());
  }

  private static KpiValue withoutAds(String id, DateSpan missing) {
    return value(id, Map.of(Datasets.AD_PERFORMANCE, missing), Optional.empty());
  }

  /** A first order has one day, so that those of several spans may be added. */
  @ParameterizedTest
  @CsvSource({"customers.acquisition-cost, 7.5", "own.per-new, 5"})
  void ofSeveralSpansAreAddedWhereEveryRowHasOneDay(String id, BigDecimal expected) {
    for (DateSpan missing : List.of(MIDDLE, END)) {
      KpiValue value = withoutAds(id, missing);

      assertThat(value.value().orElseThrow()).isEqualByComparingTo(expected);
      assertThat(value.status()).isEqualTo(Status.PARTIAL);
      assertThat(value.reason().orElseThrow().arguments()).containsExactly(missing.toString());
    }
  }

  @Test
  void ofOneSpanAreEnoughForPeople() {
    KpiValue value = withoutAds("own.per-buyer", END);

    assertThat(value.value().orElseThrow()).isEqualByComparingTo("5");
    assertThat(value.status()).isEqualTo(Status.PARTIAL);
  }

  @ParameterizedTest
  @CsvSource({"own.per-buyer", "own.per-key"})
  void ofSeveralSpansAreNotEnoughForPeopleAndKeys(String id) {
    assertNotComputable(withoutAds(id, MIDDLE), MIDDLE.toString());
  }

  @Test
  void thatAreNoneGiveNoRate() {
    Map<Dataset, DateSpan> missing = Map.of(Datasets.AD_PERFORMANCE, END, Datasets.ORDERS, BEGIN);

    assertNotComputable(
        value("own.per-new", missing, Optional.empty()), BEGIN.toString(), END.toString());
  }

  /** A month of customers beside ten days of cost would halve the price. */
  @Test
  void toWhichATableCannotBeCutGiveNoRate() {
    KpiValue value =
        value("own.per-new", Map.of(Datasets.AD_PERFORMANCE, END), Optional.of(Datasets.ORDERS));

    assertNotComputable(value, END.toString());
  }

  /** Less than one of its parts would be no part of the whole. */
  @Test
  void areNotAskedOfASum() {
    KpiValue value = withoutAds("marketing.cost", MIDDLE);

    assertThat(value.value().orElseThrow()).isEqualByComparingTo("510");
    assertThat(value.status()).isEqualTo(Status.PARTIAL);
  }

  private static void assertNotComputable(KpiValue value, String... missing) {
    assertThat(value.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(value.value()).isEmpty();
    Reason reason = value.reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(Reason.Code.UNLIKE_DAYS);
    assertThat(reason.arguments()).containsExactly(missing);
  }
}
