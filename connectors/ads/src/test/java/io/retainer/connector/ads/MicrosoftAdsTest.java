package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.Owners;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicrosoftAdsTest extends AdsContract {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final DateSpan OCTOBER = DateSpan.ofDays(FIRST, LocalDate.of(2026, 10, 31));

  private final MicrosoftAds ads = new MicrosoftAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("days.csv"), file("weeks-api.csv"), file("keywords.tsv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(MicrosoftAdsTest.class, "microsoft/" + name);
  }

  @Test
  void readsDaysAndAddsUpWhereAnAdStood() throws IOException {
    ReadTable table = read(file("days.csv")).table();

    assertThat(table.header().title()).isEqualTo("Campaigns by day");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().period()).contains(DateSpan.ofDays(FIRST, LocalDate.of(2026, 10, 3)));
    assertThat(table.header().currency()).contains("EUR");
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "device");
    assertThat(table.rows()).hasSize(4);
    assertThat(table.rows().get(2).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(table.rows().get(2).values())
        .containsEntry("campaign", "Kettles")
        .containsEntry("device", "Smartphone")
        .containsEntry("impressions", 640L)
        .containsEntry("clicks", 29L)
        .containsEntry("cost", new BigDecimal("13.92"))
        .containsEntry("conversions", new BigDecimal("0.5"))
        .containsEntry("conversion_value", new BigDecimal("1029.50"));
    assertThat(table.rows().get(3).values()).doesNotContainKey("conversions");
    assertThat(sum(table, "cost")).isEqualByComparingTo("48.59");
    assertThat(sum(table, "impressions")).isEqualByComparingTo("2242");
  }

  @Test
  void passesOverTheLinesAroundTheTable() throws IOException {
    assertThat(read(file("days.csv")).passedOver()).containsKeys(1L, 2L, 9L, 17L);
  }

  @Test
  void readsWeeksOfTheApiWithinTheReport() throws IOException {
    ReadTable table = read(file("weeks-api.csv")).table();

    assertThat(table.rows())
        .extracting(row -> row.period().toString())
        .containsExactly(
            "2026-09-30..2026-10-03", "2026-10-04..2026-10-10", "2026-10-11..2026-10-13");
    assertThat(table.column("clicks")).containsExactly(12L, 31L, 9L);
    assertThat(sum(table, "conversion_value")).isEqualByComparingTo("196.00");
  }

  @Test
  void givesKeywordsTheReportsDays() throws IOException {
    ReadTable table = read(file("keywords.tsv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.period()).hasToString("2026-06-10..2026-06-16"));
    assertThat(table.column("keyword")).containsExactly("steel kettle", "kettle");
    assertThat(table.header().complete()).isFalse();
    assertThat(readWithoutAccount(file("keywords.tsv")).table().header().account())
        .isEqualTo("Kiosk North");
  }

  @Test
  void addsUpDaysOfTheWeekToTheWholePeriod() throws IOException {
    String text =
        """
        "Report Name: Weekdays"
        "Report Time: 10/1/2026,10/31/2026"
        "Report Aggregation: DayOfWeek"

        "TimePeriod","CampaignName","Impressions","Clicks","Spend"
        "1","Kettles","100","4","1.50"
        "2","Kettles","100","4","1.50"
        "7","Kettles","90","5","2.25"
        """;

    ReadTable table = read(TestFile.of("weekdays.csv", text)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.rows()).hasSize(3).allMatch(row -> row.period().equals(OCTOBER));
    assertThat(sum(table, "cost")).isEqualByComparingTo("5.25");
  }

  @Test
  void readsDaysFirstWhereTheReportProvesIt() throws IOException {
    String text =
        """
        Report Name: UK,,,
        "Report Time: 01/10/2026,31/10/2026",,,
        Gregorian date,Campaign name,Spend,Clicks
        02/10/2026,Kettles,1.50,4
        """;

    ReadTable table = read(TestFile.of("uk.csv", text)).table();

    assertThat(table.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(table.header().period()).contains(OCTOBER);
  }

  @Test
  void readsHoursOfTheApiAsDays() throws IOException {
    String text =
        """
        "Report Name: Hours"
        "Report Time: 10/1/2026,10/2/2026"
        "Report Aggregation: Hourly"

        "TimePeriod","CampaignName","Impressions","Clicks","Spend"
        "2026-10-01|7","Kettles","100","4","1.50"
        "2026-10-01|8","Kettles","100","4","1.50"
        "2026-10-02|7","Kettles","90","5","2.25"
        """;

    ReadTable table = read(TestFile.of("hours.csv", text)).table();

    assertThat(table.rows()).extracting(row -> row.period().days()).containsOnly(1L);
    assertThat(sum(table, "cost")).isEqualByComparingTo("5.25");
  }

  /** Its cost would be left out, and its account be Google's. */
  @Test
  void aReportInALanguageThatIsNotKnownIsNotTakenForGoogles() throws IOException {
    String text =
        """
        "Berichtsname: Kampagnen"
        "Berichtszeitraum: 01.10.2026 - 31.10.2026"

        "Gregorianisches Datum";"Kampagnenname";"Währungscode";"Ausgaben";"Impressionen";"Klicks"
        "01.10.2026";"Kessel";"EUR";"1.234,56";"12.345";"120"
        """;

    assertThat(Owners.of(TestFile.of("kampagnen.csv", text))).isEmpty();
  }
}
