package io.retainer.connector.search;

import static io.retainer.connector.search.SearchExports.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts by week and month, and rows that are longer than the first look at a file. */
class GranularityTest {

  private static final String WEEKS =
      ",Clicks,Impressions,CTR,Position\n"
          + "2025-12-08 - 2025-12-13,109,5640,1.93%,12.2\n"
          + "2025-12-14 - 2025-12-20,118,6503,1.81%,11.5\n"
          + "2025-12-21 - 2025-12-27,103,5742,1.79%,12.6\n";

  @ParameterizedTest
  @ValueSource(strings = {"Date Range", "Periodo"})
  void readsWeeksAndKeepsACutOneApart(String heading) throws IOException {
    RecordingSink sink = read(file("Chart.csv", heading + WEEKS));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().grain()).isEqualTo(Grain.WEEK);
    assertThat(sink.tables().get(0).column("clicks")).containsExactly(118L, 103L);
    assertThat(sink.tables().get(1).header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(sink.tables().get(1).rows().get(0).period())
        .isEqualTo(days(LocalDate.of(2025, 12, 8), LocalDate.of(2025, 12, 13)));
  }

  @Test
  void readsMonths() throws IOException {
    RecordingSink sink =
        read(
            file(
                "Chart.csv",
                "Date Range,Clicks,Impressions,CTR,Position\n"
                    + "2026-01-01 - 2026-01-31,109,5640,1.93%,12.2\n"
                    + "2026-02-01 - 2026-02-28,118,6503,1.81%,11.5\n"));

    assertThat(sink.table().header().grain()).isEqualTo(Grain.MONTH);
    assertThat(sink.table().column("impressions")).containsExactly(5640L, 6503L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Time (UTC+01:00)", "Heure (UTC+01:00)"})
  void theLast24HoursAreNoDays(String heading) throws IOException {
    TestFile hours =
        file(
            "Chart.csv",
            heading
                + ",Clicks,Impressions,CTR,Position\n"
                + "2026-07-10T23:00:00,3,162,1.85%,12.2\n"
                + "2026-07-11T00:00:00,1,182,0.55%,9.8\n");
    TestFile queries =
        file("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nkettle,4,344,1.16%,11\n");

    for (TestFile file : List.of(hours, queries.with(hours))) {
      RecordingSink sink = read(file);

      assertThat(sink.tables()).isEmpty();
      assertThat(sink.issues())
          .singleElement()
          .satisfies(issue -> assertThat(issue.saw()).contains("24 hours"));
    }
  }

  @Test
  void theFilesBesideAChartOfWeeksAreAboutItsDays() throws IOException {
    RecordingSink sink =
        read(
            file("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nkettle,1,20,5%,3.5\n")
                .with(file("Chart.csv", "Date Range" + WEEKS)));

    assertThat(sink.table().header().period())
        .contains(days(LocalDate.of(2025, 12, 8), LocalDate.of(2025, 12, 27)));
  }

  @Test
  void aFirstRowThatIsLongerThanTheFirstLookIsARow() throws IOException {
    String address = "https://kettles.example/" + "x".repeat(70_000);
    RecordingSink sink =
        read(
            file(
                    "Pages.csv",
                    "Top pages,Clicks,Impressions,CTR,Position\n" + address + ",1,20,5%,3.5\n")
                .with(
                    file(
                        "Dates.csv",
                        "Date,Clicks,Impressions,CTR,Position\n2026-10-01,1,20,5%,3.5\n")));

    assertThat(sink.table().column("page")).containsExactly(address);
  }

  private static DateSpan days(LocalDate first, LocalDate last) {
    return DateSpan.ofDays(first, last);
  }

  private static TestFile file(String name, String text) {
    return TestFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
