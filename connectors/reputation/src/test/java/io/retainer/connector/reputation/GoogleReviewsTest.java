package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoogleReviewsTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new GoogleReviews();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("google-reviews.json"), file("google-maps-reviews.csv"));
  }

  @Test
  void readsReviewsOnTheClientsClock() throws IOException {
    ReadTable reviews = read(file("google-reviews.json")).table();

    assertThat(reviews.column("stars")).containsExactly(new BigDecimal("5"), new BigDecimal("2"));
    assertThat(reviews.column("published_at").get(0))
        .isEqualTo(LocalDateTime.of(2026, 10, 1, 1, 30));
    assertThat(reviews.column("replied_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 1, 11, 0), null);
    assertThat(reviews.column("location")).containsExactly("77", "77");
  }

  @Test
  void readsReviewsOnGoogleMapsThatAToolWroteDown() throws IOException {
    ReadTable reviews = read(file("google-maps-reviews.csv")).table();

    assertThat(reviews.column("review_id")).containsExactly("ChdA", "ChdB");
    assertThat(reviews.column("stars")).containsExactly(new BigDecimal("5"), new BigDecimal("2"));
    assertThat(reviews.column("location")).containsOnly("Kiosk North");
    assertThat(reviews.column("published_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 1, 1, 30), LocalDateTime.of(2026, 10, 5, 13, 0));
  }

  @Test
  void keepsNoNameAndNoText() throws IOException {
    RecordingSink sink = read(file("google-reviews.json"));

    assertThat(file("google-reviews.json").text()).contains("Pat Example", "buns");
    assertThat(sink.transcript()).doesNotContain("Pat Example", "pat@example.com", "buns", "Buns");
  }

  private static TestFile file(String name) {
    return TestFile.resource(GoogleReviewsTest.class, name);
  }
}
