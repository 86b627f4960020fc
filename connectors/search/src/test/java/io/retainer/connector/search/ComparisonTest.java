package io.retainer.connector.search;

import static io.retainer.connector.search.SearchExports.NAME;
import static io.retainer.connector.search.SearchExports.OCTOBER;
import static io.retainer.connector.search.SearchExports.THREE_DAYS;
import static io.retainer.connector.search.SearchExports.read;
import static io.retainer.connector.search.SearchExports.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Exports that compare two periods. */
class ComparisonTest {

  private static final String COMPARED =
      "Last 3 days Clicks,Previous 3 days Clicks,Last 3 days Impressions,Previous 3 days"
          + " Impressions,Last 3 days CTR,Previous 3 days CTR,Last 3 days Position,Previous 3 days"
          + " Position\n";

  private static TestFile compared(String ofDays) {
    var entries = new LinkedHashMap<String, String>();
    entries.put(
        "Queries.csv",
        "Top queries," + COMPARED + "tent,6,4,100,90,6%,4.44%,3.2,3.9\nnew,1,,20,,5%,,9,");
    entries.put("Dates.csv", "Date," + COMPARED + ofDays);
    entries.put("Filters.csv", "Filter,Value\nSearch type,Web\nDate,Compare last 3 days");
    return TestFile.of(NAME, Archives.zip(entries));
  }

  @Test
  void readsTwoPeriodsEachByItselfWhenTheDaysOfBothAreTold() throws IOException {
    var sink =
        read(
            compared(
                "2026-10-03,3,2,50,40,6%,5%,3,4\n2026-10-02,2,1,30,30,6.67%,3.33%,3,4\n"
                    + "2026-10-01,2,1,40,20,5%,5%,3,4"));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(3);
    var queries = sink.tables().get(0);
    assertThat(queries.header().period()).contains(THREE_DAYS);
    assertThat(queries.column("query")).containsExactly("tent", "new");
    assertThat(queries.column("clicks")).containsExactly(6L, 1L);
    assertThat(sink.tables().get(1).column("clicks")).containsExactly(3L, 2L, 2L);
    var earlier = sink.tables().get(2);
    assertThat(earlier.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 30)));
    assertThat(earlier.column("query")).containsExactly("tent");
    assertThat(earlier.column("impressions")).containsExactly(90L);
  }

  @Test
  void keepsOnlyTheAskedPeriodWhenTheOtherIsNotTold() throws IOException {
    var file =
        TestFile.of(
            "Pages.csv",
            "Top pages,Last 3 months Clicks,Previous 3 months Clicks,Last 3 months Impressions,"
                + "Previous 3 months Impressions,Last 3 months CTR,Previous 3 months CTR\n"
                + "https://a.example/,5,4,100,90,5%,4.4%\n");
    assertThat(new SearchConsole().recognise(file)).isInstanceOf(Recognition.Recognised.class);

    var sink = new RecordingSink();
    new SearchConsole().read(file, settings(Optional.of(OCTOBER)), sink);
    assertThat(sink.table().column("clicks")).containsExactly(5L);
    assertThat(sink.passedOver().values()).anyMatch(note -> note.contains("Previous 3 months"));

    var undated = new RecordingSink();
    new SearchConsole().read(file, settings(Optional.empty()), undated);
    assertThat(undated.tables()).isEmpty();
    assertThat(undated.issues().get(0).advice()).contains("--period");
  }

  @Test
  void readsTheDaysThatAComparisonWritesIntoItsHeadings() throws IOException {
    String headings =
        "排名靠前的网页,2026/10/1 - 2026/10/31 点击次数,2026/9/1 - 2026/9/30 点击次数,"
            + "2026/10/1 - 2026/10/31 展示,2026/9/1 - 2026/9/30 展示,"
            + "2026/10/1 - 2026/10/31 排名,2026/9/1 - 2026/9/30 排名\n";
    var sink = new RecordingSink();
    new SearchConsole()
        .read(
            TestFile.of("网页.csv", headings + "https://a.example/,1,2,116,264,87.54,86.78\n"),
            settings(Optional.empty()),
            sink);

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().period()).contains(OCTOBER);
    assertThat(sink.tables().get(1).column("impressions")).containsExactly(264L);
  }

  @Test
  void refusesComparisonsOfAnythingButPeriods() throws IOException {
    var file =
        TestFile.of(
            "Pages.csv",
            "Top pages,Desktop Clicks,Mobile Clicks,Desktop Impressions,Mobile Impressions\n"
                + "https://a.example/,5,4,100,90\n");

    assertThat(new SearchConsole().recognise(file))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("\"Desktop\" with \"Mobile\""));
  }
}
