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
import io.retainer.testkit.RecordingSink.ReadRow;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TikTokTest extends ConnectorContract {

  private final TikTok tikTok = new TikTok();

  @Override
  protected Connector connector() {
    return tikTok;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("Last 60 days.csv"), file("Video Posts.csv"), file("Overview_2026-01-03.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return settings(Optional.empty());
  }

  @Test
  void readsTheAccountDayByDay() throws IOException {
    ReadTable days = read(file("Last 60 days.csv")).table();

    assertThat(days.header().grain()).isEqualTo(Grain.DAY);
    assertThat(days.header().account()).isEqualTo("tiktok");
    assertThat(days.column("followers")).containsExactly(285L, 284L, 290L, 293L);
    assertThat(days.column("follower_change")).containsExactly(1L, -1L, 6L, 3L);
    assertThat(days.column("video_views")).containsExactly(342L, 289L, 5117L, 169L);
    assertThat(days.column("profile_views")).containsExactly(24L, 8L, 113L, 7L);
    assertThat(days.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2021, 2, 26)));
  }

  @Test
  void readsVideosOnTheDayTheyWerePosted() throws IOException {
    ReadTable videos = read(file("Video Posts.csv")).table();

    assertThat(videos.header().account()).isEqualTo("kiosknorth");
    assertThat(videos.rows().get(0).values())
        .containsEntry("post_id", "6940293796848471111")
        .containsEntry("title", "Cinnamon swirl in ten seconds 🥐 #fyp #bakery")
        .containsEntry("published_at", LocalDateTime.of(2021, 3, 1, 23, 44))
        .containsEntry("video_views", 8281L)
        .containsEntry("engagements", 1991L)
        .containsEntry("shares", 27L);
    assertThat(videos.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2021, 3, 1)));
    assertThat(videos.header().columns()).doesNotContain("impressions");
  }

  @Test
  void findsTheYearInTheNameOfTheFile() throws IOException {
    ReadTable days = read(file("Overview_2026-01-03.csv")).table();

    assertThat(days.rows())
        .extracting(ReadRow::period)
        .containsExactly(
            DateSpan.ofDay(LocalDate.of(2025, 12, 30)),
            DateSpan.ofDay(LocalDate.of(2025, 12, 31)),
            DateSpan.ofDay(LocalDate.of(2026, 1, 1)),
            DateSpan.ofDay(LocalDate.of(2026, 1, 2)));
    assertThat(days.column("engagements")).containsExactly(44L, 64L, 0L, 76L);
  }

  @Test
  void asksForTheYearOtherwise() throws IOException {
    RecordingSink sink = read(file("Overview.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.saw()).isEqualTo("December 30");
              assertThat(issue.advice()).contains("period");
            });
  }

  @Test
  void takesTheYearFromThePeriodTheUserNames() throws IOException {
    RecordingSink sink = read("FollowerHistory.csv", winter());

    assertThat(sink.table().column("followers")).containsExactly(null, 410L, 409L);
    assertThat(sink.table().rows().get(2).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void readsVideosWithoutAYear() throws IOException {
    ReadTable videos = read("Content.csv", winter()).table();

    assertThat(videos.column("published_at"))
        .containsExactly(LocalDateTime.of(2026, 1, 10, 0, 0), LocalDateTime.of(2025, 12, 30, 0, 0));
  }

  @Test
  void rejectsADayOutsideThePeriod() throws IOException {
    var january = DateSpan.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

    ReadTable followers = read("FollowerHistory.csv", january).table();

    assertThat(followers.rows()).hasSize(1);
    assertThat(followers.rejected())
        .hasSize(2)
        .allSatisfy(
            rejected -> assertThat(rejected.issue().expected()).contains("2026-01-01..2026-01-31"));
  }

  @Test
  void refusesTheAudienceAndNamesWhatIsRead() throws IOException {
    assertThat(tikTok.recognise(file("Gender.csv")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("audience").contains("Overview"));
  }

  @Test
  void readsTheArchiveTikTokPacks() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      for (String entry : List.of("FollowerHistory.csv", "Gender.csv")) {
        zip.putNextEntry(new ZipEntry(entry));
        try (InputStream in = file(entry).open()) {
          in.transferTo(zip);
        }
      }
    }

    RecordingSink sink = read(TestFile.of("Followers_2026-01-03.zip", packed.toByteArray()));

    assertThat(sink.table().column("followers")).containsExactly(null, 410L, 409L);
    assertThat(sink.passedOver()).as("the lines about the audience").hasSize(3);
  }

  @Test
  void leavesTheDaysOfXToItsOwnConnector() throws IOException {
    assertThat(tikTok.recognise(file("account_overview_analytics.csv")))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void rejectsAVideoWithoutALink() throws IOException {
    ReadTable videos =
        read(TestFile.of(
                "Video Posts.csv",
                """
                Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views
                A,,2021-03-01 23:44,1,1,1,10
                B,https://www.tiktok.com/@k/video/71,2021-03-01 23:44,1,1,1,many
                """))
            .table();

    assertThat(videos.rows()).isEmpty();
    assertThat(videos.rejected())
        .extracting(rejected -> rejected.issue().column())
        .containsExactly("Video link", "Total views");
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    ReadTable days = genuine("Last 60 days.csv").table();
    ReadTable videos = genuine("Video Posts.csv").table();

    assertThat(days.rows()).hasSize(60);
    assertThat(days.column("followers")).doesNotContainNull();
    assertThat(videos.header().account()).isNotEqualTo("tiktok");
  }

  private RecordingSink genuine(String name) throws IOException {
    var genuine = Samples.find("tiktok/" + name);
    assumeThat(genuine).isPresent();
    var file = TestFile.of(genuine.orElseThrow());
    assertThat(tikTok.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    RecordingSink sink = read(file);
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).allSatisfy(table -> assertThat(table.rejected()).isEmpty());
    return sink;
  }

  private RecordingSink read(String name, DateSpan period) throws IOException {
    var sink = new RecordingSink();
    tikTok.read(file(name), settings(Optional.of(period)), sink);
    return sink;
  }

  private static DateSpan winter() {
    return DateSpan.ofDays(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 31));
  }

  private static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"), Currency.getInstance("BYN"), Optional.empty(), period, Map.of());
  }

  @Test
  void findsTheYearOfAVideoInItsId() throws IOException {
    ReadTable videos =
        read(TestFile.of(
                "Content.csv",
                "\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total"
                    + " comments\",\"Total shares\",\"Total views\"\n"
                    + "\"February 28\",\"Beans\",\"https://www.tiktok.com/@kiosk/video/7527623000473079054\","
                    + "\"July 16\",\"5\",\"1\",\"0\",\"90\"\n"))
            .table();

    assertThat(videos.column("published_at"))
        .containsExactly(java.time.LocalDateTime.of(2025, 7, 16, 0, 0));
  }

  @Test
  void readsTheTablesOfTikTokStudio() throws IOException {
    ReadTable days =
        read(TestFile.of(
                "overview.csv",
                "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number"
                    + " clicks ,Leads submission,Net growth,New followers,Lost followers\n"
                    + "2025/10/31,715,NAN,25,26,4,7,0,0,10,12,2\n"
                    + "2025/11/01,75155,75134,539,845,244,58,0,0,100,100,0\n"))
            .table();
    ReadTable videos =
        read(TestFile.of(
                "videos.csv",
                "Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to"
                    + " Favorites\nBeans,https://www.tiktok.com/@kiosk/video/7567452112981069079,"
                    + "2025/10/31 18:19:10,172353,1774,42,413,180\n"))
            .table();

    assertThat(days.column("reach")).containsExactly(null, 75134L);
    assertThat(days.column("follower_change")).containsExactly(10L, 100L);
    assertThat(days.column("followers_lost")).containsExactly(2L, 0L);
    assertThat(videos.rows().get(0).values())
        .containsEntry("video_views", 172353L)
        .containsEntry("engagements", 2409L)
        .containsEntry("saves", 180L);
  }

  private static TestFile file(String name) {
    return TestFile.resource(TikTokTest.class, name);
  }
}
