package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaInsightTest {

  @ParameterizedTest
  @CsvSource({
    "Facebook visits, profile_views, facebook",
    "Instagram profile visits, profile_views, instagram",
    "Instagram reach, reach, instagram",
    "Facebook follows, follower_change, facebook",
    "Facebook link clicks, link_clicks, facebook",
    "Follows, follower_change,",
    "Views, impressions,",
    "Viewers, reach,",
    "Content interactions, engagements,",
    "Visitas ao perfil do Instagram, profile_views, instagram",
    "Alcance do Facebook, reach, facebook",
    "Охват в Instagram, reach, instagram",
    "Подписки на Facebook, follower_change, facebook",
    "Instagram-profiilin vierailut, profile_views, instagram",
    "Facebookin kattavuus, reach, facebook"
  })
  void tellsWhatATableIsAbout(String title, String column, String network) {
    assertThat(MetaInsight.of(title))
        .contains(new MetaInsight(column, Optional.ofNullable(network)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Age & gender", "Top cities", ""})
  void knowsNoColumnForAnotherTitle(String title) {
    assertThat(MetaInsight.of(title)).isEmpty();
  }

  @Test
  void namesANetworkOnlyWhenItIsTheOnlyOne() {
    assertThat(MetaInsight.networkInAll(Stream.of("Views", "Instagram follows")))
        .contains("instagram");
    assertThat(MetaInsight.networkInAll(Stream.of("Facebook visits", "Instagram follows")))
        .isEmpty();
    assertThat(MetaInsight.networkIn("Facebook and Instagram")).isEmpty();
  }
}
