package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.OCTOBER;
import static io.retainer.connector.google.AnalyticsFiles.edited;
import static io.retainer.connector.google.AnalyticsFiles.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoogleAnalytics4Test extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new GoogleAnalytics4();
  }

  @Override
  protected List<TestFile> samples() {
    return Stream.of(
            "traffic-acquisition.csv",
            "pages-and-screens.csv",
            "reports-snapshot.csv",
            "exploration.csv",
            "by-date.csv",
            "channels-by-hour.csv",
            "run-report.json",
            "snapshot-es.csv")
        .map(AnalyticsFiles::fixture)
        .toList();
  }

  @Override
  protected ReadSettings settings() {
    return AnalyticsFiles.settings(Optional.empty());
  }

  @Test
  void readsSessionsByChannelForTheStatedPeriod() throws IOException {
    var table = read(fixture("traffic-acquisition.csv")).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_traffic");
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().account()).isEqualTo("birch.example – GA4");
    assertThat(table.column("channel"))
        .containsExactly("Organic Search", "Direct", "Referral", "Unassigned");
    assertThat(table.column("sessions")).containsExactly(1000L, 400L, 50L, 7L);
    assertThat(table.column("engaged_sessions")).containsExactly(620L, 180L, 31L, 0L);
    assertThat(table.rows().get(0).line()).isEqualTo(11);
    assertThat((BigDecimal) table.rows().get(0).value("engagement_seconds"))
        .isEqualByComparingTo("41500");
    assertThat((BigDecimal) table.rows().get(0).value("revenue")).isEqualByComparingTo("1250.5");
  }

  @Test
  void rebuildsEngagedSessionsFromTheBounceRate() throws IOException {
    var table = read(fixture("exploration.csv")).table();

    assertThat(table.column("engaged_sessions")).containsExactly(620L, 207L);
    assertThat(table.column("source_name")).containsExactly("google", "(direct)");
    assertThat(table.column("medium")).containsExactly("organic", "(none)");
    assertThat(table.header().account()).isEqualTo("birch.example – GA4");
  }

  @Test
  void handsOverTheGrandTotalOfWhatAddsUp() throws IOException {
    var table = read(fixture("exploration.csv")).table();

    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("1457");
              assertThat(total.line()).isEqualTo(8);
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void readsTheTablesOfASnapshotAndNamesTheOthers() throws IOException {
    var sink = read(fixture("reports-snapshot.csv"));

    assertThat(sink.tables())
        .extracting(table -> table.header().dataset().name() + table.header().cut())
        .containsExactly(
            "web_traffic[]",
            "web_traffic[]",
            "web_traffic[channel]",
            "web_traffic[country]",
            "landing_pages[page]",
            "web_events[event_name]");
    assertThat(sink.tables().get(0).rows())
        .extracting(row -> row.period().start().getDayOfMonth())
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(sink.passedOver().values())
        .anyMatch(reason -> reason.contains("first visit"))
        .anyMatch(reason -> reason.contains("Week 0"))
        .anyMatch(reason -> reason.contains("without rows"));
  }

  @Test
  void readsDaysInAnyOrder() throws IOException {
    var table = read(fixture("by-date.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.rows())
        .extracting(row -> row.period().start().getDayOfMonth())
        .containsExactly(3, 1, 2);
    assertThat(table.column("engaged_sessions")).containsExactly(6L, 11L, 0L);
  }

  @Test
  void passesOverComparisonsWithAReason() throws IOException {
    String text = fixture("traffic-acquisition.csv").text();
    String second =
        "\n\n# Mobile traffic\n# Start date: 20261001\n# End date: 20261031\n"
            + text.substring(
                text.indexOf("Session primary channel group (Default Channel Group),"));
    var sink = read(TestFile.of("both.csv", text + second));

    assertThat(sink.table().column("sessions")).containsExactly(1000L, 400L, 50L, 7L);
    assertThat(sink.passedOver().values()).anyMatch(reason -> reason.contains("Mobile traffic"));

    var alone = read(edited("traffic-acquisition.csv", it -> it.replace("All Users", "Mobile")));
    assertThat(alone.tables()).isEmpty();
    assertThat(alone.issues().get(0).saw()).contains("comparison \"Mobile\"");
  }

  @Test
  void rejectsDaysThatDoNotExistOrLieOutsideThePeriod() throws IOException {
    var table =
        read(edited(
                "by-date.csv",
                text -> text.replace("20261003,", "20261032,").replace("20261002", "20251002")))
            .table();

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rejected())
        .extracting(rejected -> rejected.issue().saw())
        .containsExactly("20261032", "20251002");
  }

  @Test
  void refusesUniversalAnalyticsByName() throws IOException {
    var universal =
        edited(
            "pages-and-screens.csv",
            text -> text.replace(",Views,Active users,", ",Pageviews,Unique Pageviews,"));

    assertThat(connector().recognise(universal))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("Universal Analytics"));
  }
}
