package io.retainer.connector.email;

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

/** Lists of campaigns look alike; each is one platform's. */
class NeighboursTest {

  @ParameterizedTest
  @CsvSource({
    "campaigns.csv, mailchimp",
    "campaigns-with-analytics.csv, mailchimp",
    "campaigns-without-id.csv, mailchimp",
    "single-campaign.csv, mailchimp",
    "klaviyo-campaigns.csv, klaviyo",
    "klaviyo-campaign-report.csv, klaviyo",
    "klaviyo-flows.csv, klaviyo",
    "mailerlite-report.csv, mailerlite",
    "mailerlite-campaigns.csv, mailerlite",
    "hubspot-emails.csv, hubspot-email",
    "hubspot-emails-de.csv, hubspot-email",
    "brevo-campaigns.csv, brevo",
    "brevo-campaigns-fr.csv, brevo",
    "unisender-campaigns.csv, unisender",
    "sendpulse-campaigns.csv, sendpulse",
    "sendsay-issues.csv, sendsay"
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
