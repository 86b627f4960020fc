package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SquarespaceTest extends ConnectorContract {

  private final Squarespace squarespace = new Squarespace();

  @Override
  protected Connector connector() {
    return squarespace;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("squarespace-orders.csv"));
  }

  @Test
  void readsOrdersAndRefunds() throws IOException {
    ReadTable orders = read(file("squarespace-orders.csv")).tables("orders").get(0);

    assertThat(orders.column("order_id")).containsExactly("00012", "00013", "00013-refund");
    assertThat(orders.column("items")).containsExactly(3L, 1L, null);
    assertThat(orders.column("refunded")).containsExactly(null, null, new BigDecimal("12.00"));
    assertThat(orders.column("currency")).containsOnly("USD");
  }

  @Test
  void readsTheMonthFirstAsThePlatformWritesIt() throws IOException {
    ReadTable orders =
        read(TestFile.of(
                "orders.csv",
                """
                Order ID,Total,Created at,Lineitem quantity
                00014,12.00,8/3/2018 9:40,1
                """))
            .table();

    assertThat(orders.column("ordered_at")).containsExactly(LocalDateTime.of(2018, 8, 3, 9, 40));
  }

  @Test
  void recognisesTheGenuineHeadings() throws IOException {
    var genuine = Samples.find("squarespace/orders_header_only.csv");
    assumeThat(genuine).isPresent();

    assertThat(squarespace.recognise(TestFile.of(genuine.orElseThrow())))
        .isInstanceOf(Recognition.Recognised.class);
  }

  @Test
  void leavesShopifyToItsOwnConnector() throws IOException {
    assertThat(squarespace.recognise(file("orders_export.csv")))
        .isInstanceOf(Recognition.Refused.class);
    assertThat(new Shopify().recognise(file("squarespace-orders.csv")))
        .isInstanceOf(Recognition.Refused.class);
  }

  private static TestFile file(String name) {
    return TestFile.resource(SquarespaceTest.class, name);
  }
}
