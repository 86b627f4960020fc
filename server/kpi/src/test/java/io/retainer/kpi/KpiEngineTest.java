package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.nio.file.Path;
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
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiEngineTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS, Comparison.LAST_YEAR);

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void builtInScripts() {
    library = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private static KpiId id(String id) {
    return new KpiId(id);
  }

  /** Rows as pairs of a column and its value. */
  private static KpiEngine over(Dataset dataset, List<Map<String, Object>> rows) {
    return new KpiEngine(library, RowFacts.of(Map.of(dataset, rows), OCTOBER.span().start()));
  }

  private static KpiFigure figure(KpiEngine engine, String id) {
    return engine.figures(ACME, COMPARED, List.of(id(id))).get(0);
  }

  private static Delta delta(String id, Dataset dataset, String column, Object now, Object then) {
    List<Map<String, Object>> rows =
        List.of(row("2026-10-05", column, now), row("2026-09-05", column, then));
    return figure(over(dataset, rows), id).delta(Comparison.PREVIOUS).orElseThrow();
  }

  @Test
  void aFigureComparesWithThePreviousPeriodAndLastYear() {
    KpiFigure figure =
        figure(
            over(
                Datasets.WEB_TRAFFIC,
                List.of(
                    row("2026-10-31", "sessions", 120),
                    row("2026-09-01", "sessions", 100),
                    row("2025-10-31", "sessions", 60),
                    row("2026-11-01", "sessions", 9999))),
            "web.sessions");

    assertThat(figure.current().value()).contains(new BigDecimal(120));
    assertThat(figure.delta(Comparison.PREVIOUS))
        .contains(new Delta(Style.PERCENT, new BigDecimal("0.2"), Judgement.GOOD));
    assertThat(figure.delta(Comparison.LAST_YEAR).orElseThrow().amount()).isEqualByComparingTo("1");
  }

  private static Compared compared(
      String comparison, String period, String today, String id, List<Map<String, Object>> rows) {
    ComparedPeriod asked =
        ComparedPeriod.of(
            Period.parse(period),
            List.of(Comparison.parse(comparison)),
            java.time.LocalDate.parse(today));
    return over(Datasets.WEB_TRAFFIC, rows)
        .figures(ACME, asked, List.of(id(id)))
        .get(0)
        .compared()
        .get(0);
  }

  @Test
  void amountsOfUnlikeLengthsAlsoComparePerDay() {
    List<Map<String, Object>> rows =
        List.of(row("2026-02-10", "sessions", 2800), row("2026-01-10", "sessions", 3100));

    Compared total = compared("previous", "2026-02", "2026-03-01", "web.sessions", rows);
    Compared equal = compared("previous-equal", "2026-02", "2026-03-01", "web.sessions", rows);

    assertThat(total.delta().orElseThrow().amount().toString()).startsWith("-0.0967741935");
    assertThat(total.delta().orElseThrow().judgement()).isEqualTo(Judgement.BAD);
    assertThat(total.perDay())
        .contains(new Delta(Style.PERCENT, BigDecimal.ZERO, Judgement.NEUTRAL));
    assertThat(equal.value().value()).contains(new BigDecimal(3100));
    assertThat(equal.perDay()).isEmpty();
  }

  @Test
  void levelsRatesAndDistinctCountsHaveNoChangePerDay() {
    for (String id : List.of("web.bounce-rate", "web.users")) {
      Compared compared =
          compared(
              "previous",
              "2026-02",
              "2026-03-01",
              id,
              List.of(
                  row("2026-02-10", "sessions", 50, "bounces", 5, "users", 40),
                  row("2026-01-10", "sessions", 50, "bounces", 5, "users", 40)));

      assertThat(compared.perDay()).as(id).isEmpty();
    }
  }

  @Test
  void aRunningMonthComparesWithTheSameDaysOfTheMonthBefore() {
    List<Map<String, Object>> rows =
        List.of(
            row("2026-11-01", "sessions", 60),
            row("2026-11-25", "sessions", 40),
            // today, of which nobody knows how much is still to come
            row("2026-11-26", "sessions", 7),
            row("2026-10-25", "sessions", 50),
            row("2026-10-26", "sessions", 9999),
            row("2025-11-25", "sessions", 200),
            row("2025-11-27", "sessions", 9999));

    Compared before = compared("previous", "2026-11", "2026-11-26", "web.sessions", rows);
    Compared lastYear = compared("last-year", "2026-11", "2026-11-26", "web.sessions", rows);

    assertThat(before.now().value()).contains(new BigDecimal(100));
    assertThat(before.value().value()).contains(new BigDecimal(50));
    assertThat(before.delta().orElseThrow().amount()).isEqualByComparingTo("1");
    assertThat(lastYear.value().value()).contains(new BigDecimal(200));
    assertThat(lastYear.delta().orElseThrow().amount()).isEqualByComparingTo("-0.5");
  }

  @Test
  void spansThatOverlapAreAnsweredEach() {
    ComparedPeriod asked =
        ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS, Comparison.PREVIOUS_EQUAL);
    List<Map<String, Object>> rows =
        List.of(
            row("2026-10-05", "sessions", 100),
            row("2026-09-05", "sessions", 40),
            row("2026-08-31", "sessions", 10));

    KpiFigure figure =
        over(Datasets.WEB_TRAFFIC, rows).figures(ACME, asked, List.of(id("web.sessions"))).get(0);

    assertThat(figure.compared())
        .extracting(one -> one.value().value().orElseThrow().intValue())
        .containsExactly(40, 50);
  }

  @Test
  void aRatioHasItsPartsAndFullPrecision() {
    KpiValue ctr =
        figure(
                over(
                    Datasets.SEARCH_QUERIES,
                    List.of(
                        row("2026-10-01", "clicks", 9, "impressions", 9),
                        row("2026-10-02", "clicks", 1, "impressions", 100))),
                "search.ctr")
            .current();

    assertThat(ctr.numerator()).contains(BigDecimal.TEN);
    assertThat(ctr.denominator()).contains(new BigDecimal(109));
    assertThat(ctr.value().orElseThrow().toString())
        .startsWith("0.09174311926605504587155963302752");
  }

  @Test
  void oneLessARateIsShownWithItsParts() {
    KpiValue bounces =
        figure(
                over(
                    Datasets.WEB_TRAFFIC,
                    List.of(row("2026-10-01", "sessions", 10, "engaged_sessions", 4))),
                "web.bounce-rate")
            .current();

    assertThat(bounces.numerator()).contains(new BigDecimal(6));
    assertThat(bounces.denominator()).contains(BigDecimal.TEN);
    assertThat(bounces.value()).contains(new BigDecimal("0.6"));
  }

  @Test
  void aRateOverNothingIsNotComputableAndStillShowsItsParts() {
    KpiValue ctr =
        figure(
                over(
                    Datasets.SEARCH_QUERIES,
                    List.of(row("2026-10-01", "clicks", 0, "impressions", 0))),
                "search.ctr")
            .current();

    assertThat(ctr.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(ctr.denominator()).contains(BigDecimal.ZERO);
    assertThat(ctr.reason().orElseThrow().english())
        .isEqualTo("The denominator is zero: sum(impressions).");
  }

  @Test
  void ratesChangeByPointsAndPositionsByPlaces() {
    Delta rate =
        figure(
                over(
                    Datasets.SEARCH_QUERIES,
                    List.of(
                        row("2026-10-01", "clicks", 10, "impressions", 100, "position", 4),
                        row("2026-09-01", "clicks", 15, "impressions", 100, "position", 6))),
                "search.ctr")
            .delta(Comparison.PREVIOUS)
            .orElseThrow();
    assertThat(rate).isEqualTo(new Delta(Style.POINTS, new BigDecimal("-0.05"), Judgement.BAD));

    Delta position =
        figure(
                over(
                    Datasets.SEARCH_QUERIES,
                    List.of(
                        row("2026-10-01", "impressions", 100, "position", 4),
                        row("2026-09-01", "impressions", 100, "position", 6))),
                "search.serp-position")
            .delta(Comparison.PREVIOUS)
            .orElseThrow();
    assertThat(position).isEqualTo(new Delta(Style.PLACES, new BigDecimal(2), Judgement.GOOD));
  }

  @Test
  void februaryAgainstJanuaryFallsByTheCatalogueExample() {
    Delta delta = delta("web.sessions", Datasets.WEB_TRAFFIC, "sessions", 2800, 3100);
    assertThat(delta.amount().toString()).startsWith("-0.0967741935");
  }

  @Test
  void whatWasNothingBeforeIsNewAndANegativeBaseHasNoPercent() {
    assertThat(delta("web.sessions", Datasets.WEB_TRAFFIC, "sessions", 50, 0).style())
        .isEqualTo(Style.NEW);
    assertThat(delta("social.net-followers", Datasets.SOCIAL_ACCOUNTS, "follower_change", 40, -50))
        .isEqualTo(new Delta(Style.ABSOLUTE, new BigDecimal(90), Judgement.GOOD));
  }

  @Test
  void aSmallBaseIsNotJudged() {
    assertThat(delta("web.sessions", Datasets.WEB_TRAFFIC, "sessions", 50, 29).judgement())
        .isEqualTo(Judgement.TOO_SMALL);
    assertThat(delta("web.sessions", Datasets.WEB_TRAFFIC, "sessions", 50, 30).judgement())
        .isEqualTo(Judgement.GOOD);
    assertThat(delta("email.sent", Datasets.EMAIL_CAMPAIGNS, "recipients", 90, 60).judgement())
        .isEqualTo(Judgement.NEUTRAL);
  }

  @Test
  void retentionIsTheSetOfEarlierCustomersWhoOrderAgain() {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      orders.add(row("2026-09-01", "customer_key", "c" + i, "status", "placed"));
    }
    for (int i = 0; i < 900; i++) {
      orders.add(row("2026-10-05", "customer_key", "c" + i, "status", "placed"));
    }
    for (int i = 0; i < 700; i++) {
      orders.add(row("2026-10-06", "customer_key", "new" + i, "status", "placed"));
      orders.add(row("2026-10-07", "customer_key", "new" + i, "status", "placed"));
    }

    KpiFigure retention = figure(over(Datasets.ORDERS, orders), "customers.retention-rate");

    assertThat(retention.current().value()).contains(new BigDecimal("0.45"));
    assertThat(retention.current().denominator()).contains(new BigDecimal(2000));
  }

  @Test
  void moneyHasItsCurrencyAndCurrenciesAreNeverAdded() {
    Map<String, Object> euros =
        row("2026-10-01", "status", "placed", "total", "10.50", "currency", "EUR");
    euros.put("total", new BigDecimal("10.50"));
    KpiValue revenue = figure(over(Datasets.ORDERS, List.of(euros)), "orders.revenue").current();
    assertThat(revenue.currency()).contains("EUR");

    Map<String, Object> roubles = new HashMap<>(euros);
    roubles.put("currency", "BYN");
    KpiValue mixed =
        figure(over(Datasets.ORDERS, List.of(euros, roubles)), "orders.revenue").current();
    assertThat(mixed.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(mixed.reason().orElseThrow().arguments()).containsExactly("BYN", "EUR");
  }

  @Test
  void theOtherWayIsTakenWhenTheFirstHasNoDataAndSaysSoInItsTitle() {
    KpiFigure figure =
        figure(
            over(
                Datasets.RANKINGS,
                List.of(
                    row("2026-10-05", "keyword", "tent", "position", 4),
                    row("2026-10-05", "keyword", "boots", "position", 40))),
            "search.top-10-share");

    assertThat(figure.kpi().title().get("en")).isEqualTo("Tracked keywords in the top 10");
    assertThat(figure.kpi().dataset()).isEqualTo("rankings");
    assertThat(figure.current().value()).contains(new BigDecimal("0.5"));
  }

  @Test
  void aBreakdownRecomputesTheRestAndTheTotal() {
    Breakdown breakdown =
        over(
                Datasets.WEB_TRAFFIC,
                List.of(
                    row("2026-10-01", "channel", "Direct", "sessions", 50, "engaged_sessions", 25),
                    row("2026-10-01", "channel", "Email", "sessions", 30, "engaged_sessions", 30),
                    row("2026-10-01", "channel", "Paid", "sessions", 15, "engaged_sessions", 0),
                    row("2026-10-02", "channel", "Social", "sessions", 5, "engaged_sessions", 5)))
            .breakdown(
                ACME, OCTOBER, List.of(id("web.sessions"), id("web.bounce-rate")), "channel", 2);

    assertThat(breakdown.groups())
        .extracting(group -> group.name())
        .containsExactly("Direct", "Email");
    assertThat(breakdown.groupCount()).isEqualTo(4);
    assertThat(breakdown.other().orElseThrow().values())
        .extracting(value -> value.value().orElseThrow())
        .containsExactly(new BigDecimal(20), new BigDecimal("0.75"));
    assertThat(breakdown.total().values())
        .extracting(value -> value.value().orElseThrow())
        .containsExactly(new BigDecimal(100), new BigDecimal("0.4"));
  }

  @Test
  void theRestOfDistinctCustomersIsCountedAgain() {
    Breakdown breakdown =
        over(
                Datasets.ORDERS,
                List.of(
                    row("2026-10-01", "channel", "a", "customer_key", "ann", "status", "placed"),
                    row("2026-10-01", "channel", "a", "customer_key", "bob", "status", "placed"),
                    row("2026-10-01", "channel", "b", "customer_key", "ann", "status", "placed"),
                    row("2026-10-01", "channel", "c", "customer_key", "ann", "status", "placed"),
                    row("2026-10-01", "customer_key", "ann", "status", "placed")))
            .breakdown(ACME, OCTOBER, List.of(id("customers.active")), "channel", 1);

    assertThat(breakdown.other().orElseThrow().values().get(0).value()).contains(BigDecimal.ONE);
    assertThat(breakdown.total().values().get(0).value()).contains(new BigDecimal(2));
  }

  @Test
  void aSeriesHasAPointForEachDayAndCoveredDaysWithoutRowsAreZero() {
    DateSpan days = DateSpan.ofDays(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-03"));
    var points =
        over(Datasets.WEB_TRAFFIC, List.of(row("2026-10-02", "sessions", 7)))
            .series(ACME, List.of(id("web.sessions")), days, Grain.DAY)
            .get(0);

    assertThat(points)
        .extracting(point -> point.value().value().orElseThrow().intValueExact())
        .containsExactly(0, 7, 0);
  }

  @Test
  void namesTheNearestKpiWhenNobodyDefinedTheOneAsked() {
    KpiEngine engine = over(Datasets.ORDERS, List.of());
    assertThatThrownBy(() -> figure(engine, "orders.revenu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no KPI orders.revenu; did you mean orders.revenue?");
  }

  /** Facts that are all there, but for what a coverage says. */
  private static FactSource covered(Coverage coverage, FactSource facts) {
    return answering(
        query -> {
          FactAnswer answer = facts.answer(query);
          return new FactAnswer(
              answer.cells(), query.periods().stream().map(period -> coverage).toList());
        });
  }

  /** Facts of which nobody asks for a table. */
  private static FactSource answering(Function<FactQuery, FactAnswer> answer) {
    return new FactSource() {
      @Override
      public FactAnswer answer(FactQuery query) {
        return answer.apply(query);
      }

      @Override
      public TableAnswer table(TableQuery query) {
        throw new AssertionError("A table was asked for: " + query);
      }
    };
  }

  @Test
  void missingDaysMakeAValuePartialAndAnAmountIncomparable() {
    DateSpan missing = DateSpan.ofDay(LocalDate.parse("2026-10-31"));
    Coverage partial =
        new Coverage(
            Coverage.Extent.PARTIAL, List.of(missing), List.of(), Set.of(), true, Optional.empty());
    FactSource facts =
        covered(
            partial,
            RowFacts.of(
                Map.of(Datasets.WEB_TRAFFIC, List.of(row("2026-10-01", "sessions", 40))),
                OCTOBER.span().start()));

    KpiFigure figure = figure(new KpiEngine(library, facts), "web.sessions");

    assertThat(figure.current().status()).isEqualTo(Status.PARTIAL);
    assertThat(figure.current().reason().orElseThrow())
        .isEqualTo(
            new Reason(
                Reason.Code.MISSING_DAYS,
                List.of("2026-10-31..2026-10-31"),
                "There are no data for 2026-10-31..2026-10-31."));
    assertThat(figure.delta(Comparison.PREVIOUS)).isEmpty();
    assertThat(figure.coverage()).isEqualTo(partial);
  }

  @Test
  void kpisThatNameTheSameColumnsAreAskedTogether() {
    List<FactQuery> asked = new ArrayList<>();
    FactSource rows = RowFacts.of(Map.of(), OCTOBER.span().start());
    FactSource facts =
        answering(
            query -> {
              asked.add(query);
              return rows.answer(query);
            });

    new KpiEngine(library, facts)
        .figures(ACME, COMPARED, List.of(id("web.bounce-rate"), id("web.engagement-rate")));

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).periods()).hasSize(3);
    assertThat(numbers(asked.get(0))).hasSize(3);
  }

  @Test
  void levelsAreAskedAloneSoThatTheirLastDayIsEnough() {
    List<FactQuery> asked = new ArrayList<>();
    FactSource rows = RowFacts.of(Map.of(), OCTOBER.span().start());
    FactSource facts =
        answering(
            query -> {
              asked.add(query);
              return rows.answer(query);
            });

    new KpiEngine(library, facts).figures(ACME, COMPARED, List.of(id("social.followers")));

    assertThat(numbers(asked.get(0))).hasSize(1);
  }

  @Test
  void aTableAsksForNoNumberBesideItself() {
    List<FactQuery> asked = new ArrayList<>();
    FactSource rows =
        RowFacts.of(
            Map.of(Datasets.ORDERS, List.of(row("2026-10-01", "total", 40))),
            OCTOBER.span().start());
    FactSource facts =
        new FactSource() {
          @Override
          public FactAnswer answer(FactQuery query) {
            asked.add(query);
            return rows.answer(query);
          }

          @Override
          public TableAnswer table(TableQuery query) {
            return rows.table(query);
          }
        };

    new KpiEngine(library, facts).figures(ACME, COMPARED, List.of(id("customers.rfm")));

    assertThat(asked).isNotEmpty().allSatisfy(query -> assertThat(numbers(query)).isEmpty());
  }

  /** What is asked, without what only matters where values are kept back or missing. */
  private static List<Measure> numbers(FactQuery query) {
    return query.measures().stream()
        .filter(measure -> !(measure.aggregation() instanceof Aggregation.AbsentProfiles))
        .filter(
            measure ->
                !(measure.aggregation() instanceof Aggregation.Sum sum
                    && (sum.value() instanceof RowValue.Suppressed
                        || sum.value() instanceof RowValue.Lacking)))
        .toList();
  }

  @Test
  void aSourceThatFailsIsAReasonAndNoError() {
    FactSource broken =
        answering(
            query -> {
              throw new IllegalStateException("disk full");
            });

    KpiValue value = figure(new KpiEngine(library, broken), "web.sessions").current();

    assertThat(value.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(value.reason().orElseThrow().code()).isEqualTo(Reason.Code.FAILED);
  }

  /** Who came through another channel before would be new in this one. */
  @Test
  void thePastOfCustomersIsNotCutByTheChannelsOfTheirOrders() {
    KpiEngine engine =
        over(
            Datasets.ORDERS,
            List.of(
                row("2026-09-01", "customer_key", "ann", "status", "placed", "channel", "Direct"),
                row("2026-10-03", "customer_key", "ann", "status", "placed", "channel", "Email")));

    assertThat(
            engine
                .breakdown(
                    ACME, OCTOBER, List.of(id("customers.retention-by-channel")), "acquired", 5)
                .groups())
        .extracting(group -> group.name() + " " + group.values().get(0).value().orElseThrow())
        .containsExactly("Direct 1");
    assertThatThrownBy(
            () ->
                engine.breakdown(
                    ACME, OCTOBER, List.of(id("customers.returning-rate")), "channel", 5))
        .hasMessageContaining("customers.returning-rate cannot be broken down by \"channel\"");
  }

  private static Map<String, Object> variant(String of, String name, int tried, int converted) {
    return row(
        "2026-10-05",
        "experiment",
        of,
        "variant",
        name,
        "participants",
        tried,
        "conversions",
        converted);
  }

  /** Two tests are no one test; each by itself is one. */
  @Test
  void eachExperimentHasItsOwnUpliftWithIntervalAndPValue() {
    KpiEngine engine =
        over(
            Datasets.EXPERIMENTS,
            List.of(
                variant("button", "A", 1000, 100),
                variant("button", "B", 960, 120),
                variant("header", "A", 100, 50),
                variant("header", "B", 1000, 520)));

    Breakdown breakdown =
        engine.breakdown(ACME, OCTOBER, List.of(id("experiments.uplift")), "experiment", 5);

    assertThat(breakdown.groups())
        .extracting(
            group ->
                group.name() + " " + group.values().get(0).value().orElseThrow().toPlainString())
        .containsExactly("button 0.25", "header 0.04");
    assertThat(breakdown.groups().get(0).values().get(0).table().orElseThrow().rows())
        .extracting(measure -> measure.get(0))
        .contains("p-value", "uplift, 95 % from", "uplift, 95 % to");
    assertThat(breakdown.other()).isEmpty();
    assertThat(breakdown.total().values().get(0).reason().orElseThrow().arguments())
        .containsExactly("several", "2", "button", "header");
  }

  @Test
  void experimentsThatAreNoOneComparisonAreNamed() {
    KpiEngine engine =
        over(
            Datasets.EXPERIMENTS,
            List.of(
                variant("a\u202Eb\nc", "A", 10, 1),
                variant("b".repeat(60), "B", 10, 2),
                variant("c", "A", 10, 1),
                variant("d", "A", 10, 1),
                variant("e", "B", 10, 1),
                variant("not counted", "C", 10, 1)));

    Reason reason = figure(engine, "experiments.uplift").current().reason().orElseThrow();

    assertThat(reason.arguments())
        .containsExactly("several", "5", "a b c", "b".repeat(40) + "…", "c");
    assertThat(reason.english())
        .startsWith("The rows are of 5 experiments ('a b c', 'bbbb")
        .contains("'c' and 2 more)");
    Breakdown first =
        engine.breakdown(ACME, OCTOBER, List.of(id("experiments.uplift")), "experiment", 1);
    assertThat(first.other().orElseThrow().values().get(0).reason().orElseThrow().arguments())
        .hasSize(5)
        .startsWith("several", "4");
  }

  @Test
  void whyThereIsNoBreakdownIsSaid() {
    KpiEngine engine = over(Datasets.ORDERS, List.of());

    assertThatThrownBy(
            () -> engine.breakdown(ACME, OCTOBER, List.of(id("customers.rfm")), "channel", 5))
        .hasMessage(
            "customers.rfm cannot be broken down by \"channel\"; its value is read from a table of"
                + " its own, which has no breakdown");
    assertThatThrownBy(
            () -> engine.breakdown(ACME, OCTOBER, List.of(id("web.bounce-rate")), "moon", 5))
        .hasMessageStartingWith(
            "web.bounce-rate cannot be broken down by \"moon\"; it can by channel, ");
  }
}
