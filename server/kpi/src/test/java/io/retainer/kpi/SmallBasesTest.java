package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a change is judged depends on how much there was of what the rates are taken of. */
class SmallBasesTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneOffset.UTC,
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final ComparedPeriod OCTOBER =
      ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS);
  private static final String SEPTEMBER_DAY = "2026-09-05";
  private static final String OCTOBER_DAY = "2026-10-05";

  @TempDir static Path folder;
  private static KpiLibrary library;

  private final Map<Dataset, List<Map<String, Object>>> rows = new HashMap<>();

  @BeforeAll
  static void load() {
    Path scripts = Path.of("src", "test", "resources", "expected");
    library = KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  /** What a formula is taken of is found in one walk, however deep KPIs lie in each other. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLongChainOfKpisIsReadAtOnce(@TempDir Path scripts) throws IOException {
    for (int i = 0; i < 60; i++) {
      Files.writeString(
          scripts.resolve("link-%02d.groovy".formatted(i)),
          """
          kpi('chain.k%d') {
            title en: 'Link'
            unit count
            better higher
            %svalue { %s }
          }
          """
              .formatted(
                  i,
                  i == 0 ? "from search_queries\n  " : "",
                  i == 0 ? "sum(clicks)" : "kpi('chain.k%d')".formatted(i - 1)));
    }

    KpiLibrary chained = KpiLibrary.open(List.of(scripts), folder.resolve("chain-last-good"));

    assertThat(chained.problems()).isEmpty();
    assertThat(chained.definitions()).hasSize(60);
  }

  private void has(Dataset dataset, String day, Object... pairs) {
    Map<String, Object> row = new HashMap<>(Map.of("day", LocalDate.parse(day)));
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      row.put((String) pairs[i], value instanceof Number n ? new BigDecimal(n.toString()) : value);
    }
    rows.computeIfAbsent(dataset, any -> new ArrayList<>()).add(row);
  }

  private void searched(String day, String country, int clicks, int impressions) {
    has(
        Datasets.SEARCH_QUERIES,
        day,
        "country",
        country,
        "clicks",
        clicks,
        "impressions",
        impressions);
  }

  private KpiFigure figure(String id) {
    return new KpiEngine(library, RowFacts.of(rows, LocalDate.of(2026, 10, 1)))
        .figures(ACME, OCTOBER, List.of(new KpiId(id)))
        .get(0);
  }

  private Judgement judged(String id) {
    Compared before = figure(id).compared().get(0);
    return before.delta().orElseThrow().judgement();
  }

  @Test
  void aDifferenceAndAChangeOfRatesRestOnWhatBothAreTakenOf() {
    for (String day : List.of(SEPTEMBER_DAY, OCTOBER_DAY)) {
      searched(day, "SE", 100, 1000);
    }
    searched(SEPTEMBER_DAY, "FI", 100, 1000);
    searched(OCTOBER_DAY, "FI", 130, 1000);

    assertThat(figure("t.ctr-change").current().denominator().orElseThrow())
        .isEqualByComparingTo("0.1");
    assertThat(judged("t.ctr-change")).isEqualTo(Judgement.GOOD);
    assertThat(judged("t.ctr-gap")).isEqualTo(Judgement.GOOD);
  }

  @Test
  void oneSmallOneIsEnough() {
    for (String day : List.of(SEPTEMBER_DAY, OCTOBER_DAY)) {
      searched(day, "SE", 100, 1000);
    }
    searched(SEPTEMBER_DAY, "FI", 100, 1000);
    searched(OCTOBER_DAY, "FI", 5, 29);

    assertThat(judged("t.ctr-change")).isEqualTo(Judgement.TOO_SMALL);
    assertThat(judged("t.ctr-gap")).isEqualTo(Judgement.TOO_SMALL);
  }

  @Test
  void whatIsPaidBackRestsOnCustomersAndNotOnTheirMargin() {
    buyers(40);
    assertThat(judged("t.payback-months")).isEqualTo(Judgement.GOOD);
  }

  @Test
  void ofFewCustomersNothingIsSaid() {
    buyers(29);
    assertThat(judged("t.payback-months")).isEqualTo(Judgement.TOO_SMALL);
  }

  /** Each costs 20; their first month brings 10, and then 20. */
  private void buyers(int number) {
    for (int i = 0; i < number; i++) {
      for (String day : List.of(SEPTEMBER_DAY, OCTOBER_DAY)) {
        has(Datasets.CUSTOMERS, day, "customer_key", "n" + i + day, "acquisition_cost", 20);
      }
      has(Datasets.ORDERS, "2026-08-10", "customer_key", "a" + i, "margin", 10);
      has(Datasets.ORDERS, "2026-09-10", "customer_key", "b" + i, "margin", 20);
    }
  }

  @Test
  void aMedianIsNoNumberOfThings() {
    for (int i = 0; i < 40; i++) {
      has(Datasets.ORDERS, SEPTEMBER_DAY, "total", 10);
      has(Datasets.ORDERS, OCTOBER_DAY, "total", i < 30 ? 10 : 20);
    }
    assertThat(judged("t.upper-tenth")).isEqualTo(Judgement.GOOD);
  }

  /** Of orders that have no total nothing is known. */
  @ParameterizedTest
  @ValueSource(
      strings = {"t.middle", "t.middle-of-mails", "t.largest", "t.tenth", "t.middle-customer"})
  void whatIsTakenOfFewValuesIsNotJudged(String id) {
    ordered(40, 29);
    assertThat(figure(id).delta(Comparison.PREVIOUS).orElseThrow().judgement())
        .isEqualTo(Judgement.TOO_SMALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t.middle", "t.middle-of-mails", "t.largest", "t.tenth", "t.middle-customer"})
  void whatIsTakenOfEnoughValuesIs(String id) {
    ordered(30, 30);
    assertThat(judged(id)).isEqualTo(Judgement.GOOD);
  }

  private void ordered(int before, int now) {
    for (int i = 0; i < before; i++) {
      ordered(SEPTEMBER_DAY, "c" + i, 10);
    }
    for (int i = 0; i < now; i++) {
      ordered(OCTOBER_DAY, "c" + i, 20);
    }
  }

  private void ordered(String day, String customer, int total) {
    has(Datasets.ORDERS, day, "total", total, "channel", "email", "customer_key", customer);
    has(Datasets.ORDERS, day, "channel", "web", "customer_key", customer);
  }

  @Test
  void aThousandIsNoPartOfTheBase() {
    searched(SEPTEMBER_DAY, "FI", 50, 2000);
    searched(OCTOBER_DAY, "FI", 40, 2000);

    assertThat(judged("t.per-thousand")).isEqualTo(Judgement.GOOD);
  }
}
