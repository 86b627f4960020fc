package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cards of an overview, whose days stand in their names. */
class GoogleAdsCardsTest extends AdsContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
  private static final String DEVICES = "Devices(2026.10.01-2026.10.31).csv";
  private static final String DAYS = "Time_series(2026.10.05-2026.10.06).csv";
  private static final String HOURS = "Day_&_hour(Day_Hour_2026.10.01-2026.10.31).csv";
  private static final String PLACES = "Locations(Geographic_Report_2026.10.05).csv";

  private final GoogleAds ads = new GoogleAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("campaigns.csv"), file(DEVICES), file(DAYS), file(HOURS));
  }

  private static TestFile file(String name) {
    return TestFile.resource(GoogleAdsCardsTest.class, "google/" + name);
  }

  @Test
  void readsACardWhoseDaysStandInItsName() throws IOException {
    ReadTable table = read(file(DEVICES)).table();

    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.column("device"))
        .containsExactly("Computers", "Mobile Phones", "Tablets", "TV screens");
    assertThat(table.column("cost"))
        .containsExactly(
            new BigDecimal("3.38"),
            new BigDecimal("1135.81"),
            new BigDecimal("0.48"),
            new BigDecimal("0.00"));
  }

  @Test
  void readsTheDaysOfATimeSeries() throws IOException {
    ReadTable table = read(file(DAYS)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 5)));
    assertThat(table.column("impressions")).containsExactly(120L, 17L);
  }

  @Test
  void readsTheCardsOfAnOverviewTogetherAndNamesThoseItLeavesOut() throws IOException {
    var zip =
        TestFile.of(
            "Overview_cards_csv(2026.10.05).zip",
            Archives.zip(texts(DEVICES, DAYS, HOURS, PLACES)));

    assertThat(ads.recognise(zip)).isInstanceOf(Recognition.Recognised.class);
    var sink = read(zip);

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(3);
    assertThat(sink.passedOver().values()).anySatisfy(why -> assertThat(why).contains("Location"));
    assertThat(sink.tables().get(2).column("impressions")).containsExactly(3L, 4L, 0L);
  }

  @Test
  void tellsACardOfFewColumnsByItsName() throws IOException {
    var searches =
        TestFile.of(
            "Searches(Search_2026.10.01-2026.10.31).csv",
            bytes("Search,Cost,Clicks,Impressions,Conversions\ndesk lamp,US$1.50,2,30,0.00\n"));
    var weekdays =
        TestFile.of(
            "Day_&_hour(Day_2026.10.01-2026.10.31).csv",
            bytes("Day,Impressions\nSunday,52\nMonday,68\n"));

    ReadTable terms = read(searches).table();

    assertThat(terms.header().period()).contains(OCTOBER);
    assertThat(terms.column("keyword")).containsExactly("desk lamp");
    assertThat(terms.column("cost")).containsExactly(new BigDecimal("1.50"));
    assertThat(read(weekdays).table().column("impressions")).containsExactly(52L, 68L);
  }

  @Test
  void takesATableOfTheSameHeadingsForNoCardUnderAnotherName() throws IOException {
    var searches =
        TestFile.of(
            "searches.csv",
            bytes("Search,Cost,Clicks,Impressions,Conversions\ndesk lamp,1.50,2,30,0.00\n"));

    assertThat(ads.recognise(searches)).isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void saysWhyACardOfWordsIsNotKept() throws IOException {
    var words =
        TestFile.of(
            "Searches(Word_2026.10.01-2026.10.31).csv",
            bytes(
                "Word,Cost,Clicks,Impressions,Conversions,Top Containing Queries\n"
                    + "lamp,US$1.50,2,30,0.00,\"(desk lamp, floor lamp)\"\n"));

    var sink = read(words);

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("several times"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> texts(String... names) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      texts.put(name, file(name).text());
    }
    return texts;
  }
}
