package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WooCommerceTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new WooCommerce();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("woo-analytics.csv"),
        file("woo-analytics-short-fi.csv"),
        file("woo-import-export.csv"),
        file("woo-item-rows.csv"),
        file("woo-advanced.csv"));
  }

  @Test
  void readsTheAnalyticsOfOrders() throws IOException {
    ReadTable orders = read(file("woo-analytics.csv")).table();

    assertThat(orders.column("order_id")).containsExactly("1001", "1002", "1002-refund", "1003");
    assertThat(orders.rows().get(0).values())
        .containsEntry("status", "placed")
        .containsEntry("total", new BigDecimal("1107.90"))
        .containsEntry("items", 3L)
        .containsEntry("ordered_at", LocalDateTime.of(2026, 9, 1, 10, 12, 13));
    assertThat(orders.rows().get(2).values())
        .containsEntry("status", "refund")
        .containsEntry("refunded", new BigDecimal("178.00"));
    assertThat(orders.rows().get(3).value("status")).isEqualTo("cancelled");
  }

  /** As its analytics write them: with the order's number and status, on a day of their own. */
  @Test
  void readsAPartOfAnOrderThatWasPaidBackLater() throws IOException {
    String head = file("woo-analytics.csv").text().lines().findFirst().orElseThrow() + "\n";
    RecordingSink sink =
        read(
            TestFile.of(
                "woo-analytics.csv",
                head
                    + """
                    "2026-10-05 10:00:00",104,€100.00,completed,Pat,new,"1× Hat",2,,100,Direct
                    "2026-10-31 09:30:00",104,-€30.00,completed,Pat,new,"1× Hat",-1,,-30,Direct
                    "2026-10-31 09:40:00",99,-€20.00,completed,Lee,new,"1× Hat",-1,,-20,Direct
                    "2026-10-06 10:00:00",105,€50.00,refunded,Kim,new,"1× Hat",1,,50,Direct
                    "2026-10-30 10:00:00",105,-€50.00,refunded,Kim,new,"1× Hat",-1,,-50,Direct
                    """));

    ReadTable orders = sink.tables("orders").get(0);
    assertThat(sink.issues()).isEmpty();
    assertThat(orders.column("order_id"))
        .containsExactly(
            "104",
            "104-refund-2026-10-31T09:30",
            "99-refund-2026-10-31T09:40",
            "105",
            "105-refund");
    assertThat(orders.rows())
        .filteredOn(row -> "refund".equals(row.value("status")))
        .extracting(row -> row.value("refunded").toString())
        .containsExactly("30.00", "20.00", "50.00");
  }

  @Test
  void saysOfEveryLayoutThatAShopNeverChangesWhenAnOrderWasPlaced() throws IOException {
    for (TestFile sample : samples()) {
      assertThat(read(sample).unchanging()).as(sample.name()).contains("ordered_at");
    }
  }

  /** A plug-in that repeats the order's total on the row of each product. */
  @Test
  void countsTheTotalOnceThatStandsOnEachRowOfAnOrder() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "orders_export.csv",
                """
                Order ID,Date Created,Date Paid,Status,Customer ID,Email,Product ID,Product Name,Category,Total Amount,Total Discount,Payment Method
                601,2026-10-05 09:25:08,2026-10-05T09:25:13,processing,0,a@b.example,11,Lamp,,120.50,0.00,card
                601,2026-10-05 09:25:08,2026-10-05T09:25:13,processing,0,a@b.example,12,Shade,,120.50,0.00,card
                602,2026-10-06 10:00:00,,cancelled,0,c@d.example,11,Lamp,,80.00,5.00,card
                """));

    assertThat(sink.tables("orders").get(0).column("order_id")).containsExactly("601", "602");
    assertThat(sink.tables("orders").get(0).column("total"))
        .containsExactly(new BigDecimal("120.50"), new BigDecimal("80.00"));
    assertThat(sink.tables("orders").get(0).column("status"))
        .containsExactly("placed", "cancelled");
  }

  @Test
  void knowsNoRevenueWhereTheOrdersTotalIsMissing() throws IOException {
    ReadTable orders = read(file("woo-analytics-short-fi.csv")).table();

    assertThat(orders.header().columns()).doesNotContain("total");
    assertThat(orders.column("status")).containsExactly("placed", "cancelled");
    assertThat(orders.column("items")).containsExactly(2L, 1L);
  }

  @Test
  void readsAnExportWithARowForEachOrder() throws IOException {
    ReadTable orders = read(file("woo-import-export.csv")).table();

    assertThat(orders.rows()).hasSize(2);
    assertThat(orders.rows().get(0).values())
        .containsEntry("gross", new BigDecimal("98.00"))
        .containsEntry("shipping", new BigDecimal("9.90"))
        .containsEntry("tax", new BigDecimal("20.88"))
        .containsEntry("country", "FI")
        .containsEntry("currency", "EUR");
    assertThat(orders.column("status")).containsExactly("placed", "cancelled");
  }

  @Test
  void countsAnOrderOnceThatHasARowForEachItem() throws IOException {
    RecordingSink sink = read(file("woo-item-rows.csv"));

    ReadTable orders = sink.tables("orders").get(0);
    assertThat(orders.column("order_id")).containsExactly("1001", "1001-refund", "1002");
    assertThat(orders.column("items")).containsExactly(3L, null, 1L);
    assertThat(orders.column("refunded")).containsExactly(null, new BigDecimal("9.00"), null);
    assertThat(orders.column("total").get(0)).isEqualTo(new BigDecimal("98.90"));
  }

  @Test
  void readsTheLinesOfOrders() throws IOException {
    ReadTable lines = read(file("woo-item-rows.csv")).tables("order_lines").get(0);

    assertThat(lines.column("line_id"))
        .containsExactly("1001-1", "1001-2", "1001-2-refund", "1002-1");
    assertThat(lines.column("product"))
        .containsExactly("Rain jacket", "Socks, merino", "Socks, merino", "Hat");
    assertThat(lines.column("status")).containsExactly("placed", "placed", "refund", "cancelled");
    assertThat(lines.rows().get(0).values())
        .containsEntry("quantity", new BigDecimal("2"))
        .containsEntry("gross", new BigDecimal("89.00"))
        .containsEntry("discount", new BigDecimal("9.00"))
        .containsEntry("net", new BigDecimal("80.00"));
  }

  @Test
  void worksOutWhatALineCostFromItsPrice() throws IOException {
    ReadTable lines = read(file("woo-advanced.csv")).tables("order_lines").get(0);

    assertThat(lines.column("gross"))
        .containsExactly(new BigDecimal("89.00"), new BigDecimal("9.00"), new BigDecimal("45.00"));
    assertThat(lines.column("order_id")).containsExactly("1001", "1001", "1003");
  }

  @Test
  void keepsNoNameAndNoAddress() throws IOException {
    for (TestFile sample : samples()) {
      assertThat(sample.text()).as(sample.name()).contains("Example");
      assertThat(read(sample).transcript())
          .as(sample.name())
          .doesNotContain("Example", "pat@example.com", "10.0.0.1");
    }
  }

  @Test
  void takesTheCurrencyFromTheAmount() throws IOException {
    String dollars = file("woo-analytics.csv").text().replace("৳", "$");

    RecordingSink sink = read(TestFile.of("woo-analytics.csv", dollars));

    assertThat(sink.table().column("currency")).containsOnly("USD");
    assertThat(sink.assumed()).isEmpty();
  }

  private static TestFile file(String name) {
    return TestFile.resource(WooCommerceTest.class, name);
  }
}
