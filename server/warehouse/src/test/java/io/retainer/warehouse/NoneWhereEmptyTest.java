package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.ColumnValue;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Platforms leave empty what did not happen: where the table has such a column, an empty cell is
 * zero, and where it has none, nothing is known.
 */
class NoneWhereEmptyTest extends WarehouseTest {

  private static final String ORDERS =
      "table orders columns=order_id,country,gross,refunded grain=EVENT";
  private static final String WITHOUT = "table orders columns=order_id,country,gross grain=EVENT";

  private static final RowValue REFUNDED = new ColumnValue("refunded");
  private static final Aggregation SUM = sum(REFUNDED);
  private static final Aggregation LACKING = sum(new RowValue.Lacking(REFUNDED));

  private static Aggregation sum(RowValue value) {
    return new Aggregation.Sum(value, Optional.empty());
  }

  private FactAnswer answer(Optional<Grain> bucket, List<String> by, Aggregation... aggregations) {
    List<Measure> measures = new ArrayList<>();
    for (Aggregation aggregation : aggregations) {
      measures.add(new Measure("m" + measures.size(), aggregation));
    }
    FactQuery query =
        new FactQuery(
            ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            by,
            Optional.empty(),
            measures,
            List.of(OCTOBER),
            bucket);
    FactAnswer alone = desk.warehouse.answer(query);
    FactAnswer together = desk.warehouse.answers(List.of(query, query)).get(1);
    assertThat(PlannedTogetherTest.numbers(together)).isEqualTo(PlannedTogetherTest.numbers(alone));
    return together;
  }

  private BigDecimal number(Aggregation aggregation) {
    return answer(Optional.empty(), List.of(), aggregation).cells().get(0).values().get("m0");
  }

  private static BigDecimal number(FactAnswer answer, String group, String measure) {
    return answer.cells().stream()
        .filter(cell -> cell.group().equals(List.of(group)))
        .findFirst()
        .orElseThrow()
        .values()
        .get(measure);
  }

  @Test
  void aPeriodInWhichAllCellsAreEmptyHasNone() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-02|o2|FI|50|");
    assertThat(number(SUM)).isEqualByComparingTo("0");
  }

  @Test
  void aGroupInWhichAllCellsAreEmptyHasNone() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-02|o2|SE|50|20");
    FactAnswer answer = answer(Optional.empty(), List.of("country"), SUM, LACKING);
    assertThat(number(answer, "FI", "m0")).isEqualByComparingTo("0");
    assertThat(number(answer, "SE", "m0")).isEqualByComparingTo("20");
    assertThat(number(answer, "FI", "m1")).isNull();
  }

  @Test
  void soHasAWeekOfASeries() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-08|o2|SE|50|20");
    assertThat(answer(Optional.of(Grain.WEEK), List.of(), SUM).cells())
        .extracting(cell -> cell.values().get("m0").stripTrailingZeros().toPlainString())
        .containsExactly("0", "20");
  }

  @Test
  void theRestOfARowCountsBesideIt() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-02|o2|SE|50|20");
    RowValue kept =
        new RowValue.Arithmetic(RowValue.Operator.MINUS, new ColumnValue("gross"), REFUNDED);
    assertThat(number(sum(kept))).isEqualByComparingTo("130");
  }

  @Test
  void itIsZeroInConditionsAndStatisticsToo() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-02|o2|SE|50|20");
    Condition few =
        new Condition.Compare("refunded", Condition.Comparator.LESS, BigDecimal.valueOf(5));
    assertThat(number(new Aggregation.Count(Optional.of(few)))).isEqualByComparingTo("1");
    assertThat(number(new Aggregation.Count(Optional.of(new Condition.Missing("refunded")))))
        .isEqualByComparingTo("0");
    assertThat(
            number(
                new Aggregation.Statistic(Aggregation.Function.MEDIAN, REFUNDED, Optional.empty())))
        .isEqualByComparingTo("10");
  }

  @Test
  void whatIsKeptBackIsNotZero() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|<10", "2026-10-02|o2|SE|50|");
    FactAnswer answer =
        answer(Optional.empty(), List.of("country"), SUM, sum(new RowValue.Suppressed("refunded")));
    assertThat(number(answer, "FI", "m0")).isNull();
    assertThat(number(answer, "FI", "m1")).isEqualByComparingTo("1");
    assertThat(number(answer, "SE", "m0")).isEqualByComparingTo("0");
  }

  @Test
  void aTableWithoutTheColumnSaysNothing() {
    desk.accepted(WITHOUT, "2026-10-01|o1|FI|100");
    Coverage coverage = answer(Optional.empty(), List.of(), SUM).coverage().get(0);
    assertThat(coverage.extent()).isEqualTo(Coverage.Extent.NONE);
    assertThat(coverage.reason().orElseThrow().code()).isEqualTo(Reason.Code.COLUMN_NOT_IMPORTED);
  }

  @Test
  void besideOneThatHasItsRowsAreTheOnesThatLackIt() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|", "2026-10-02|o2|FI|50|20");
    desk.accepted(WITHOUT, "2026-10-03|o3|SE|70", "2026-10-04|o4|FI|70");
    FactAnswer answer = answer(Optional.empty(), List.of("country"), SUM, LACKING);
    assertThat(number(answer, "FI", "m0")).isEqualByComparingTo("20");
    assertThat(number(answer, "FI", "m1")).isEqualByComparingTo("1");
    assertThat(number(answer, "SE", "m0")).isNull();
    assertThat(number(answer, "SE", "m1")).isEqualByComparingTo("1");
  }

  @Test
  void rowsThatLackItAreNotAskedForInVain() {
    desk.accepted(ORDERS, "2026-10-01|o1|FI|100|");
    assertThat(answer(Optional.empty(), List.of(), SUM, LACKING).cells().get(0).values())
        .containsOnlyKeys("m0");
  }

  @Test
  void countsThatAreNotKeyedHaveNoneToo() {
    desk.accepted(
        "table ad_performance columns=campaign,clicks,conversions cut=campaign",
        "2026-10-01|a|10|",
        "2026-10-01|b|10|3");
    FactAnswer answer =
        desk.warehouse.answer(
            Desk.query(
                "ad_performance",
                List.of("campaign"),
                Optional.empty(),
                Desk.sum("conversions"),
                OCTOBER));
    assertThat(number(answer, "a", "value")).isEqualByComparingTo("0");
    assertThat(number(answer, "b", "value")).isEqualByComparingTo("3");
  }
}
