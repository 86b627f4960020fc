package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceTotal;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YouTubeStudioTest extends ConnectorContract {

  private static final String TABLE = "youtube Table data.csv";
  private static final String TOTALS = "youtube Totals.csv";
  private static final String CHART = "youtube Chart data.csv";
  private static final String GERMAN = "youtube Tabellendaten.csv";
  private static final DateSpan THREE_DAYS =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3));

  private final YouTubeStudio youTube = new YouTubeStudio();

  @Override
  protected Connector connector() {
    return youTube;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file(TABLE), file(TOTALS), file(GERMAN), archive("Content.zip"));
  }

  @Override
  protected ReadSettings settings() {
    return settings(Optional.empty());
  }

  @Test
  void readsVideosWithTheirCounters() throws IOException {
    ReadTable videos = read(archive("Content.zip")).tables("social_posts").get(0);

    assertThat(videos.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(videos.rows().get(0).values())
        .containsEntry("post_id", "UWQNrpakgc1")
        .containsEntry("network", "youtube")
        .containsEntry("title", "How we roast #coffee #shorts")
        .containsEntry("url", "https://www.youtube.com/watch?v=UWQNrpakgc1")
        .containsEntry("video_views", 1500L)
        .containsEntry("impressions", 420L)
        .containsEntry("watch_seconds", new BigDecimal("9000.0"));
    assertThat(videos.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
  }

  @Test
  void takesTheBlankOffAnIdThatBeginsWithADash() throws IOException {
    assertThat(read(archive("Content.zip")).tables("social_posts").get(0).column("post_id"))
        .containsExactly("UWQNrpakgc1", "-i5vAKwX_b1");
  }

  @Test
  void leavesOutAVideoOfWhichTheExportHasALaterPartOfItsViewsOnly() throws IOException {
    RecordingSink sink = read(archive("Content.zip"));

    assertThat(sink.passedOver().values()).anyMatch(reason -> reason.contains("before 2026-10-01"));
  }

  @Test
  void readsAllVideosAndSaysSoWhenTheCountersAreSaidToBeThoseSincePublication() throws IOException {
    RecordingSink sink = read(file(TABLE));

    assertThat(sink.table().rows()).hasSize(3);
    assertThat(sink.assumed()).singleElement().asString().contains("since publication");
  }

  @Test
  void asksForTheDaysWhenNothingNamesThem() throws IOException {
    RecordingSink sink = readUntold(file(TABLE));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.advice()).contains("Name the period"));
  }

  @Test
  void takesNoDaysFromTotalsOfAnotherExport() throws IOException {
    TestFile others = TestFile.of("Totals.csv", "Date,Views\n2025-06-01,700\n2025-06-02,1000\n");
    TestFile otherFigure = TestFile.of("Total.csv", "Date,Likes\n2025-06-01,9\n2025-06-02,1\n");

    assertThat(readUntold(file(TABLE).with(others)).tables()).isEmpty();
    assertThat(readUntold(file(TABLE).with(otherFigure)).tables()).isEmpty();
    assertThat(
            readUntold(
                    file(TABLE)
                        .with(
                            zip(
                                "Cities 2025-06-01_2025-06-03 Kiosk.zip",
                                Map.of("Totals.csv", "Date,Views\n2025-06-01,700\n"))))
                .tables())
        .isEmpty();
  }

  @Test
  void takesTheDaysFromTotalsOfAFigureThatAddsUpToTheRowTotal() throws IOException {
    TestFile table =
        TestFile.of(
            "Dados da tabela.csv",
            """
            Conteúdo,Título do vídeo,Horário de publicação do vídeo,Visualizações,Receita estimada (USD)
            Total,,,32691,18472.646
            4OZip0cgOh0,Uma tenda,"Jan 2, 2023",7582,914.456
            4OZip0cgOh1,Um rio,"Jul 5, 2019",293,0.209
            """);
    TestFile total =
        TestFile.of(
            "Total.csv",
            "Data,Receita estimada (USD)\n2023-01-01,9236.32\n2023-01-02,5000.001\n2023-01-03,4236.32\n");

    RecordingSink sink = readUntold(table.with(total));

    assertThat(sink.tables("social_posts").get(0).column("post_id")).containsExactly("4OZip0cgOh0");
    assertThat(sink.tables("social_accounts").get(0).rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 3)));
  }

  /** Three files of one unpacked ZIP: none of them is told to be of nobody. */
  @Test
  void saysOfTheFilesBesideATableOfVideosThatTheyBelongToIt() throws IOException {
    TestFile revenue =
        TestFile.of("Total.csv", "Data,Receita estimada (USD)\n2023-01-01,9\n2023-01-02,5\n");

    for (TestFile part : List.of(revenue, file(CHART))) {
      assertThat(youTube.recognise(part)).isInstanceOf(Recognition.Refused.class);
      assertThat(youTube.recognise(part.with(file(TABLE))))
          .isInstanceOf(Recognition.Recognised.class);
      RecordingSink sink = readUntold(part.with(file(TABLE)));
      assertThat(sink.tables()).isEmpty();
      assertThat(sink.issues()).isEmpty();
      assertThat(sink.passedOver().values()).allMatch(why -> why.contains(TABLE));
    }
  }

  @Test
  void readsTotalsOfAFigureThatIsKeptBesideATableOfVideos() throws IOException {
    TestFile shown = TestFile.of("Totals.csv", "Date,Impressions\n2026-10-01,9\n2026-10-02,5\n");

    assertThat(readUntold(shown.with(file(TABLE))).table().column("impressions"))
        .containsExactly(9L, 5L);
  }

  private RecordingSink readUntold(TestFile file) throws IOException {
    var sink = new RecordingSink();
    youTube.read(
        file,
        new ReadSettings(
            ZoneId.of("Europe/Minsk"),
            Currency.getInstance("EUR"),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        sink);
    return sink;
  }

  @Test
  void statesTheRowTotalOfWhichTheChannelListsOnlyAPart() throws IOException {
    ReadTable videos = read(file(TABLE)).table();

    assertThat(videos.header().complete()).isFalse();
    assertThat(stated(videos))
        .containsOnly(entry("video_views", "2190"), entry("impressions", "5400"));
  }

  @Test
  void statesTheRowTotalOfAListThatIsWhole() throws IOException {
    ReadTable videos = read(file(GERMAN)).table();

    assertThat(videos.header().complete()).isTrue();
    assertThat(stated(videos))
        .containsOnly(entry("video_views", "1490"), entry("impressions", "5220"));
  }

  @Test
  void statesNoTotalThatCountsVideosLeftOut() throws IOException {
    ReadTable videos = read(archive("Content.zip")).tables("social_posts").get(0);

    assertThat(videos.totals()).isEmpty();
    assertThat(videos.header().complete()).isTrue();
  }

  private static Map<String, String> stated(ReadTable table) {
    return table.totals().stream()
        .collect(Collectors.toMap(SourceTotal::column, total -> total.value().toPlainString()));
  }

  @Test
  void takesTheDaysFromTheNameOfTheArchive() throws IOException {
    RecordingSink sink =
        read(zip("Content 2026-10-10_2026-11-01 Kiosk.zip", Map.of("Table data.csv", text(TABLE))));

    assertThat(sink.tables("social_posts").get(0).column("post_id")).containsExactly("-i5vAKwX_b1");
    assertThat(sink.tables("social_accounts").get(0).rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 31)));
  }

  @Test
  void takesTheDaysFromTotalsGivenTogether() throws IOException {
    RecordingSink sink = read(file(TABLE).with(file(TOTALS)));

    assertThat(sink.tables("social_posts").get(0).rows()).hasSize(2);
    assertThat(sink.tables("social_accounts").get(0).rows().get(0).period()).isEqualTo(THREE_DAYS);
  }

  @Test
  void readsTheDaysOfTheChannel() throws IOException {
    ReadTable days = read(file(TOTALS)).table();

    assertThat(days.header().grain()).isEqualTo(Grain.DAY);
    assertThat(days.column("video_views")).containsExactly(700L, 1000L, 490L);
    assertThat(days.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 1)));
  }

  @Test
  void readsTheRowTotalAsTheChannelOverAllDaysWhenTheyAreKnown() throws IOException {
    ReadTable total =
        read(archive("Content.zip")).tables("social_accounts").stream()
            .filter(table -> table.header().grain() == Grain.PERIOD)
            .findFirst()
            .orElseThrow();

    assertThat(total.header().period()).contains(THREE_DAYS);
    assertThat(total.rows()).hasSize(1);
    assertThat(total.rows().get(0).values())
        .containsEntry("video_views", 2190L)
        .containsEntry("impressions", 5400L)
        .containsEntry("follower_change", 9L);
  }

  @Test
  void takesUniqueViewersForTheReachOfAllDaysTogether() throws IOException {
    var sink = new RecordingSink();
    youTube.read(
        file(GERMAN),
        settings(
            Optional.of(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))),
        sink);

    assertThat(sink.tables("social_accounts").get(0).column("reach")).containsExactly(801L);
    assertThat(sink.tables("social_posts").get(0).column("reach")).containsExactly(700L, 310L);
  }

  @Test
  void takesNoUniqueViewersBesideViewsForNotTold() throws IOException {
    var sink = new RecordingSink();
    youTube.read(
        TestFile.of(
            "Table data.csv",
            """
            Content,Video title,Video publish time,Unique viewers,Views
            Total,,,0,37504
            1geIQxkXYGs,Kettles,"Oct 1, 2026",,37504
            9geIQxkXYGs,Lids,"Oct 2, 2026",0,0
            """),
        settings(
            Optional.of(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))),
        sink);

    assertThat(sink.tables("social_accounts").get(0).column("reach")).containsOnlyNulls();
    assertThat(sink.tables("social_posts").get(0).column("reach")).containsExactly(null, 0L);
  }

  @Test
  void saysOfAnArchiveBesideAnotherNothingOfTheOther() throws IOException {
    TestFile countries =
        zip(
            "Country 2026-10-01_2026-11-01 Kiosk.zip",
            Map.of("Chart data.csv", text(CHART), "Totals.csv", text(TOTALS)));

    assertThat(
            readUntold(countries.with(archive("Content 2026-10-01_2026-11-01 Kiosk.zip")))
                .passedOver()
                .values())
        .isNotEmpty()
        .noneMatch(why -> why.contains("belongs to"));
  }

  @Test
  void tellsWeeksFromDays() throws IOException {
    ReadTable weeks =
        read(TestFile.of("Totals.csv", "Date,Views\n2026-10-05,70\n2026-10-12,60\n2026-10-19,50\n"))
            .table();

    assertThat(weeks.header().grain()).isEqualTo(Grain.WEEK);
    assertThat(weeks.rows().get(0).period().days()).isEqualTo(7);
  }

  @Test
  void readsAnExportThatExcelHasSavedWithSemicolonsInRussian() throws IOException {
    ReadTable videos =
        read(TestFile.of(
                "Данные таблицы.csv",
                """
                Контент;Название видео;Время публикации видео;Продолжительность;Просмотры;Время просмотра (часы);Подписчики;Показы;CTR для значков видео (%)
                Итоговое значение;;;;1 040;2,125;7;420;3,51
                UWQNrpakgc2;Обжарка;2 окт. 2026 г.;90;1 040;2,125;7;420;3,51
                """))
            .table();

    assertThat(videos.column("video_views")).containsExactly(1040L);
    assertThat(videos.column("watch_seconds")).containsExactly(new BigDecimal("7650.000"));
    assertThat(videos.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
  }

  @Test
  void readsTheOlderTableWithLikesAndLostSubscribers() throws IOException {
    ReadTable videos =
        read(TestFile.of(
                "Table data.csv",
                """
                Video,Video title,Video publish time,Comments added,Shares,Dislikes,Likes,Subscribers lost,Subscribers gained,RPM (USD),Average percentage viewed (%),Average view duration,Views,Watch time (hours),Subscribers,Your estimated revenue (USD),Impressions,Impressions click-through rate (%)
                Total,,,14,39,0,30,0,8,5.2,26.1,0:03:25,907,51.7,8,7.9,9000,3.14
                4OZip0cgOh0,A tent in the rain,"May 8, 2020",14,39,0,30,0,8,5.2,36.65,0:03:09,907,51.7,8,7.9,9000,27.66
                """))
            .table();

    assertThat(videos.rows().get(0).values())
        .containsEntry("likes", 30L)
        .containsEntry("comments", 14L)
        .containsEntry("shares", 39L)
        .containsEntry("engagements", 83L)
        .containsEntry("follows", 8L);
  }

  @Test
  void passesOverAVideoThatIsNotPublished() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "Table data.csv",
                "Content,Video title,Video publish time,Views\n"
                    + "4OZip0cgOh0,A tent,\"May 9, 2020\",7\n4OZip0cgOh1,A draft,,3\n"));

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.passedOver().get(3L)).contains("unlisted");
  }

  @Test
  void takesEngagedViewsForNoViews() throws IOException {
    assertThat(
            youTube.recognise(
                TestFile.of("Totals.csv", "Date,Engaged views\n2026-10-01,5\n2026-10-02,6\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("engaged views"));
  }

  @Test
  void readsTheEndOfALongTableWithARemark() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "Totais.csv",
                "Data,Visualizações\n2026-10-01,5\n2026-10-02,6\nMostrando os primeiros 500"
                    + " resultados,\nTotal,59504\n"));

    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().totals()).hasSize(1);
  }

  @Test
  void knowsThatALongTableEndsWithTheFirstFiveHundredDays() throws IOException {
    ReadTable listed = read(TestFile.of("Totais.csv", days(500) + ",\nTotal,59504\n")).table();
    ReadTable all = read(TestFile.of("Totais.csv", days(1819))).table();

    assertThat(listed.rows()).hasSize(500);
    assertThat(listed.header().complete()).isFalse();
    assertThat(all.rows()).hasSize(1819);
    assertThat(all.header().complete()).isTrue();
  }

  private static String days(int count) {
    var table = new StringBuilder("Data,Visualizações\n");
    for (int i = 0; i < count; i++) {
      table.append(LocalDate.of(2021, 1, 1).plusDays(i)).append(",5\n");
    }
    return table.toString();
  }

  @Test
  void refusesAChartAloneWithTheReason() throws IOException {
    assertThat(youTube.recognise(file(CHART)))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("Upload the whole ZIP"));
  }

  @Test
  void leavesTablesOfOthersAlone() throws IOException {
    for (String other :
        List.of(
            "Date,Views,Visitors\n2026-10-01,5,4\n",
            "# Report\nDate,Views\n20261001,5\n",
            "Date,Views Per Day,Total Views\n0,536.84,398536.84\n")) {
      assertThat(youTube.recognise(TestFile.of("other.csv", other)))
          .as(other)
          .isInstanceOf(Recognition.Refused.class);
    }
  }

  @Test
  void rejectsAVideoWhoseIdIsBroken() throws IOException {
    ReadTable videos =
        read(TestFile.of(
                "Table data.csv",
                """
                Content,Video title,Video publish time,Views
                #NAME?,A tent in the rain,"May 8, 2020",907
                4OZip0cgOh0,A tent,"May 9, 2020",7
                """))
            .table();

    assertThat(videos.rows()).hasSize(1);
    assertThat(videos.rejected()).hasSize(1);
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    var genuine = Samples.find("youtube_studio");
    assumeThat(genuine).isPresent();

    ReadTable videos =
        read(TestFile.of(genuine.orElseThrow().resolve("content_Table data.csv"))).table();
    ReadTable days = read(TestFile.of(genuine.orElseThrow().resolve("content_Totals.csv"))).table();

    assertThat(videos.rejected()).isEmpty();
    assertThat(videos.rows()).hasSize(442);
    assertThat(days.rejected()).isEmpty();
    assertThat(days.column("video_views").stream().mapToLong(views -> (Long) views).sum())
        .isEqualTo(181_588L);
  }

  @Test
  void readsTheGenuineExportOfAnEarlierYear() throws IOException {
    var genuine = Samples.find("youtube_studio_old/Totals.csv");
    assumeThat(genuine).isPresent();

    ReadTable days = read(TestFile.of(genuine.orElseThrow())).table();

    assertThat(days.rejected()).isEmpty();
    assertThat(days.column("follower_change")).contains(-1L);
  }

  private static TestFile archive(String name) {
    var entries = new LinkedHashMap<String, String>();
    entries.put("Chart data.csv", text(CHART));
    entries.put("Table data.csv", text(TABLE));
    entries.put("Totals.csv", text(TOTALS));
    return zip(name, entries);
  }

  private static TestFile zip(String name, Map<String, String> entries) {
    return TestFile.of(name, Archives.zip(entries));
  }

  private static String text(String name) {
    try (var in = YouTubeStudioTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        period,
        Map.of(YouTubeStudio.LIFETIME, "yes"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(YouTubeStudioTest.class, name);
  }
}
