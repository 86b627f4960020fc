package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Owners;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of orders look alike; each is one platform's. */
class NeighboursTest {

  @ParameterizedTest
  @CsvSource({
    "orders_export.csv, shopify",
    "orders_export-2021.csv, shopify",
    "orders_export-few-columns.csv, shopify",
    "squarespace-orders.csv, squarespace",
    "woo-analytics.csv, woocommerce",
    "woo-analytics-short-fi.csv, woocommerce",
    "woo-import-export.csv, woocommerce",
    "woo-item-rows.csv, woocommerce",
    "woo-advanced.csv, woocommerce",
    "stripe-payments.csv, stripe",
    "stripe-payments-2019.csv, stripe",
    "etsy-orders.csv, etsy",
    "etsy-order-items.csv, etsy"
  })
  void recogniseWhatIsTheirsAndNothingElse(String file, String id) throws IOException {
    assertThat(Owners.of(TestFile.resource(NeighboursTest.class, file))).containsExactly(id);
  }
}
