package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacebookPagesTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new FacebookPages();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("facebook-posts-two-rows.csv"), file("facebook-page-days.csv"));
  }

  @Test
  void readsPostsBelowTwoRowsOfHeadings() throws IOException {
    RecordingSink sink = read(file("facebook-posts-two-rows.csv"));

    assertThat(sink.passedOver()).containsEntry(2L, "a second row of headings");
    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().rows().get(0).values())
        .containsEntry("post_id", "100000000000001_900000000000001")
        .containsEntry("title", "New beans in, taste them")
        .containsEntry("reach", 80L)
        .containsEntry("paid_reach", 25L)
        .containsEntry("impressions", 110L)
        .containsEntry("paid_impressions", 35L)
        .containsEntry("is_paid", true);
    assertThat(sink.table().rows().get(1).values()).containsEntry("is_paid", false);
  }

  @Test
  void readsAPageDayByDay() throws IOException {
    ReadTable days = read(file("facebook-page-days.csv")).table();

    assertThat(days.rejected()).isEmpty();
    assertThat(days.column("followers")).containsExactly(1200L, 1203L);
    assertThat(days.column("follower_change")).containsExactly(3L, null);
    assertThat(days.column("reach")).containsExactly(400L, 300L);
    assertThat(days.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
  }

  @Test
  void findsLikesAndSharesInTheSheetBeside() throws IOException {
    var sheets = new LinkedHashMap<String, List<List<Object>>>();
    sheets.put(
        "Key Metrics",
        List.of(
            List.of(
                "Post ID",
                "Permalink",
                "Post Message",
                "Type",
                "Posted",
                "Lifetime Post Total Reach",
                "Lifetime Post Total Impressions"),
            Arrays.asList(null, null, null, null, null, "Lifetime: people", "Lifetime: times"),
            List.of(
                "1_2", "https://www.facebook.com/2", "Beans", "Photo", "10/1/2026 9:00", 8, 11)));
    sheets.put(
        "Lifetime Post Stories by acti...",
        List.of(
            List.of("Post ID", "Permalink", "Post Message", "Posted", "share", "like", "comment"),
            Arrays.asList(
                "1_2", "https://www.facebook.com/2", "Beans", "10/1/2026 9:00", 2, 5, null)));
    ReadTable posts = read(TestFile.of("insights.xlsx", Archives.xlsx(sheets))).table();

    assertThat(posts.rows().get(0).values())
        .containsEntry("likes", 5L)
        .containsEntry("shares", 2L)
        .containsEntry("comments", 0L)
        .containsEntry("engagements", 7L);
  }

  @Test
  void readsTheGenuineExport() throws IOException {
    var genuine = Samples.find("facebook_page_insights/post_level_two_header_rows_excerpt.csv");
    assumeThat(genuine).isPresent();

    ReadTable posts = read(TestFile.of(genuine.orElseThrow())).table();

    assertThat(posts.rejected()).isEmpty();
    assertThat(posts.column("reach")).startsWith(8L, 0L);
  }

  private static TestFile file(String name) {
    return TestFile.resource(FacebookPagesTest.class, name);
  }
}
