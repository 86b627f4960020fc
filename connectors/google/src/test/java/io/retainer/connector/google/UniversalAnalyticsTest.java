package io.retainer.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UniversalAnalyticsTest extends ConnectorContract {

  private static final DateSpan JULY =
      DateSpan.ofDays(LocalDate.of(2022, 7, 1), LocalDate.of(2022, 7, 31));

  @Override
  protected Connector connector() {
    return new UniversalAnalytics();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture("ua-channels.csv"), fixture("ua-pages.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(UniversalAnalyticsTest.class, "fixtures/" + name);
  }

  private static String text(String fixture) throws IOException {
    try (var in = fixture(fixture).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsChannelsWithSessionsOfOneHit() throws IOException {
    var table = read(fixture("ua-channels.csv")).tables().get(0);

    assertThat(table.header().account()).isEqualTo("All Web Site Data");
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.column("sessions")).containsExactly(1250L, 400L);
    assertThat(table.column("single_hit_sessions")).containsExactly(500L, 221L);
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("25"), new BigDecimal("4"));
    assertThat((BigDecimal) table.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("112500");
    assertThat(table.header().columns()).doesNotContain("engaged_sessions", "bounce_sessions");
    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("1650");
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void takesTheCurrencyFromTheAmounts() throws IOException {
    String revenue =
        text("ua-channels.csv").replace("Goal Value", "Revenue").replace("$0.00", "$12.50");

    var sink = read(TestFile.of("ua-channels.csv", revenue));

    assertThat(sink.tables().get(0).header().currency()).contains("USD");
    assertThat(sink.assumed()).isEmpty();
  }

  @Test
  void readsDaysWhoseOrderOnlyThePeriodTells() throws IOException {
    var days = read(fixture("ua-channels.csv")).tables().get(1);

    assertThat(days.header().grain()).isEqualTo(Grain.DAY);
    assertThat(days.rows())
        .extracting(row -> row.period().start())
        .containsExactly(
            LocalDate.of(2022, 7, 1), LocalDate.of(2022, 7, 2), LocalDate.of(2022, 7, 3));
    assertThat(days.column("users")).containsExactly(1000L, 200L, 150L);
  }

  @Test
  void readsPagesWithWhereVisitsBegan() throws IOException {
    var table = read(fixture("ua-pages.csv")).tables().get(0);

    assertThat(table.header().period()).contains(JULY);
    assertThat(table.column("pageviews")).containsExactly(2400L, 900L);
    assertThat(table.column("sessions")).containsExactly(1900L, 700L);
    assertThat(table.column("entrances")).containsExactly(800L, 650L);
    assertThat(table.header().complete()).isFalse();
  }

  @Test
  void readsNumbersAsThePagesLanguageWritesThem() throws IOException {
    var table =
        read(TestFile.of(
                "nl.csv",
                "# ----------------------------------------\n# birch.example\n# Apparaten\n"
                    + "# 20220701-20220731\n# ----------------------------------------\n\n"
                    + "Apparaatcategorie,Sessies,% nieuwe sessies,Nieuwe gebruikers,Bouncepercentage,"
                    + "Pagina's/sessie,Gem. sessieduur\n"
                    + "desktop,2.546,\"99,88%\",2.543,\"50,00%\",\"1,15\",00:00:31\n"
                    + "mobile,449,\"73,05%\",328,\"57,91%\",\"2,16\",00:01:19\n"))
            .table();

    assertThat(table.column("sessions")).containsExactly(2546L, 449L);
    assertThat(table.column("single_hit_sessions")).containsExactly(1273L, 260L);
  }

  @Test
  void readsAWorkbookWithItsDaysInTheFirstSheet() throws IOException {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Summary",
        List.of(List.of("www.birch.example"), List.of("Pages"), List.of("20220701-20220731")));
    sheets.put(
        "Dataset1",
        List.of(
            List.of("Page", "Pageviews", "Unique Pageviews", "Entrances", "Bounce Rate"),
            List.of("/tents", 1200, 900, 400, 0.35),
            Arrays.asList(null, 1200, 900, 400, 0.35)));
    sheets.put(
        "Dataset2",
        List.of(
            List.of("Day Index", "Pageviews"),
            List.of(LocalDate.of(2022, 7, 1), 700),
            List.of(LocalDate.of(2022, 7, 2), 500),
            Arrays.asList(null, 1200)));
    var sink = read(TestFile.of("Analytics.xlsx", Archives.xlsx(sheets)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().period()).contains(JULY);
    assertThat(sink.tables().get(0).header().account()).isEqualTo("www.birch.example");
    assertThat(sink.tables().get(1).column("pageviews")).containsExactly(700L, 500L);
  }

  @Test
  void readsTwoPeriodsEachByItselfAndSegmentsNotAtAll() throws IOException {
    var table =
        read(TestFile.of(
                "compared.csv",
                "# ----------------------------------------\n# birch.example\n# Devices\n"
                    + "# 20220701-20220731\n# 20220601-20220630\n"
                    + "# ----------------------------------------\n\n"
                    + "Device Category,Date Range,Segment,Sessions,% New Sessions,Bounce Rate\n"
                    + "desktop,\"Jul 1, 2022 - Jul 31, 2022\",All Users,20,50.00%,50.00%\n"
                    + "desktop,\"Jul 1, 2022 - Jul 31, 2022\",Mobile traffic,4,50.00%,50.00%\n"
                    + "desktop,\"Jun 1, 2022 - Jun 30, 2022\",All Users,10,50.00%,40.00%\n"))
            .table();

    assertThat(table.column("sessions")).containsExactly(20L, 10L);
    assertThat(table.rows().get(0).period()).isEqualTo(JULY);
    assertThat(table.rows().get(1).period().start()).isEqualTo(LocalDate.of(2022, 6, 1));
  }

  @Test
  void leavesMailingsWithVisitsToTheirConnector() throws IOException {
    assertThat(
            connector()
                .recognise(
                    TestFile.of(
                        "campaigns.csv",
                        "Title,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Total"
                            + " Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Unique"
                            + " Id,Visits,New Visits,Pages/Visit,Bounce Rate,Time on Site\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void leavesGoogleAnalytics4ToItsOwnConnector() throws IOException {
    for (String other :
        List.of("traffic-acquisition.csv", "pages-and-screens.csv", "exploration.csv")) {
      assertThat(connector().recognise(fixture(other)))
          .as(other)
          .isInstanceOf(Recognition.Refused.class);
    }
    for (String own : List.of("ua-channels.csv", "ua-pages.csv")) {
      assertThat(new GoogleAnalytics4().recognise(fixture(own)))
          .as(own)
          .isInstanceOf(Recognition.Refused.class);
    }
  }
}
