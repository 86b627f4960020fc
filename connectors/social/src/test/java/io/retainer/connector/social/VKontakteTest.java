package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VKontakteTest extends ConnectorContract {

  private final VKontakte vk = new VKontakte();

  @Override
  protected Connector connector() {
    return vk;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("vk-stats.json"), file("vk-wall.json"), file("vk-statistics.csv"));
  }

  @Test
  void readsTheDaysOfACommunity() throws IOException {
    ReadTable days = read(file("vk-stats.json")).table();

    assertThat(days.header().grain()).isEqualTo(Grain.DAY);
    assertThat(days.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 1)));
    assertThat(days.column("reach")).containsExactly(120L, 80L);
    assertThat(days.column("profile_views")).containsExactly(20L, 11L);
  }

  @Test
  void takesAnActivityThatIsLeftOutForNone() throws IOException {
    ReadTable days = read(file("vk-stats.json")).table();

    assertThat(days.column("followers_gained")).containsExactly(3L, 0L);
    assertThat(days.column("follower_change")).containsExactly(3L, -2L);
    assertThat(days.column("engagements")).containsExactly(16L, 5L);
  }

  @Test
  void readsWeeksAndTheAnswerWithoutItsEnvelope() throws IOException {
    ReadTable weeks =
        read(TestFile.of(
                "stats.json",
                "[{\"period_from\": 1790553600, \"period_to\": 1791158399, \"reach\": {\"reach\": 9},"
                    + " \"visitors\": {\"views\": 5, \"visitors\": 4}}]"))
            .table();

    assertThat(weeks.header().grain()).isEqualTo(Grain.WEEK);
    assertThat(weeks.column("followers_gained")).containsExactly((Object) null);
  }

  @Test
  void readsTheOlderAnswer() throws IOException {
    ReadTable days =
        read(TestFile.of(
                "stats.json",
                "{\"response\": [{\"day\": \"2017-03-01\", \"views\": 20, \"visitors\": 12, \"reach\":"
                    + " 120, \"reach_subscribers\": 40, \"subscribed\": 3, \"unsubscribed\": 1}]}"))
            .table();

    assertThat(days.rows().get(0).values())
        .containsEntry("reach", 120L)
        .containsEntry("profile_views", 20L)
        .containsEntry("follower_change", 2L);
  }

  @Test
  void readsPostsOfAWall() throws IOException {
    ReadTable posts = read(file("vk-wall.json")).table();

    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "-100001_12")
        .containsEntry("url", "https://vk.com/wall-100001_12")
        .containsEntry("post_type", "photo")
        .containsEntry("impressions", 1250L)
        .containsEntry("engagements", 32L);
    assertThat(posts.column("is_repost")).containsExactly(false, true);
  }

  @Test
  void readsStatisticsWithALineForEachFigure() throws IOException {
    RecordingSink sink = read(file("vk-statistics.csv"));

    assertThat(sink.table().rows()).hasSize(2);
    assertThat(sink.table().rows().get(0).values())
        .containsEntry("reach", 120L)
        .containsEntry("profile_views", 20L)
        .containsEntry("followers_gained", 3L)
        .containsEntry("followers_lost", 1L);
    assertThat(sink.passedOver()).containsEntry(4L, "a part of a figure");
  }

  @Test
  void readsTheSameInTheOlderEncoding() throws IOException {
    TestFile file = file("vk-statistics.csv");
    byte[] older;
    try (var in = file.open()) {
      older =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .getBytes(Charset.forName("windows-1251"));
    }

    assertThat(read(TestFile.of("stats.csv", older)).table().rows())
        .isEqualTo(read(file).table().rows());
  }

  @Test
  void readsAListOfPostsByItsLinks() throws IOException {
    ReadTable posts =
        read(TestFile.of(
                "posts.csv",
                "Url,Date,Text,Likes,Reposts,Comments,Views\n"
                    + "https://vk.com/wall-100001_12,2026-10-02 10:30,Beans,25,4,3,1250\n"))
            .table();

    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "-100001_12")
        .containsEntry("shares", 4L);
  }

  @Test
  void refusesReachWithoutDates() throws IOException {
    assertThat(
            vk.recognise(
                TestFile.of(
                    "reach.json",
                    "{\"response\": [{\"post_id\": 1, \"reach_total\": 5, \"reach_subscribers\": 4}]}")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("wall.get"));
  }

  @Test
  void readsTheDocumentedAnswer() throws IOException {
    var sample = Samples.find("vk/stats_get_excerpt.json");
    assumeThat(sample).isPresent();

    ReadTable days = read(TestFile.of(sample.orElseThrow())).table();

    assertThat(days.column("reach")).containsExactly(120L);
    assertThat(days.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2025, 12, 10)));
  }

  private static TestFile file(String name) {
    return TestFile.resource(VKontakteTest.class, name);
  }
}
