package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XAnalyticsTest extends ConnectorContract {

  private static final String OF_2020 =
      "tweet_activity_metrics_kiosknorth_20200201_20200301_en.csv";
  private static final String OF_2025 = "account_analytics_content_2025-02-01_2025-02-28.csv";
  private static final String HEADINGS =
      "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements\n";
  private static final String OVERVIEW = "account_overview_analytics.csv";

  @Override
  protected Connector connector() {
    return new XAnalytics();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("tweet_activity_metrics_2015.csv"), file(OF_2020), file(OF_2025), file(OVERVIEW));
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("BYN"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void readsPostsWithTheirCountersSincePublication() throws IOException {
    ReadTable posts = read(file(OF_2020)).table();

    assertThat(posts.header().account()).isEqualTo("kiosknorth");
    assertThat(posts.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "1225785799146430111")
        .containsEntry("network", "x")
        .containsEntry("title", "New beans in. Taste them today? #coffee #minsk")
        .containsEntry("impressions", 206L)
        .containsEntry("engagements", 6L)
        .containsEntry("likes", 3L)
        .containsEntry("shares", 1L)
        .containsEntry("comments", 1L);
  }

  @Test
  void putsAPostOnTheClientsDay() throws IOException {
    var evening = read(file(OF_2020)).table().rows().get(1);

    assertThat(evening.value("published_at")).isEqualTo(LocalDateTime.of(2020, 2, 7, 1, 30));
    assertThat(evening.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2020, 2, 7)));
  }

  @Test
  void readsFavoritesAsLikes() throws IOException {
    ReadTable posts = read(file("tweet_activity_metrics_2015.csv")).table();

    assertThat(posts.column("likes")).containsExactly(3L, 1L);
    assertThat(posts.column("link_clicks")).containsExactly(5L, 4L);
    assertThat(posts.column("engagements")).containsExactly(27L, 8L);
  }

  @Test
  void readsPostsOf2025() throws IOException {
    ReadTable posts = read(file(OF_2025)).table();

    assertThat(posts.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2025, 2, 15)));
    assertThat(posts.column("saves")).containsExactly(4L, 0L);
    assertThat(posts.column("shares")).containsExactly(3L, 2L);
    assertThat(posts.column("impressions")).containsExactly(1480L, 905L);
  }

  @Test
  void readsTheAccountDayByDay() throws IOException {
    ReadTable days = read(file(OVERVIEW)).table();

    assertThat(days.header().grain()).isEqualTo(Grain.DAY);
    assertThat(days.header().columns()).doesNotContain("followers");
    assertThat(days.column("follower_change")).containsExactly(1L, -1L, 1L);
    assertThat(days.column("impressions")).containsExactly(2871L, 2199L, 336L);
  }

  @Test
  void leavesTablesOfTheAdvertisingApiAlone() throws IOException {
    assertThat(
            connector()
                .recognise(
                    TestFile.of(
                        "report.csv",
                        "account_id,date,impressions,engagements,follows,unfollows\n"
                            + "18,2020-01-01,5,1,0,0\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void takesAnIdThatExcelHasRoundedFromTheLink() throws IOException {
    ReadTable posts =
        read(TestFile.of(
                "tweets.csv",
                HEADINGS
                    + "6.49E+17,https://twitter.com/k/status/649293177409679111,A,2015-09-30 18:42"
                    + " +0000,424.0,27.0\n"
                    + "649293177409679000,https://twitter.com/k/status/649293177409679222,B,"
                    + "2015-09-30 18:42 +0000,424.0,27.0\n"))
            .table();

    assertThat(posts.column("post_id")).containsExactly("649293177409679111", "649293177409679222");
  }

  @Test
  void rejectsAnIdThatExcelHasRoundedWithoutItsLink() throws IOException {
    ReadTable posts =
        read(TestFile.of(
                "tweets.csv",
                HEADINGS
                    + "6.49E+17,,A,2015-09-30 18:42 +0000,424.0,27.0\n"
                    + "649293177409679333,https://twitter.com/k/status/649293177409679111,B,"
                    + "2015-09-30 18:42 +0000,424.0,27.0\n"
                    + "649293177409679222,https://twitter.com/k/status/649293177409679222,C,"
                    + "2015-09-30 18:42 +0000,424.0,27.0\n"))
            .table();

    assertThat(posts.column("post_id")).containsExactly("649293177409679222");
    assertThat(posts.rejected())
        .hasSize(2)
        .allSatisfy(rejected -> assertThat(rejected.issue().advice()).contains("Excel"));
    assertThat(posts.rejected().get(0).issue().saw()).isEqualTo("6.49E+17");
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    assertThat(genuine("socialstats_singletweet.csv").table().rows()).hasSize(1);
    assertThat(genuine("socialstats_twotweets.csv").table().rows()).hasSize(2);
    assertThat(genuine("tweet_activity_metrics_2015_excerpt.csv").table().rows()).hasSize(2);
  }

  private RecordingSink genuine(String name) throws IOException {
    var genuine = Samples.find("x_twitter/" + name);
    assumeThat(genuine).isPresent();
    RecordingSink sink = read(TestFile.of(genuine.orElseThrow()));
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().rejected()).isEmpty();
    return sink;
  }

  private static TestFile file(String name) {
    return TestFile.resource(XAnalyticsTest.class, name);
  }
}
