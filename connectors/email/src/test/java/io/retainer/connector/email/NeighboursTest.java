package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Owners;
import io.retainer.testkit.TestFile;
import java.io.IOException;
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
    assertThat(Owners.of(TestFile.resource(NeighboursTest.class, file))).containsExactly(id);
  }
}
