package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Values that a source keeps back are no number, and are counted beside the number they lack in.
 */
class SuppressedTest extends WarehouseTest {

  private static final Aggregation SESSIONS = sum(new RowValue.ColumnValue("sessions"));
  private static final Aggregation KEPT_BACK = sum(new RowValue.Suppressed("sessions"));

  private static Aggregation sum(RowValue value) {
    return new Aggregation.Sum(value, Optional.empty());
  }

  private void sessions(String... days) {
    String table = "table web_traffic columns=channel,sessions cut=channel";
    desk.accepted((table + "\n" + String.join("\n", days)).split("\n"));
  }

  private static FactQuery traffic(List<String> by, Aggregation... aggregations) {
    List<Measure> measures = new java.util.ArrayList<>();
    for (Aggregation aggregation : aggregations) {
      measures.add(new Measure("m" + measures.size(), aggregation));
    }
    return new FactQuery(
        ACME.id(),
        Datasets.WEB_TRAFFIC,
        Optional.empty(),
        by,
        Optional.empty(),
        measures,
        List.of(OCTOBER),
        Optional.empty());
  }

  private static BigDecimal number(FactAnswer answer, String group, String measure) {
    return answer.cells().stream()
        .filter(cell -> cell.group().equals(group.isEmpty() ? List.of() : List.of(group)))
        .findFirst()
        .orElseThrow()
        .values()
        .get(measure);
  }

  @Test
  void aSumLeavesThemOutAndTheirNumberStandsBesideIt() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|<10", "2026-10-02|Social|<50");
    FactAnswer answer = desk.warehouse.answer(traffic(List.of(), SESSIONS, KEPT_BACK));
    assertThat(number(answer, "", "m0")).isEqualByComparingTo("5");
    assertThat(number(answer, "", "m1")).isEqualByComparingTo("2");
  }

  @Test
  void eachGroupKnowsItsOwn() {
    sessions("2026-10-01|Email|5", "2026-10-02|Direct|0", "2026-10-02|Social|<50");
    FactAnswer answer = desk.warehouse.answer(traffic(List.of("channel"), SESSIONS, KEPT_BACK));
    assertThat(number(answer, "Email", "m1")).isNull();
    assertThat(number(answer, "Direct", "m0")).isEqualByComparingTo("0");
    assertThat(number(answer, "Social", "m0")).isNull();
    assertThat(number(answer, "Social", "m1")).isEqualByComparingTo("1");
    assertThat(answer.coverage().get(0).thresholds()).containsEntry("sessions", "50");
  }

  @Test
  void askedInVainTheyCostNothing() {
    sessions("2026-10-01|Email|5");
    FactAnswer answer = desk.warehouse.answer(traffic(List.of(), SESSIONS, KEPT_BACK));
    assertThat(answer.cells().get(0).values()).containsOnlyKeys("m0");
    assertThat(answer.coverage().get(0).thresholds()).isEmpty();
  }

  @Test
  void aValueKeptBackIsNotMissingAndGetsNoSubstitute() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|<10", "2026-10-03|Email|");
    Aggregation filled =
        sum(
            new RowValue.IfMissing(
                new RowValue.ColumnValue("sessions"), new RowValue.Constant(BigDecimal.TEN)));
    FactAnswer answer = desk.warehouse.answer(traffic(List.of(), filled, KEPT_BACK));
    assertThat(number(answer, "", "m0")).isEqualByComparingTo("15");
  }

  /** The rows of which nobody can tell whether they have more than two sessions. */
  private FactAnswer undecided(List<String> by, boolean ever) {
    return undecided(by, new RowValue.Suppressed("sessions"), ever);
  }

  private FactAnswer undecided(List<String> by, RowValue lack, boolean ever) {
    Condition some =
        new Condition.Compare("sessions", Condition.Comparator.GREATER, BigDecimal.valueOf(2));
    FactQuery all = traffic(by, SESSIONS, new Aggregation.Undecided(lack, Optional.empty(), ever));
    FactQuery query =
        new FactQuery(
            all.client(),
            all.dataset(),
            Optional.of(some),
            by,
            Optional.empty(),
            all.measures(),
            all.periods(),
            Optional.empty());
    FactAnswer alone = desk.warehouse.answer(query);
    FactAnswer together = desk.warehouse.answers(List.of(query, query)).get(1);
    assertThat(PlannedTogetherTest.numbers(together)).isEqualTo(PlannedTogetherTest.numbers(alone));
    return together;
  }

  @Test
  void whoseConditionCannotBeDecidedIsCountedBesideTheRows() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|1", "2026-10-02|Social|<50");
    FactAnswer answer = undecided(List.of(), false);
    assertThat(number(answer, "", "m0")).isEqualByComparingTo("5");
    assertThat(number(answer, "", "m1")).isEqualByComparingTo("1");
    FactAnswer groups = undecided(List.of("channel"), false);
    assertThat(number(groups, "Email", "m1")).isNull();
    assertThat(number(groups, "Social", "m0")).isNull();
    assertThat(number(groups, "Social", "m1")).isEqualByComparingTo("1");
  }

  @Test
  void thoseOfEarlierDaysCountWhereTheyMatter() {
    sessions("2026-10-01|Email|5", "2026-09-02|Social|<50", "2026-11-02|Social|<50");
    assertThat(number(undecided(List.of(), false), "", "m1")).isNull();
    assertThat(number(undecided(List.of(), true), "", "m1")).isEqualByComparingTo("1");
  }

  @Test
  void thoseThatLackWhatItComparesAreCountedApart() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|", "2026-10-02|Social|<50");
    RowValue lack = new RowValue.Lacking(new RowValue.ColumnValue("sessions"));
    FactAnswer answer = undecided(List.of("channel"), lack, false);
    assertThat(number(answer, "Email", "m1")).isEqualByComparingTo("1");
    assertThat(number(answer, "Social", "m1")).isNull();
  }

  @Test
  void whereNothingIsKeptBackEveryConditionCanBeDecided() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|");
    assertThat(undecided(List.of(), true).cells().get(0).values()).containsOnlyKeys("m0");
  }

  @Test
  void ofAValueKeptBackNobodyCanTellWhetherItIsMissing() {
    sessions("2026-10-01|Email|5", "2026-10-02|Email|", "2026-10-02|Social|<50");
    Condition missing = new Condition.Missing("sessions");
    for (Condition condition : List.of(missing, new Condition.Not(missing))) {
      FactAnswer answer =
          desk.warehouse.answer(traffic(List.of(), new Aggregation.Count(Optional.of(condition))));
      assertThat(number(answer, "", "m0")).isEqualByComparingTo("1");
    }
  }

  @Test
  void aCorrectedFileTakesTheirPlace() {
    sessions("2026-10-01|Email|<10");
    sessions("2026-10-01|Email|12");
    FactAnswer answer = desk.warehouse.answer(traffic(List.of(), SESSIONS, KEPT_BACK));
    assertThat(number(answer, "", "m0")).isEqualByComparingTo("12");
    assertThat(answer.cells().get(0).values()).doesNotContainKey("m1");
  }

  @Test
  void anInnerGroupingCarriesThem() {
    desk.accepted(
        "table orders columns=order_id,customer_key,total grain=EVENT",
        "2026-10-01|o1|ann|10",
        "2026-10-02|o2|ann|<5",
        "2026-10-03|o3|eve|20");
    FactQuery query =
        new FactQuery(
            ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            List.of(),
            Optional.of(
                new PerKey(
                    "customer_key",
                    List.of(
                        new Measure("spent", sum(new RowValue.ColumnValue("total"))),
                        new Measure("less", sum(new RowValue.Suppressed("total")))))),
            List.of(
                new Measure("m0", sum(new RowValue.ColumnValue("spent"))),
                new Measure(
                    "m1",
                    new Aggregation.Sum(
                        new RowValue.ColumnValue("less"),
                        Optional.of(
                            new Condition.Compare(
                                "spent", Condition.Comparator.LESS, BigDecimal.valueOf(15)))))),
            List.of(OCTOBER),
            Optional.empty());
    FactAnswer answer = desk.warehouse.answer(query);
    assertThat(number(answer, "", "m0")).isEqualByComparingTo("30");
    assertThat(number(answer, "", "m1")).isEqualByComparingTo("1");
  }

  @Test
  void onlyWhatIsCountedCanBeKeptBack() {
    ImportResult result =
        desk.lines("table web_traffic columns=channel,sessions cut=channel", "2026-10-01|<10|5");
    assertThat(result.issues().toString()).contains("channel", "String");
  }
}
