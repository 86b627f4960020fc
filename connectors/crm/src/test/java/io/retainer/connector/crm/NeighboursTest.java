package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Owners;
import io.retainer.testkit.TestFile;
import java.io.IOException;
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
    "copper-opportunities.csv, copper",
    "pipedrive-deals-fr.csv, pipedrive",
    "pipedrive-deals-list.csv, pipedrive"
  })
  void recogniseWhatIsTheirsAndNothingElse(String file, String id) throws IOException {
    assertThat(Owners.of(TestFile.resource(NeighboursTest.class, file))).containsExactly(id);
  }
}
