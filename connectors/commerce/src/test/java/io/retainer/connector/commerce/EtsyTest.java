package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EtsyTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Etsy();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("etsy-orders.csv"), file("etsy-order-items.csv"));
  }

  @Test
  void anOrderCountsWithWhatTheBuyerPaidAndOnItsDay() throws IOException {
    ReadTable orders = read(file("etsy-orders.csv")).table();

    assertThat(orders.header().dataset().name()).isEqualTo("orders");
    assertThat(orders.column("total"))
        .containsExactly(
            new BigDecimal("48.10"), new BigDecimal("918.00"), new BigDecimal("24.00"));
    assertThat(orders.column("items")).containsExactly(2L, 1L, 1L);
    assertThat(orders.column("status")).containsExactly("placed", "placed", "cancelled");
    assertThat(orders.column("ordered_at"))
        .startsWith(LocalDateTime.of(2026, 10, 2, 0, 0), LocalDateTime.of(2026, 10, 11, 0, 0));
    assertThat(orders.column("customer_key").get(2))
        .isEqualTo(orders.column("customer_key").get(0));
    assertThat(orders.toString()).doesNotContain("Aino", "kj7", "Katu");
  }

  @Test
  void itemsAreLinesAndTakeNoOrdersPlace() throws IOException {
    RecordingSink read = read(file("etsy-order-items.csv"));

    assertThat(read.tables("orders")).isEmpty();
    ReadTable lines = read.tables("order_lines").get(0);
    assertThat(lines.column("order_id")).containsExactly("3300000001", "3300000002");
    assertThat(lines.column("gross"))
        .containsExactly(new BigDecimal("40.00"), new BigDecimal("1020.00"));
    assertThat(lines.column("net"))
        .containsExactly(new BigDecimal("40.00"), new BigDecimal("918.00"));
  }

  @Test
  void theMonthlyStatementSaysWhichFileToTake() throws IOException {
    Recognition statement =
        connector()
            .recognise(
                TestFile.of(
                    "etsy_statement_2026_10.csv",
                    """
                    Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details
                    "October 2, 2026",Sale,Payment for Order #3300000001,,EUR,€48.10,--,€48.10,--
                    """));

    assertThat(statement)
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains("choose Orders instead");
            });
  }

  private static TestFile file(String name) {
    return TestFile.resource(EtsyTest.class, name);
  }
}
