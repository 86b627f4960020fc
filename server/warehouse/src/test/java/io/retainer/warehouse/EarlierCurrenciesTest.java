package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.SEPTEMBER;
import static io.retainer.warehouse.Desk.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop that sold in dollars, began to sell in euros, and what looks back on both. */
class EarlierCurrenciesTest extends WarehouseTest {

  private static final RowValue TOTAL = new RowValue.ColumnValue("total");
  private static final Condition LARGE =
      new Condition.Compare("total", Condition.Comparator.GREATER, new BigDecimal("50"));

  @BeforeEach
  void sells() {
    desk.accepted(
        "table orders columns=order_id,customer_key,country,paid_at,currency,total grain=EVENT"
            + " period=2026-06-01..2026-10-31",
        "2026-07-20|A|ann|us|2026-10-15T10:00|USD|100",
        "2026-08-20|B|ben|us||USD|40",
        "2026-09-10|C|cid|fi||EUR|70",
        "2026-10-05|D|ann|us||EUR|10",
        "2026-10-20|E|dan|fi|2026-10-21T10:00|EUR|30");
  }

  @Test
  void whatIsOpenIsInTheCurrenciesOfAllThatIsOpen() {
    Aggregation open = new Aggregation.OpenAtEnd("paid_at", Optional.of(TOTAL), Optional.empty());

    assertThat(desk.ask("orders", open, OCTOBER, SEPTEMBER, Desk.span("2026-08-01", "2026-08-31")))
        .satisfies(
            answer -> {
              assertThat(answer.coverage())
                  .extracting(Coverage::currencies)
                  .containsExactly(Set.of("EUR", "USD"), Set.of("EUR", "USD"), Set.of("USD"));
              assertThat(answer.cells())
                  .extracting(cell -> cell.values().get("value").intValue())
                  .containsExactly(120, 210, 140);
            });
  }

  @Test
  void eachGroupHasTheCurrenciesOfItsOwnRows() {
    FactAnswer open =
        byCountry(new Aggregation.OpenAtEnd("paid_at", Optional.of(TOTAL), Optional.empty()));
    assertThat(named(open)).containsExactly("fi[EUR]", "us[EUR, USD]");

    FactAnswer sold = byCountry(sum("total"));
    assertThat(named(sold)).containsExactly("fi[EUR]", "us[EUR]");
  }

  private FactAnswer byCountry(Aggregation aggregation) {
    return sorted(
        desk.warehouse.answer(
            Desk.query("orders", List.of("country"), Optional.empty(), aggregation, OCTOBER)));
  }

  private static List<String> named(FactAnswer answer) {
    return answer.cells().stream()
        .map(cell -> cell.group().get(0) + new TreeSet<>(currencies(answer, cell, "value")))
        .toList();
  }

  private static Set<String> currencies(FactAnswer answer, FactAnswer.Cell cell, String measure) {
    Set<String> ofPeriod = answer.coverage().get(cell.period()).currencies();
    return ofPeriod.size() < 2 ? ofPeriod : cell.currencies().getOrDefault(measure, Set.of());
  }

  private static FactAnswer sorted(FactAnswer answer) {
    return new FactAnswer(
        answer.cells().stream().sorted(Comparator.comparing(cell -> cell.group().get(0))).toList(),
        answer.coverage());
  }

  @Test
  void eachMeasureHasTheCurrenciesThatItsConditionsLeave() {
    Condition finnish = new Condition.Compare("country", Condition.Comparator.EQUAL, "fi");
    Optional<Condition> both = Optional.of(new Condition.All(List.of(LARGE, finnish)));
    FactQuery query =
        ofAutumn(
            Optional.empty(),
            new Measure("all", sum("total")),
            new Measure("finnish", new Aggregation.Sum(TOTAL, Optional.of(finnish))),
            new Measure(
                "middle",
                new Aggregation.Statistic(
                    Aggregation.Function.MEDIAN, TOTAL, Optional.of(finnish))),
            new Measure("large", new Aggregation.Count(Optional.of(LARGE))),
            new Measure("large-finnish", new Aggregation.Count(both)));

    for (FactAnswer answer :
        List.of(desk.warehouse.answer(query), desk.warehouse.answers(List.of(query)).get(0))) {
      assertThat(answer.coverage().get(0).currencies()).hasSize(2);
      assertThat(answer.cells().get(0).currencies())
          .containsOnly(
              Map.entry("all", Set.of("EUR", "USD")),
              Map.entry("finnish", Set.of("EUR")),
              Map.entry("middle", Set.of("EUR")),
              // Ten dollars are not known to be less than ten euros.
              Map.entry("large", Set.of("EUR", "USD")),
              Map.entry("large-finnish", Set.of("EUR")));
    }
  }

  @Test
  void anInnerGroupingHasTheCurrenciesOfItsAmounts() {
    Condition finnish = new Condition.Compare("country", Condition.Comparator.EQUAL, "fi");
    PerKey perCustomer =
        new PerKey(
            "customer_key",
            List.of(
                new Measure("orders", new Aggregation.Count(Optional.empty())),
                new Measure("spent", new Aggregation.Sum(TOTAL, Optional.of(finnish)))));
    FactQuery query =
        ofAutumn(
            Optional.of(perCustomer),
            new Measure(
                "value", new Aggregation.Sum(new RowValue.ColumnValue("spent"), Optional.empty())));

    assertThat(desk.warehouse.answer(query).cells().get(0).currencies())
        .containsOnly(Map.entry("value", Set.of("EUR")));
  }

  private static FactQuery ofAutumn(Optional<PerKey> perKey, Measure... measures) {
    return new FactQuery(
        Desk.ACME.id(),
        Datasets.ORDERS,
        Optional.empty(),
        List.of(),
        perKey,
        List.of(measures),
        List.of(Desk.span("2026-08-01", "2026-10-31")),
        Optional.empty());
  }

  @Test
  void aSumToAnAgeIsInTheCurrenciesOfTheRowsOfThatAge() {
    assertThat(currencies(matured(60), SEPTEMBER)).containsExactly("USD");
    assertThat(currencies(matured(45), OCTOBER)).containsExactlyInAnyOrder("USD", "EUR");
    // Ann's second order was when she was older.
    assertThat(currencies(matured(30), Desk.span("2026-08-01", "2026-08-31")))
        .containsExactly("USD");
  }

  private static Aggregation matured(int days) {
    return new Aggregation.MaturedSum("customer_key", TOTAL, days, Optional.empty());
  }

  @Test
  void keysChosenByAmountsNeedOneCurrency() {
    Optional<Condition> large = Optional.of(LARGE);

    assertThat(currencies(new Aggregation.ActiveKeys("customer_key", 30, large), OCTOBER))
        .containsExactly("EUR");
    assertThat(currencies(new Aggregation.ActiveKeys("customer_key", 90, large), OCTOBER))
        .containsExactlyInAnyOrder("EUR", "USD");
    assertThat(currencies(new Aggregation.ExistingKeys("customer_key", large), SEPTEMBER))
        .containsExactly("USD");
    assertThat(currencies(new Aggregation.MaturedKeys("customer_key", 20, large), OCTOBER))
        .containsExactlyInAnyOrder("EUR", "USD");
  }

  @Test
  void anAmountOfTheFirstRowIsInTheCurrencyOfThatRow() {
    FactQuery query =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            List.of("customer_key"),
            Optional.empty(),
            List.of(new Measure("value", sum("began"))),
            List.of(OCTOBER),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new History(
                    "customer_key",
                    Optional.empty(),
                    List.of(
                        new History.Told("began", History.Tells.FIRST, Optional.of("total"))))));

    assertThat(named(sorted(desk.warehouse.answer(query))))
        .containsExactly("ann[EUR, USD]", "dan[EUR]");
  }

  @Test
  void rowsThatAreDatedIntoThePeriodBringTheirCurrency() {
    FactQuery paid =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(new Measure("value", sum("total"))),
            List.of(OCTOBER),
            Optional.empty(),
            Optional.of("paid_at"),
            Optional.empty());

    assertThat(desk.warehouse.answer(paid).coverage().get(0).currencies())
        .containsExactlyInAnyOrder("EUR", "USD");
  }

  @Test
  void scoresAreInTheCurrenciesOfAllRowsTheyScore() {
    assertThat(scored(365)).containsExactlyInAnyOrder("EUR", "USD");
    assertThat(scored(60)).containsExactly("EUR");
  }

  private Set<String> scored(int days) {
    return desk.warehouse
        .table(
            new TableQuery(
                Desk.ACME.id(),
                Datasets.ORDERS,
                Optional.empty(),
                Optional.empty(),
                new TableAsk.Scores("customer_key", TOTAL, days, TableAsk.Ties.COUNT_BELOW),
                OCTOBER))
        .coverage()
        .currencies();
  }

  @Test
  void whatLooksBackChangesNothingBesideIt() {
    Aggregation open = new Aggregation.OpenAtEnd("paid_at", Optional.of(TOTAL), Optional.empty());
    List<FactAnswer> together =
        desk.warehouse.answers(
            List.of(
                Desk.query("orders", List.of(), Optional.empty(), open, OCTOBER),
                Desk.query("orders", List.of(), Optional.empty(), sum("total"), OCTOBER)));

    assertThat(together)
        .extracting(answer -> answer.coverage().get(0).currencies().size())
        .containsExactly(2, 1);
  }

  private Set<String> currencies(Aggregation aggregation, DateSpan period) {
    return desk.ask("orders", aggregation, period).coverage().get(0).currencies();
  }
}
