package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

class LinkedInTest extends ConnectorContract {

  private final LinkedIn linkedIn = new LinkedIn();

  @Override
  protected Connector connector() {
    return linkedIn;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("linkedin-metrics.csv"),
        file("linkedin-posts.csv"),
        file("linkedin-followers.csv"),
        file("linkedin-visitors.csv"),
        member());
  }

  @Test
  void readsTheDaysOfAPageMonthFirst() throws IOException {
    ReadTable days = read(file("linkedin-metrics.csv")).table();

    assertThat(days.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(days.column("impressions")).containsExactly(320L, 500L);
    assertThat(days.column("engagements")).containsExactly(23L, 15L);
  }

  @Test
  void takesUniqueImpressionsForReachOnlyWhereNothingWasSponsored() throws IOException {
    assertThat(read(file("linkedin-metrics.csv")).table().column("reach"))
        .containsExactly(210L, null);
  }

  @Test
  void takesWithdrawnReactionsOffTheDayOfTheirWithdrawal() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "content.csv",
                ("Date,Impressions (organic),Impressions (sponsored),Impressions (total),Clicks"
                        + " (total),Reactions (total),Comments (total),Reposts (total)\n"
                        + "08/14/2026,216,0,216,4,11,0,0\n"
                        + "08/15/2026,196,0,196,4,-16,-3,2\n")
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().column("impressions")).containsExactly(216L, 196L);
    assertThat(sink.table().column("engagements")).containsExactly(15L, -13L);
  }

  @Test
  void readsPosts() throws IOException {
    ReadTable posts = read(file("linkedin-posts.csv")).table();

    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "7150000000000000001")
        .containsEntry("title", "New beans in. Taste them")
        .containsEntry("post_type", "Image")
        .containsEntry("is_paid", false)
        .containsEntry("impressions", 1200L)
        .containsEntry("engagements", 62L)
        .containsEntry("likes", 25L)
        .containsEntry("shares", 3L)
        .containsEntry("follows", 2L);
    assertThat(posts.rows().get(1).values())
        .containsEntry("is_paid", true)
        .containsEntry("video_views", 900L);
  }

  @Test
  void readsTotalFollowersAsThoseWonOnTheDay() throws IOException {
    ReadTable followers = read(file("linkedin-followers.csv")).table();

    assertThat(followers.header().columns()).doesNotContain("followers");
    assertThat(followers.column("followers_gained")).containsExactly(4L, 7L);
  }

  @Test
  void readsPageViewsOfAllDevices() throws IOException {
    assertThat(read(file("linkedin-visitors.csv")).table().column("profile_views"))
        .containsExactly(12L, 3L);
  }

  @Test
  void readsTheWorkbookOfAPageInSpanish() throws IOException {
    var sheets = new LinkedHashMap<String, List<List<Object>>>();
    sheets.put(
        "Indicadores",
        List.of(
            List.of("Métricas agregadas de interacción."),
            List.of(
                "Fecha",
                "Impresiones (orgánicas)",
                "Impresiones (patrocinadas)",
                "Impresiones totales",
                "Clics (Totales)",
                "Reacciones (total)",
                "Comentarios (totales)",
                "Veces compartido (total)"),
            List.of("10/13/2026", 90, 0, 90, 3, 4, 1, 0)));
    sheets.put(
        "Todas las publicaciones",
        List.of(
            List.of("Todas las publicaciones."),
            List.of(
                "Título de la publicación",
                "Enlace de la publicación",
                "Tipo de publicación",
                "Fecha de creación",
                "Impresiones",
                "Clics",
                "Recomendaciones",
                "Comentarios",
                "Veces compartido",
                "Tipo de contenido"),
            List.of(
                "Granos nuevos",
                "https://www.linkedin.com/feed/update/urn:li:ugcPost:7150000000000000003",
                "Orgánica",
                "10/12/2026",
                90,
                3,
                4,
                1,
                0,
                "Imagen")));
    RecordingSink sink = read(TestFile.of("content.xlsx", Archives.xlsx(sheets)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables("social_accounts").get(0).column("engagements")).containsExactly(8L);
    assertThat(sink.tables("social_posts").get(0).column("is_paid")).containsExactly(false);
  }

  @Test
  void readsTheOldWorkbookOfAPageAsItIsDownloaded() throws IOException {
    RecordingSink sink = read(TestFile.of("kiosk-north_content_1790830800.xls", oldWorkbook()));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables("social_accounts").get(0).column("impressions")).containsExactly(320L);
    assertThat(sink.tables("social_accounts").get(0).rows().get(0).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 1)));
    assertThat(sink.tables("social_posts").get(0).column("impressions")).containsExactly(1200L);
  }

  private static byte[] oldWorkbook() throws IOException {
    try (var workbook = new HSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      write(
          workbook.createSheet("Metrics"),
          List.of("Aggregated engagement metrics for organic and sponsored activity."),
          List.of(
              "Date",
              "Impressions (organic)",
              "Impressions (sponsored)",
              "Impressions (total)",
              "Engagement rate (total)"),
          List.of("10/01/2026", 320, 0, 320, 0.071875));
      write(
          workbook.createSheet("All posts"),
          List.of("All posts published in the period."),
          List.of("Post title", "Post link", "Post type", "Created date", "Impressions", "Likes"),
          List.of("Beans", url("1"), "Organic", "10/02/2026", 1200, 25));
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  @SafeVarargs
  private static void write(HSSFSheet sheet, List<Object>... rows) {
    for (int i = 0; i < rows.length; i++) {
      var row = sheet.createRow(i);
      for (int j = 0; j < rows[i].size(); j++) {
        Object value = rows[i].get(j);
        if (value instanceof Number number) {
          row.createCell(j).setCellValue(number.doubleValue());
        } else {
          row.createCell(j).setCellValue((String) value);
        }
      }
    }
  }

  @Test
  void readsAMembersWorkbook() throws IOException {
    RecordingSink sink = read(member());

    List<ReadTable> accounts = sink.tables("social_accounts");
    assertThat(accounts.get(1).column("impressions")).containsExactly(500L, 700L);
    assertThat(accounts.get(2).column("followers_gained")).containsExactly(2L, 3L);
    assertThat(accounts.get(3).column("followers")).containsExactly(1234L);
    assertThat(accounts.get(3).rows().get(0).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
  }

  @Test
  void readsMembersReachedForTheDaysOfTheExportTogether() throws IOException {
    ReadTable discovery = read(member()).tables("social_accounts").get(0);

    assertThat(discovery.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(discovery.rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)));
    assertThat(discovery.rows().get(0).values())
        .containsEntry("impressions", 1200L)
        .containsEntry("reach", 640L);
  }

  @Test
  void putsTheTwoTablesOfBestPostsTogether() throws IOException {
    ReadTable best = read(member()).tables("social_posts").get(0);

    assertThat(best.header().complete()).isFalse();
    assertThat(best.column("post_id"))
        .containsExactly("7150000000000000001", "7150000000000000002", "7150000000000000004");
    assertThat(best.column("engagements")).containsExactly(40L, null, 9L);
    assertThat(best.column("impressions")).containsExactly(900L, 2000L, null);
  }

  @Test
  void leavesDaysWithoutTheRestOfTheWorkbookToOthers() throws IOException {
    assertThat(
            linkedIn.recognise(
                TestFile.of("days.csv", "Date,Impressions,Engagements\n10/1/2026,5,1\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  private static TestFile member() {
    var sheets = new LinkedHashMap<String, List<List<Object>>>();
    sheets.put(
        "DISCOVERY",
        List.of(
            List.of("Overall Performance", "10/1/2026 - 10/2/2026"),
            List.of("Impressions", 1200),
            List.of("Members reached", 640)));
    sheets.put(
        "ENGAGEMENT",
        List.of(
            List.of("Date", "Impressions", "Engagements"),
            List.of("10/1/2026", 500, 30),
            List.of("10/2/2026", 700, 41)));
    sheets.put(
        "TOP POSTS",
        List.of(
            List.of("Maximum of 50 posts available to include in this list"),
            List.of(),
            Arrays.asList(
                "Post URL",
                "Post publish date",
                "Engagements",
                null,
                "Post URL",
                "Post publish date",
                "Impressions"),
            Arrays.asList(url("1"), "10/1/2026", 40, null, url("2"), "10/2/2026", 2000),
            Arrays.asList(url("4"), "9/30/2026", 9, null, url("1"), "10/1/2026", 900),
            Arrays.asList(url("2"), null, null, null, url("4"), null, null)));
    sheets.put(
        "FOLLOWERS",
        List.of(
            List.of("Total followers on 10/2/2026:", 1234),
            List.of(),
            List.of("Date", "New followers"),
            List.of("10/1/2026", 2),
            List.of("10/2/2026", 3)));
    return TestFile.of("Content_2026-10-01_2026-10-02_AnnaBaker.xlsx", Archives.xlsx(sheets));
  }

  private static String url(String last) {
    return "https://www.linkedin.com/feed/update/urn:li:activity:715000000000000000" + last;
  }

  private static TestFile file(String name) {
    return TestFile.resource(LinkedInTest.class, name);
  }
}
