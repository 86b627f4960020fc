package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.Samples;
import io.retainer.rendering.chart.Twin;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoversTest {

  private static final KpiDescriptor CLICKS = kpi("search.clicks", KpiKind.FLOW, KpiUnit.COUNT);
  private static final KpiDescriptor CTR = kpi("search.ctr", KpiKind.RATIO, KpiUnit.PERCENT);
  private static final KpiDescriptor POSITION =
      kpi("search.serp-position", KpiKind.WMEAN, KpiUnit.POSITION);
  private static final KpiDescriptor REVENUE = kpi("orders.revenue", KpiKind.FLOW, KpiUnit.MONEY);
  private static final int TOP = 2;

  private static KpiDescriptor kpi(String id, KpiKind kind, KpiUnit unit) {
    return new KpiDescriptor(
        new KpiId(id),
        "1",
        kind,
        unit,
        Direction.HIGHER,
        Map.of("en", id),
        Map.of(),
        "search_queries",
        "",
        List.of("query"),
        30);
  }

  private static KpiValue count(long number) {
    return KpiValue.known(
        BigDecimal.valueOf(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static KpiValue money(String number, String currency) {
    return KpiValue.known(
        new BigDecimal(number), Optional.empty(), Optional.empty(), Optional.of(currency));
  }

  private static KpiValue rate(long numerator, long denominator) {
    BigDecimal part = BigDecimal.valueOf(numerator);
    BigDecimal base = BigDecimal.valueOf(denominator);
    return KpiValue.known(
        part.divide(base, MathContext.DECIMAL128),
        Optional.of(part),
        Optional.of(base),
        Optional.empty());
  }

  private static Optional<Movers> movers(TwoPeriods kpis) {
    ComparedPeriod compared = ComparedPeriod.closed(Samples.OCTOBER, Comparison.PREVIOUS);
    Definition definition =
        new Definition(false, List.of(Comparison.PREVIOUS), 13, List.of(), true, List.of(), 0);
    BlockDefinition block =
        new BlockDefinition(
            Show.MOVERS,
            List.of(new Line<>(kpis.kpi().id(), "here")),
            Optional.empty(),
            Optional.of("query"),
            Grain.WEEK,
            TOP);
    Questions questions = new Questions(definition, kpis, Samples.HELSINKI, compared);
    return new MoversComposer(kpis, questions, compared.bases().get(0))
        .compose(block)
        .map(Movers.class::cast);
  }

  private static List<String> names(List<Movers.Row> rows) {
    return rows.stream().map(Movers.Row::name).toList();
  }

  private static ExhibitPicture picture(Movers movers) {
    return ExhibitPicture.of(
        Samples.templates().named("seo").texts(Locale.ENGLISH), movers, name -> name);
  }

  /** Counted here with whole numbers and a plain sort, there with groups, deltas and statuses. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void areThoseOfPlainArithmetic(long seed) {
    Random random = new Random(seed);
    Map<String, Long> now = random(random);
    Map<String, Long> before = random(random);
    long totalNow = now.values().stream().mapToLong(Long::longValue).sum();
    long totalBefore = before.values().stream().mapToLong(Long::longValue).sum();
    TwoPeriods kpis = new TwoPeriods(CLICKS).total(count(totalNow), count(totalBefore));
    now.forEach((name, number) -> kpis.row(name, count(number), null));
    before.forEach((name, number) -> kpis.row(name, null, count(number)));
    Map<String, Long> change = new TreeMap<>();
    TreeSet<String> all = new TreeSet<>(now.keySet());
    all.addAll(before.keySet());
    all.forEach(
        name -> change.put(name, now.getOrDefault(name, 0L) - before.getOrDefault(name, 0L)));

    Movers movers = movers(kpis).orElseThrow();

    Comparator<Map.Entry<String, Long>> bySize =
        Comparator.comparing((Map.Entry<String, Long> one) -> -Math.abs(one.getValue()))
            .thenComparing(Map.Entry::getKey);
    assertThat(names(movers.up()))
        .containsExactlyElementsOf(
            change.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(bySize)
                .limit(Movers.MOST)
                .map(Map.Entry::getKey)
                .toList());
    assertThat(names(movers.down()))
        .containsExactlyElementsOf(
            change.entrySet().stream()
                .filter(one -> one.getValue() < 0)
                .sorted(bySize)
                .limit(Movers.MOST)
                .map(Map.Entry::getKey)
                .toList());
    assertThat(movers.total().amount())
        .isEqualByComparingTo(BigDecimal.valueOf(totalNow - totalBefore));
    List<Movers.Row> rows = new ArrayList<>(movers.up());
    rows.addAll(movers.down());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.amount().longValueExact()).isEqualTo(change.get(row.name()));
              assertThat(row.isGone()).isEqualTo(!now.containsKey(row.name()));
              long base = before.getOrDefault(row.name(), 0L);
              assertThat(row.isNew()).isEqualTo(base == 0);
              assertThat(row.relative().isPresent()).isEqualTo(base > 0 && !row.isGone());
              row.relative()
                  .ifPresent(
                      relative ->
                          assertThat(relative.doubleValue())
                              .isCloseTo((double) change.get(row.name()) / base, within(1e-12)));
            });
  }

  private static Map<String, Long> random(Random random) {
    Map<String, Long> rows = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      if (random.nextInt(4) > 0) {
        rows.put("query " + i, (long) random.nextInt(500));
      }
    }
    return rows;
  }

  @Test
  void saysWhatIsNewAndWhatIsGoneAndGivesNoPercentOfNothing() {
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("new one", count(90), null)
            .row("gone one", null, count(40))
            .row("at zero", count(0), count(60))
            .row("from zero", count(70), count(0))
            .row("as before", count(5), count(5))
            .total(count(165), count(105));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("new one", "from zero");
    assertThat(names(movers.down())).containsExactly("at zero", "gone one");
    assertThat(picture(movers).panel().twins().get(0).rows())
        .containsExactly(
            List.of("new one", "90", "–", "+90", "new", "150%"),
            List.of("from zero", "70", "0", "+70", "new", "117%"),
            List.of("Total", "165", "105", "+60", "+57.1%", "100%"));
    assertThat(picture(movers).panel().twins())
        .extracting(twin -> twin.heads().get(0))
        .containsExactly("Up", "Down");
    assertThat(picture(movers).panel().twins().get(1).rows())
        .containsExactly(
            List.of("at zero", "0", "60", "−60", "−100.0%", "−100%"),
            List.of("gone one", "–", "40", "−40", "gone", "−67%"),
            List.of("Total", "165", "105", "+60", "+57.1%", "100%"));
  }

  @Test
  void aRowOfWhichNobodyKnowsWhetherItWasThereIsNoMover() {
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("perhaps new", count(9_000), null)
            .row("gone, as all rows of now are known", null, count(40))
            .row("in both", count(80), count(60))
            .total(count(9_080), count(1_000_100));
    kpis.hasOthersBefore();

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("in both");
    assertThat(names(movers.down())).containsExactly("gone, as all rows of now are known");
  }

  /** A query that a search engine kept out of its export is not known to be new or gone. */
  @Test
  void nothingIsNewOrGoneBesideAnExportThatLeftRowsOut() {
    Reason leftOut = new Reason(Reason.Code.ROWS_LEFT_OUT, List.of(), "Rows were left out.");
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("not in the earlier export", partial(90, leftOut), null)
            .row("not in the later export", null, partial(70, leftOut))
            .row("in both", partial(80, leftOut), partial(60, leftOut))
            .total(count(200), count(150));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("in both");
    assertThat(movers.down()).isEmpty();
    assertThat(picture(movers).panel().twins().get(0).rows().get(0)).contains("80\u00a0*");
    assertThat(picture(movers).note()).contains("* ").contains("need not add up to the total");
  }

  @Test
  void nobodySaysThatNoRowFellWhileSomeCannotBeCompared() {
    Reason keptBack =
        new Reason(Reason.Code.BELOW_THRESHOLD, List.of("30", "clicks", "10"), "Kept back.");
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("rose", count(90), count(60))
            .row("kept back", partial(20, keptBack), count(80))
            .total(count(200), count(140));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("rose");
    assertThat(movers.down()).isEmpty();
    assertThat(picture(movers).note())
        .contains("Rows not compared, because data is missing: 1.")
        .doesNotContain("No row fell");
  }

  @Test
  void aTotalThatCouldHaveRisenHasNoLargestChanges() {
    Reason keptBack =
        new Reason(Reason.Code.BELOW_THRESHOLD, List.of("120", "clicks", "10"), "Kept back.");
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("rose", count(90), count(60))
            .total(partial(372, keptBack), count(1_800));

    assertThat(movers(kpis)).isEmpty();
  }

  @Test
  void whatIsEstimatedIsMarkedAsItIsElsewhere() {
    KpiValue now = count(80);
    KpiValue estimated =
        new KpiValue(
            KpiValue.Status.ESTIMATED,
            now.value(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Reason(Reason.Code.ESTIMATE, List.of(), "Estimated.")));
    TwoPeriods kpis =
        new TwoPeriods(CLICKS).row("a", estimated, count(60)).total(count(80), count(60));

    assertThat(picture(movers(kpis).orElseThrow()).panel().twins().get(0).rows().get(0))
        .startsWith("a", "≈\u00a080", "60");
  }

  /** Direct alone would seem to be three quarters of what happened. */
  @Test
  void ofAChangeThatIsNextToNothingNoRowHasAPart() {
    TwoPeriods kpis =
        new TwoPeriods(CLICKS)
            .row("Organic", count(1_550), count(0))
            .row("Direct", count(191), count(100))
            .row("Referral", count(0), count(1_521))
            .total(count(1_741), count(1_621));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(movers.hasShares()).isFalse();
    Twin twin = picture(movers).panel().twins().get(0);
    assertThat(twin.heads()).doesNotContain("Of the change");
    assertThat(twin.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(twin.heads()));
    assertThat(picture(movers).note()).doesNotContain("last column");
  }

  @Test
  void ratesMoveByPointsAndTinyRowsDoNotLead() {
    TwoPeriods kpis =
        new TwoPeriods(CTR)
            .row("large", rate(40, 1_000), rate(30, 1_000))
            .row("tiny", rate(29, 29), rate(0, 29))
            .row("tiny before", rate(500, 1_000), rate(1, 29))
            .row("new", rate(500, 1_000), null)
            .row("down", rate(10, 500), rate(20, 500))
            .total(rate(1_079, 3_529), rate(51, 1_558));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("large");
    assertThat(names(movers.down())).containsExactly("down");
    assertThat(movers.small()).isEqualTo(2);
    assertThat(picture(movers).panel().twins().get(0).rows().get(0))
        .containsExactly("large", "4.0%", "3.0%", "+1.0\u00a0pp");
    assertThat(picture(movers).note()).contains("Not ranked, as their base is below 30: 2.");
  }

  @Test
  void placesWonAreUpThoughTheNumberFell() {
    TwoPeriods kpis =
        new TwoPeriods(POSITION)
            .row("better", rate(4_000, 1_000), rate(9_000, 1_000))
            .row("worse", rate(8_000, 1_000), rate(6_000, 1_000))
            .total(rate(12_000, 2_000), rate(15_000, 2_000));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("better");
    assertThat(movers.up().get(0).amount()).isEqualByComparingTo("5");
    assertThat(names(movers.down())).containsExactly("worse");
    assertThat(movers.hasShares()).isFalse();
  }

  @Test
  void negativeAmountsHaveNoPercentAndOtherMoneyIsNotCompared() {
    TwoPeriods kpis =
        new TwoPeriods(REVENUE)
            .row("returned", money("-20", "EUR"), money("100", "EUR"))
            .row("other", money("900", "BYN"), money("5", "EUR"))
            .row("sold", money("300.50", "EUR"), money("200", "EUR"))
            .total(money("280.50", "EUR"), money("300", "EUR"));

    Movers movers = movers(kpis).orElseThrow();

    assertThat(names(movers.up())).containsExactly("sold");
    assertThat(names(movers.down())).containsExactly("returned");
    assertThat(movers.down().get(0).relative()).isEmpty();
    assertThat(picture(movers).title()).endsWith(", EUR");
    assertThat(picture(movers).panel().twins().get(1).rows().get(0).subList(1, 5))
        .containsExactly("−20.00", "100.00", "−120.00", "–");
  }

  @Test
  void isNotThereWhereTheTotalsCannotBeCompared() {
    TwoPeriods kpis = new TwoPeriods(CLICKS).row("a", count(3), count(2));
    Reason missing = new Reason(Reason.Code.MISSING_DAYS, List.of(), "Days are missing.");

    assertThat(movers(kpis.total(count(3), KpiValue.noData(missing)))).isEmpty();
    assertThat(movers(kpis.total(partial(3, missing), count(2)))).isEmpty();
    assertThat(
            movers(new TwoPeriods(CLICKS).row("a", count(2), count(2)).total(count(2), count(2))))
        .isEmpty();
  }

  private static KpiValue partial(long number, Reason missing) {
    return new KpiValue(
        KpiValue.Status.PARTIAL,
        Optional.of(BigDecimal.valueOf(number)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(missing));
  }
}
