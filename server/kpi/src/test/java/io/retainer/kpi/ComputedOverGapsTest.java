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
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is computed over a series of which days or months are missing says so, and tells no change:
 * five missing days count like five missing values.
 */
class ComputedOverGapsTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final ComparedPeriod OCTOBER =
      ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS);
  private static final DateSpan WEEKDAYS = span("2026-10-19", "2026-10-23");
  private static final DateSpan EVER = span("2000-01-01", "2030-12-31");
  private static final DateSpan FIRST = span("2025-01-01", "2026-07-31");

  @TempDir static Path folder;
  private static KpiLibrary library;
  private static Computing allowed;

  @BeforeAll
  static void scripts() throws IOException {
    Path program = Files.createDirectory(folder.resolve("program"));
    write(program, "web.sessions", "count", "from web_traffic\n  value { sum(sessions) }");
    write(
        program,
        "web.rate",
        "percent",
        "from web_traffic\n  value { sum(conversions) / sum(sessions) }");
    write(
        program,
        "orders.revenue",
        "money",
        "from orders\n  where status == 'placed'\n  value { sum(total) }");
    write(
        program, "social.followers", "count", "from social_accounts\n  value { last(followers) }");
    String sessions = "d: kpi('web.sessions').over(%s)";
    String revenue = "r: kpi('orders.revenue').over(31, day)";
    String ofDays = sessions.formatted("31, day");
    computed(program, "days-total", ofDays, "total(d.values)", "d: [1, 2], expect: 3");
    computed(
        program,
        "weeks-apart",
        sessions.formatted("28, day"),
        "mean(d.latest(7).values) / mean(d.before(7).latest(7).values)",
        "d: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2], expect: 2");
    computed(
        program,
        "year",
        sessions.formatted("12, month"),
        "total(d.values)",
        "d: [1, 2], expect: 3");
    computed(
        program,
        "best-rate",
        "d: kpi('web.rate').over(31, day)",
        "largest(d.values)",
        "d: [1, 2], expect: 2");
    computed(
        program,
        "followers",
        "d: kpi('social.followers').over(31, day)",
        "largest(d.values)",
        "d: [1, 2], expect: 2");
    computed(
        program,
        "per-session",
        ofDays + ", " + revenue,
        "total(r.values) / total(d.values)",
        "d: [1, 2], r: [3, 6], expect: 3");
    computed(
        program,
        "per-session-of-both",
        ofDays + ", " + revenue,
        """
        def sessions = 0.0
        def revenue = 0.0
        for (i in 0..30) {
          if (d.has(i) && r.has(i)) {
            sessions += d.value(i)
            revenue += r.value(i)
          }
        }
        return revenue / sessions
        """,
        "d: [1, 2, null], r: [3, 6, 100], expect: 3, not: 36.33");
    computed(
        program,
        "best-known",
        ofDays + ", " + revenue,
        "r.known == 0 ? total(d.values) : total(r.values)",
        "d: [1, 2], r: [3, 6], expect: 9");
    allowed = Computing.in(program, Authors.all());
    library = KpiLibrary.open(List.of(program), folder.resolve("last-good"), allowed);
    assertThat(library.problems()).isEmpty();
  }

  @AfterAll
  static void endWorkers() {
    allowed.workers().close();
  }

  private static void write(Path scripts, String id, String unit, String value) throws IOException {
    Files.writeString(
        scripts.resolve(id + ".groovy"),
        """
        kpi('%s') {
          title en: 'Own'
          unit %s
          better higher
          %s
        }
        """
            .formatted(id, unit, value));
  }

  private static void computed(
      Path scripts, String id, String series, String compute, String example) throws IOException {
    write(
        scripts,
        "own." + id,
        "ratio",
        """
        series %s
          compute { %s }
          example 'as it is', %s"""
            .formatted(series, compute, example));
  }

  private static DateSpan span(String first, String last) {
    return DateSpan.ofDays(LocalDate.parse(first), LocalDate.parse(last));
  }

  /** 1,000 sessions on weekdays and 100 on other days; what is not imported has no rows. */
  private static KpiFigure figure(String id, Map<Dataset, DateSpan> missing) {
    return figure(id, missing, Set.of());
  }

  private static KpiFigure figure(
      String id, Map<Dataset, DateSpan> missing, Set<LocalDate> without) {
    List<Map<String, Object>> visits = new ArrayList<>();
    List<Map<String, Object>> orders = new ArrayList<>();
    LocalDate end = OCTOBER.period().span().end();
    for (LocalDate day : LocalDate.of(2025, 1, 1).datesUntil(end).toList()) {
      boolean isWeekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      if (!without.contains(day)) {
        add(visits, missing.get(Datasets.WEB_TRAFFIC), day, "sessions", isWeekend ? 100 : 1000);
        add(orders, missing.get(Datasets.ORDERS), day, "total", isWeekend ? 100 : 1000);
      }
    }
    Map<String, Object> measured = new HashMap<>(Map.of("day", LocalDate.of(2026, 10, 31)));
    measured.put("followers", BigDecimal.valueOf(90));
    FactSource rows =
        RowFacts.of(
            Map.of(
                Datasets.WEB_TRAFFIC,
                visits,
                Datasets.ORDERS,
                orders,
                Datasets.SOCIAL_ACCOUNTS,
                List.of(measured)),
            LocalDate.of(2025, 1, 1));
    return new KpiEngine(
            library,
            covered(rows, (query, period) -> coverage(period, missing.get(query.dataset()))))
        .figures(ACME, OCTOBER, List.of(new KpiId("own." + id)))
        .get(0);
  }

  private static void add(
      List<Map<String, Object>> rows, DateSpan missing, LocalDate day, String column, int value) {
    if (missing == null || !missing.contains(day)) {
      rows.add(
          Map.of(
              "day",
              day,
              "status",
              "placed",
              "conversions",
              BigDecimal.valueOf(10),
              column,
              BigDecimal.valueOf(value)));
    }
  }

  private static Coverage coverage(DateSpan period, DateSpan missing) {
    if (missing == null || !missing.overlaps(period)) {
      return without(List.of());
    }
    boolean isAll = missing.contains(period);
    return new Coverage(
        isAll ? Extent.NONE : Extent.PARTIAL,
        List.of(isAll ? period : missing),
        List.of(),
        Set.of(),
        true,
        isAll
            ? Optional.of(
                missing.equals(EVER)
                    ? Reasons.nothingImported()
                    : new Reason(
                        Reason.Code.NOT_IN_PERIOD,
                        List.of("2026-10-24", "2026-10-31"),
                        "there is data for other days"))
            : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"days-total", "weeks-apart", "best-rate"})
  void daysThatWereNeverImportedMakeItPartialAndNoChangeIsTold(String id) {
    KpiFigure whole = figure(id, Map.of());
    assertThat(whole.current().status()).isEqualTo(Status.KNOWN);
    assertThat(whole.delta(Comparison.PREVIOUS)).isPresent();

    KpiFigure gap = figure(id, Map.of(Datasets.WEB_TRAFFIC, WEEKDAYS));

    assertThat(gap.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(gap.current().reason().orElseThrow().code()).isEqualTo(Reason.Code.MISSING_DAYS);
    assertThat(gap.current().reason().orElseThrow().arguments())
        .containsExactly("2026-10-19..2026-10-23");
    assertThat(gap.delta(Comparison.PREVIOUS)).isEmpty();
  }

  @Test
  void monthsBeforeTheFirstOneAreMissingToo() {
    assertThat(figure("year", Map.of()).current().status()).isEqualTo(Status.KNOWN);

    KpiFigure gap = figure("year", Map.of(Datasets.WEB_TRAFFIC, FIRST));

    assertThat(gap.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(gap.current().reason().orElseThrow().arguments())
        .containsExactly("2025-11-01..2026-07-31");
    assertThat(gap.delta(Comparison.PREVIOUS)).isEmpty();
  }

  @Test
  void ofSeveralSeriesTheDaysThatAnyLacksAreNamed() {
    KpiFigure gap =
        figure(
            "per-session",
            Map.of(
                Datasets.WEB_TRAFFIC, WEEKDAYS, Datasets.ORDERS, span("2026-10-05", "2026-10-06")));

    assertThat(gap.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(gap.current().reason().orElseThrow().english())
        .isEqualTo("There are no data for 2026-10-05..2026-10-06, 2026-10-19..2026-10-23.");
    assertThat(gap.delta(Comparison.PREVIOUS)).isEmpty();
  }

  /** One of revenue for each session on every day. */
  @Test
  void pointsThatAllSeriesHaveMakeAnHonestRate() {
    Map<Dataset, DateSpan> missing = Map.of(Datasets.WEB_TRAFFIC, WEEKDAYS);

    assertThat(figure("per-session", missing).current().value().orElseThrow())
        .isGreaterThan(BigDecimal.ONE);
    assertThat(figure("per-session-of-both", missing).current().value().orElseThrow())
        .isEqualByComparingTo("1");
  }

  /** As a health score of customers to whom nobody writes. */
  @Test
  void aSourceThatTheClientDoesNotHaveIsNotMissing() {
    KpiFigure without = figure("best-known", Map.of(Datasets.ORDERS, EVER));

    assertThat(without.current().status()).isEqualTo(Status.KNOWN);
    assertThat(without.delta(Comparison.PREVIOUS)).isPresent();
  }

  /** A closed shop has no visits and no rate, and a level is measured when it is. */
  @ParameterizedTest
  @ValueSource(strings = {"days-total", "best-rate", "followers"})
  void daysThatAreThereAndHaveNoRowsAreNotMissing(String id) {
    Set<LocalDate> closed = Set.of(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 21));

    assertThat(figure(id, Map.of(), closed).current().status()).isEqualTo(Status.KNOWN);
  }
}
