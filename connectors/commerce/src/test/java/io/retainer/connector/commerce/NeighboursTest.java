package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
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
    "woo-advanced.csv, woocommerce"
  })
  void recogniseWhatIsTheirsAndNothingElse(String file, String id) throws IOException {
    List<String> known = new ArrayList<>();
    for (Connector connector : ServiceLoader.load(Connector.class)) {
      var recognition = connector.recognise(TestFile.resource(NeighboursTest.class, file));
      if (recognition instanceof Recognition.Recognised) {
        known.add(connector.describe().id());
      }
    }

    assertThat(known).containsExactly(id);
  }
}
