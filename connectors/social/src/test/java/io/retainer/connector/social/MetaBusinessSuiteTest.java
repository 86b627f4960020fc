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

class MetaBusinessSuiteTest extends ConnectorContract {

  private final MetaBusinessSuite meta = new MetaBusinessSuite();

  @Override
  protected Connector connector() {
    return meta;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("Follows.csv"),
        file("Visits.csv"),
        file("Reach.csv"),
        file("facebook-content.csv"),
        file("instagram-content.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return settings(Optional.empty());
  }

  @Test
  void readsEachNetworkAsAnAccount() throws IOException {
    RecordingSink sink = read(file("Visits.csv"));

    assertThat(sink.tables()).hasSize(2);
    ReadTable facebook = sink.tables().get(0);
    ReadTable instagram = sink.tables().get(1);
    assertThat(facebook.header().account()).isEqualTo("facebook");
    assertThat(facebook.header().grain()).isEqualTo(Grain.DAY);
    assertThat(facebook.header().title()).isEqualTo("Facebook visits");
    assertThat(facebook.column("profile_views")).containsExactly(138L, 117L);
    assertThat(instagram.header().account()).isEqualTo("instagram");
    assertThat(instagram.column("profile_views")).containsExactly(5L, 28L);
    assertThat(instagram.column("network")).containsOnly("instagram");
    assertThat(instagram.rows().get(1).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2024, 2, 2)));
  }

  @Test
  void takesFollowsBesideInstagramFollowsForFacebooks() throws IOException {
    RecordingSink sink = read(file("Follows.csv"));

    assertThat(sink.tables())
        .extracting(table -> table.header().account())
        .containsExactly("facebook", "instagram");
    assertThat(sink.tables().get(0).column("follower_change")).containsExactly(7L, 14L, 12L);
  }

  @Test
  void readsReachDayByDay() throws IOException {
    assertThat(read(file("Reach.csv")).tables().get(1).column("reach")).containsExactly(505L, 428L);
  }

  @Test
  void asksForTheNetworkThatNothingNames() throws IOException {
    RecordingSink sink = read(file("Views.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.line()).isEqualTo(2);
              assertThat(issue.saw()).isEqualTo("Views");
              assertThat(issue.advice()).contains("account");
            });
  }

  @Test
  void takesTheNetworkFromAFilesNameAsPeopleShortenIt() throws IOException {
    byte[] views = file("Views.csv").open().readAllBytes();

    assertThat(read(TestFile.of("IG VIEWS.csv", views)).table().header().account())
        .startsWith("instagram");
    assertThat(read(TestFile.of("fb_views.csv", views)).table().header().account())
        .startsWith("facebook");
    assertThat(read(TestFile.of("big views.csv", views)).tables()).isEmpty();
  }

  @Test
  void takesTheNetworkFromTheAccountTheUserNames() throws IOException {
    var sink = new RecordingSink();
    meta.read(file("Views.csv"), settings(Optional.of("instagram/kiosk.north")), sink);

    assertThat(sink.table().header().account()).isEqualTo("instagram/kiosk.north");
    assertThat(sink.table().column("impressions")).containsExactly(1380L, 1170L);
  }

  @Test
  void keepsTheNetworksOfOneNamedAccountApart() throws IOException {
    var sink = new RecordingSink();
    meta.read(file("Visits.csv"), settings(Optional.of("kiosk")), sink);

    assertThat(sink.tables())
        .extracting(table -> table.header().account())
        .containsExactly("facebook/kiosk", "instagram/kiosk");
  }

  @Test
  void readsAnotherLanguageByTheFormOfItsTables() throws IOException {
    ReadTable visits =
        read(TestFile.of(
                "Посещения.csv",
                """
                sep=,
                "Посещения профиля Instagram"
                "Дзень","Галоўны"
                "2024-02-01T00:00:00","5"
                """))
            .table();

    assertThat(visits.column("profile_views")).containsExactly(5L);
  }

  @Test
  void readsAFileThatExcelSavedAgain() throws IOException {
    ReadTable visits =
        read(TestFile.of(
                "Visits.csv",
                "\uFEFFInstagram profile visits;\r\nDate;Primary\r\n01.02.2024 00:00;5\r\n"))
            .table();

    assertThat(visits.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2024, 2, 1)));
  }

  @Test
  void passesOverTheAudienceAndFiguresItDoesNotKnow() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "Insights.csv",
                """
                "Facebook visits"
                "Date","Primary"
                "2024-02-01T00:00:00","5"

                "Age & gender"
                "","Women","Men"
                "18-24","10%","12%"

                "Facebook weather"
                "Date","Primary"
                "2024-02-01T00:00:00","5"
                """));

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.passedOver()).containsKeys(5L, 7L, 9L, 11L);
    assertThat(sink.issues()).isEmpty();
  }

  @Test
  void saysWhichFigureItDoesNotKnowWhenThereIsNoOther() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "Weather.csv",
                "sep=,\n\"Facebook weather\"\n\"Date\",\"Primary\"\n"
                    + "\"2024-02-01T00:00:00\",\"5\"\n"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).isEqualTo("Facebook weather"));
  }

  @Test
  void readsPostsOfAFacebookPage() throws IOException {
    RecordingSink sink = read(file("facebook-content.csv"));

    ReadTable posts = sink.table();
    assertThat(posts.header().account()).isEqualTo("Кіёск Поўнач");
    assertThat(posts.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "1142979803545111")
        .containsEntry("network", "facebook")
        .containsEntry("post_type", "Photo")
        .containsEntry("published_at", LocalDateTime.of(2025, 12, 12, 1, 12))
        .containsEntry("title", "‼️ Сябры, заўтра адчыняемся а 7.00. Чакаем на каву ☕")
        .containsEntry("reach", 5969L)
        .containsEntry("impressions", 6970L)
        .containsEntry("engagements", 309L)
        .containsEntry("likes", 236L);
    assertThat(posts.column("link_clicks")).containsExactly(null, 12L, 0L);
    assertThat(posts.column("published_at")).contains(LocalDateTime.of(2026, 1, 5, 12, 0));
    assertThat(sink.passedOver()).hasSize(1);
  }

  @Test
  void readsPostsOfAnInstagramAccount() throws IOException {
    ReadTable posts = read(file("instagram-content.csv")).table();

    assertThat(posts.header().account()).isEqualTo("kiosk.north");
    assertThat(posts.column("impressions")).containsExactly(12400L, 160L);
    assertThat(posts.column("engagements")).containsExactly(985L, 14L);
    assertThat(posts.column("published_at"))
        .containsExactly(
            LocalDateTime.of(2025, 10, 3, 8, 31), LocalDateTime.of(2025, 10, 13, 18, 0));
  }

  @Test
  void makesATableOfEachPage() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "content.csv",
                """
                Post ID,Page ID,Page name,Publish time,Permalink,Reactions
                1,7,North,12/31/2025 23:03,https://facebook.com/1,3
                2,8,South,12/30/2025 23:03,https://facebook.com/2,4
                3,7,North,12/29/2025 23:03,https://facebook.com/3,5
                """));

    assertThat(sink.tables())
        .extracting(table -> table.header().account() + table.column("post_id"))
        .containsExactly("North[1, 3]", "South[2]");
  }

  @Test
  void rejectsCountersOfSingleDays() throws IOException {
    ReadTable posts =
        read(TestFile.of(
                "content.csv",
                """
                Post ID,Page ID,Page name,Publish time,Permalink,Date,Reactions
                1,7,North,12/31/2025 23:03,https://facebook.com/1,2026-01-01,3
                1.2E+16,7,North,12/31/2025 23:03,https://facebook.com/1,Lifetime,3
                """))
            .table();

    assertThat(posts.rows()).isEmpty();
    assertThat(posts.rejected())
        .extracting(rejected -> rejected.issue().column())
        .containsExactly("Date", "Post ID");
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    RecordingSink follows = genuine("Follows.csv");
    RecordingSink visits = genuine("Visits.csv");
    RecordingSink content = genuine("content_posts_2023-12_2024-03_uk.csv");

    assertThat(follows.tables()).extracting(table -> table.rows().size()).containsExactly(242, 229);
    assertThat(visits.tables()).extracting(table -> table.rows().size()).containsExactly(242, 242);
    assertThat(content.table().rows()).hasSize(41);
    assertThat(content.passedOver()).hasSize(3);
  }

  private RecordingSink genuine(String name) throws IOException {
    var genuine = Samples.find("meta_business_suite/" + name);
    assumeThat(genuine).isPresent();
    var file = TestFile.of(genuine.orElseThrow());
    assertThat(meta.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    RecordingSink sink = read(file);
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).allSatisfy(table -> assertThat(table.rejected()).isEmpty());
    return sink;
  }

  private static ReadSettings settings(Optional<String> account) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("BYN"),
        account,
        Optional.empty(),
        Map.of());
  }

  @Test
  void findsTheNetworkInTheFilesThatArriveTogether() throws IOException {
    var follows =
        TestFile.of(
            "Follows.csv",
            "sep=,\n\"Instagram follows\"\n\"Date\",\"Primary\"\n\"2026-10-01T00:00:00\",\"2\"\n");
    var reach =
        TestFile.of(
            "Reach.csv",
            "sep=,\n\"Reach\"\n\"Date\",\"Primary\"\n\"2026-10-01T00:00:00\",\"90\"\n");
    var sink = new RecordingSink();
    new MetaBusinessSuite()
        .read(
            reach.with(follows),
            new ReadSettings(
                java.time.ZoneId.of("Europe/Minsk"),
                java.util.Currency.getInstance("EUR"),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Map.of()),
            sink);

    assertThat(sink.table().header().account()).isEqualTo("instagram");
    assertThat(sink.table().column("reach")).containsExactly(90L);
  }

  @Test
  void readsAPostWhoseLastFiguresAreLeftOut() throws IOException {
    var sink = new RecordingSink();
    new MetaBusinessSuite()
        .read(
            TestFile.of(
                "posts.csv",
                "Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Date,Views,Views,"
                    + "Reactions,Comments,Shares,Seconds viewed\n"
                    + "1,5,Kiosk,Beans,10/13/2026 01:13,https://www.facebook.com/1,Photos,Lifetime,"
                    + "20,20,3,1,0\n"
                    + "2,5,Kiosk,Cups,10/14/2026 01:13,https://www.facebook.com/2,Reels,Lifetime,"
                    + "30,30,4,1,0,12.5\n"),
            settings(),
            sink);

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().column("impressions")).containsExactly(20L, 30L);
  }

  @Test
  void takesAnIdThatExcelHasRoundedFromTheLink() throws IOException {
    var sink = new RecordingSink();
    new MetaBusinessSuite()
        .read(
            TestFile.of(
                "posts.csv",
                "Post ID;Page ID;Page name;Title;Publish time;Permalink;Post type;Date;Views\n"
                    + "9,39006E+14;5;Kiosk;Beans;10/13/2026 01:13;"
                    + "https://www.facebook.com/kiosk/posts/939005954986064;Photos;Lifetime;20\n"
                    + "9,17302E+14;5;Kiosk;Cups;10/14/2026 01:13;"
                    + "https://www.facebook.com/kiosk/posts/pfbid0dFc;Photos;Lifetime;30\n"),
            settings(),
            sink);

    assertThat(sink.table().column("post_id")).containsExactly("939005954986064");
    assertThat(sink.table().rejected()).hasSize(1);
  }

  @Test
  void refusesTheAudienceWithTheReason() throws IOException {
    assertThat(
            new MetaBusinessSuite()
                .recognise(
                    TestFile.of(
                        "Audience.csv",
                        "sep=,\n\"Age & gender\"\n\"\",\"Women\",\"Men\"\n\"18-24\",\"10.6\",\"6.5\"\n")))
        .isInstanceOfSatisfying(
            io.retainer.spi.Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("audience"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(MetaBusinessSuiteTest.class, name);
  }
}
