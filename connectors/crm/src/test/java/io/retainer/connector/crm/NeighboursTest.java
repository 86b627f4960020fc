package io.retainer.connector.crm;

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

/** Lists of deals look alike; each is one platform's. */
class NeighboursTest {

  @ParameterizedTest
  @CsvSource({
    "hubspot-deals.csv, hubspot-deals",
    "hubspot-deals-de.csv, hubspot-deals",
    "hubspot-deal-loaded.csv, hubspot-deals",
    "hubspot-stages.csv, hubspot-deals",
    "hubspot-stage-entries.csv, hubspot-deals",
    "amocrm-deals.csv, amocrm",
    "amocrm-leads-en.csv, amocrm",
    "bitrix24-deals.csv, bitrix24",
    "bitrix24-deals-en.csv, bitrix24",
    "bitrix24-deals.xls, bitrix24",
    "bitrix24-leads.csv, bitrix24",
    "copper-opportunities.csv, copper"
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
