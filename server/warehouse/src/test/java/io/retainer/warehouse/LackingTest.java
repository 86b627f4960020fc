package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that lack what is added up are counted beside the sum, and only where there are any. */
class LackingTest extends WarehouseTest {

  private static final RowValue TOTAL = new RowValue.ColumnValue("total");
  private static final Aggregation SUM = sum(TOTAL);
  private static final Aggregation LACKING = sum(new RowValue.Lacking(TOTAL));
  private static final String ORDERS =
      "table orders columns=order_id,customer_key,total grain=EVENT";

  private static Aggregation sum(RowValue value) {
    return new Aggregation.Sum(value, Optional.empty());
  }

  private static Map<String, BigDecimal> numbers(Desk desk, Optional<PerKey> perKey, Measure... m) {
    FactQuery query =
        new FactQuery(
            ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            List.of(),
            perKey,
            List.of(m),
            List.of(OCTOBER),
            Optional.empty());
    Map<String, BigDecimal> alone = desk.warehouse.answer(query).cells().get(0).values();
    Map<String, BigDecimal> together =
        desk.warehouse.answers(List.of(query, query)).get(1).cells().get(0).values();
    assertThat(together.keySet()).isEqualTo(alone.keySet());
    return together;
  }

  private static Map<String, BigDecimal> asked(Desk desk) {
    return numbers(
        desk, Optional.empty(), new Measure("sum", SUM), new Measure("lacking", LACKING));
  }

  @Test
  void whatIsKeptBackIsNotMissing() {
    desk.accepted(ORDERS, "2026-10-01|o1|ann|5", "2026-10-02|o2|ann|", "2026-10-03|o3|eve|<10");
    assertThat(asked(desk).get("sum")).isEqualByComparingTo("5");
    assertThat(asked(desk).get("lacking")).isEqualByComparingTo("1");
  }

  @Test
  void askedInVainTheyCostNothing() {
    desk.accepted(ORDERS, "2026-10-01|o1|ann|5", "2026-10-02|o2||7");
    assertThat(asked(desk)).containsOnlyKeys("sum");
  }

  @Test
  void aTableOfTheAccountThatHasNoSuchColumnLacksItEverywhere() {
    desk.accepted(ORDERS, "2026-10-01|o1|ann|5", "2026-10-31|o2|ann|5");
    desk.accepted("table orders columns=order_id,customer_key grain=EVENT", "2026-10-05|o3|eve");
    assertThat(asked(desk).get("lacking")).isEqualByComparingTo("1");
  }

  @Test
  void anInnerGroupingCarriesThem() {
    desk.accepted(ORDERS, "2026-10-01|o1|ann|5", "2026-10-02|o2|ann|", "2026-10-03|o3|eve|7");
    PerKey perCustomer =
        new PerKey(
            "customer_key", List.of(new Measure("spent", SUM), new Measure("less", LACKING)));
    Map<String, BigDecimal> found =
        numbers(
            desk,
            Optional.of(perCustomer),
            new Measure("spent", sum(new RowValue.ColumnValue("spent"))),
            new Measure("less", sum(new RowValue.ColumnValue("less"))));
    assertThat(found.get("spent")).isEqualByComparingTo("12");
    assertThat(found.get("less")).isEqualByComparingTo("1");
  }

  @Test
  void whatWasImportedBeforeAnybodyLookedIsAskedEachTime(@TempDir Path folder) throws SQLException {
    try (Desk before = new Desk(folder)) {
      before.accepted(ORDERS, "2026-10-01|o1|ann|5", "2026-10-02|o2|ann|");
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("facts.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute("alter table batch_tables drop column gaps");
    }
    try (Desk after = new Desk(folder)) {
      assertThat(asked(after).get("lacking")).isEqualByComparingTo("1");
    }
  }
}
