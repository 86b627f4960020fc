package io.retainer.connector.reputation;

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
    "surveymonkey.csv, surveys",
    "google-forms-ru.csv, surveys"
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
