package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.Reason;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A history tells the channel that customers came through, and the shop's export has none. */
class UnusedHistoryTest extends WarehouseTest {

  private static final Optional<Condition> PLACED = Optional.of(Desk.is("status", "placed"));
  private static final Optional<Condition> ALL = Optional.empty();
  private static final Aggregation AGAIN =
      new Aggregation.Count(
          Optional.of(
              new Condition.Compare("n", Condition.Comparator.GREATER, BigDecimal.valueOf(1))));
  private static final Condition THROUGH_ADS = Desk.is("acquired", "ads");

  @BeforeEach
  void sells() {
    desk.accepted(
        "table orders columns=order_id,customer_key,status,total grain=EVENT"
            + " period=2026-09-01..2026-10-31",
        "2026-09-01|A|ann|placed|5",
        "2026-09-02|B|ben|placed|5",
        "2026-09-03|C|cid|cancelled|5",
        "2026-10-03|D|ann|placed|5",
        "2026-10-04|E|cid|placed|5");
  }

  private static FactQuery retention(
      Optional<Condition> where, List<String> by, Aggregation... further) {
    History history =
        new History(
            "customer_key",
            PLACED,
            List.of(
                new History.Told("acquired", History.Tells.FIRST, Optional.of("channel")),
                new History.Told("n", History.Tells.NTH, Optional.empty())));
    List<Measure> measures =
        further.length > 0
            ? List.of(new Measure("further", further[0]))
            : List.of(
                new Measure("kept", new Aggregation.RetainedKeys("customer_key", ALL)),
                new Measure("had", new Aggregation.ExistingKeys("customer_key", ALL)));
    return new FactQuery(
        ACME.id(),
        Datasets.ORDERS,
        where,
        by,
        Optional.empty(),
        measures,
        List.of(OCTOBER),
        Optional.empty(),
        Optional.empty(),
        Optional.of(history));
  }

  private Map<String, BigDecimal> numbers(FactQuery query) {
    FactAnswer alone = desk.warehouse.answer(query);
    List<FactAnswer> together =
        desk.warehouse.answers(List.of(query, retention(PLACED, List.of())));
    assertThat(together.get(0).cells()).isEqualTo(alone.cells());
    return alone.cells().get(0).values();
  }

  private Coverage coverage(FactQuery query) {
    return desk.warehouse.answer(query).coverage().get(0);
  }

  @Test
  void theWholeIsThereWithoutTheColumnThatOnlyABreakdownNeeds() {
    assertThat(numbers(retention(PLACED, List.of())))
        .hasEntrySatisfying("kept", kept -> assertThat(kept).isEqualByComparingTo("1"))
        .hasEntrySatisfying("had", had -> assertThat(had).isEqualByComparingTo("2"));
  }

  @Test
  void rowsThatAreInNoHistoryStayOutOfIt() {
    assertThat(numbers(retention(ALL, List.of())).get("had")).isEqualByComparingTo("2");
  }

  @Test
  void whatIsUsedOfTheHistoryIsStillTold() {
    assertThat(numbers(retention(PLACED, List.of(), AGAIN)).get("further"))
        .isEqualByComparingTo("1");
  }

  @Test
  void aBreakdownByTheColumnThatIsNotThereSaysSo() {
    UnaryOperator<Condition> both = more -> new Condition.All(List.of(PLACED.get(), more));
    List<FactQuery> needing =
        List.of(
            retention(PLACED, List.of("acquired")),
            retention(Optional.of(both.apply(THROUGH_ADS)), List.of()),
            retention(PLACED, List.of(), new Aggregation.Count(Optional.of(THROUGH_ADS))));

    assertThat(needing)
        .extracting(this::coverage)
        .allSatisfy(
            coverage -> {
              assertThat(coverage.extent()).isEqualTo(Coverage.Extent.NONE);
              assertThat(coverage.reason())
                  .hasValueSatisfying(
                      reason -> {
                        assertThat(reason.code()).isEqualTo(Reason.Code.COLUMN_NOT_IMPORTED);
                        assertThat(reason.english()).isEqualTo("no imported table has channel");
                      });
            });
  }
}
