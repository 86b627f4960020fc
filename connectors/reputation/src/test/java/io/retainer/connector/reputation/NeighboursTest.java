package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Owners;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of requests look alike; each is one platform's. */
class NeighboursTest {

  @ParameterizedTest
  @CsvSource({
    "business-profile.csv, google-business-profile",
    "business-profile-ru.csv, google-business-profile",
    "google-reviews.json, google-reviews",
    "google-maps-reviews.csv, google-reviews",
    "crazy-egg.csv, crazy-egg",
    "trustpilot.csv, trustpilot",
    "zendesk-view.csv, zendesk",
    "zendesk-explore.csv, zendesk",
    "freshdesk-tickets.csv, freshdesk",
    "intercom-conversations.csv, intercom",
    "typeform.csv, surveys",
    "hubspot-feedback.csv, surveys",
    "surveymonkey.csv, surveys",
    "google-forms-ru.csv, surveys"
  })
  void recogniseWhatIsTheirsAndNothingElse(String file, String id) throws IOException {
    assertThat(Owners.of(TestFile.resource(NeighboursTest.class, file))).containsExactly(id);
  }
}
