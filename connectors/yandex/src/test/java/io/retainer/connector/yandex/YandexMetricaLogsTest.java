package io.retainer.connector.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class YandexMetricaLogsTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new YandexMetricaLogs();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture("visits.tsv"), fixture("hits.tsv"));
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(YandexMetricaLogsTest.class, "fixtures/" + name);
  }

  @Test
  void readsEachVisitAsASession() throws IOException {
    var table = read(fixture("visits.tsv")).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_traffic");
    assertThat(table.header().cut())
        .containsExactlyInAnyOrder("channel", "source_name", "device", "country");
    assertThat(table.header().currency()).contains("BYN");
    assertThat(table.column("sessions")).containsExactly(1L, 1L, 1L);
    assertThat(table.column("bounce_sessions")).containsExactly(0L, 1L, 0L);
    assertThat(table.column("repeat_sessions")).containsExactly(0L, 1L, 1L);
    assertThat(table.column("pageviews")).containsExactly(3L, 1L, 5L);
    assertThat(table.column("channel")).containsExactly("Organic Search", "Direct", "Paid Other");
    assertThat(table.column("source_name")).containsExactly("yandex", null, "nordnews");
    assertThat(table.column("device")).containsExactly("mobile", "desktop", "desktop");
    assertThat(table.column("transactions")).containsExactly(1L, 0L, 2L);
    assertThat((BigDecimal) table.rows().get(2).value("revenue")).isEqualByComparingTo("30.25");
  }

  @Test
  void takesTheCounterForTheAccountWhenNobodyNamesOne() throws IOException {
    assertThat(read(fixture("visits.tsv")).table().header().account()).isEqualTo("sample");
    assertThat(LogFields.withoutAttribution("ym:s:CROSS_DEVICE_LAST_SIGNIFICANTTrafficSource"))
        .isEqualTo("ym:s:TrafficSource");
    assertThat(LogFields.withoutAttribution("ym:s:lastsignUTMSource")).isEqualTo("ym:s:UTMSource");
  }

  @Test
  void saysInWhichCurrencyPurchasesCountThatNameNone() throws IOException {
    String visits = text("visits.tsv");
    String nameless = visits.replace("['BYN']", "[]").replace("['BYN','BYN']", "[]");
    String halfNamed = visits.replace("['BYN','BYN']", "[]");

    assertThat(read(TestFile.of("v.tsv", visits)).assumed()).isEmpty();
    assertThat(read(TestFile.of("v.tsv", nameless)).assumed())
        .singleElement()
        .asString()
        .contains("the client's own");
    assertThat(read(TestFile.of("v.tsv", halfNamed)).assumed())
        .singleElement()
        .asString()
        .contains("BYN", "the first purchase");
  }

  @Test
  void rejectsAPurchaseInAnotherCurrency() throws IOException {
    var table =
        read(TestFile.of("v.tsv", text("visits.tsv").replace("['BYN','BYN']", "['BYN','EUR']")))
            .table();

    assertThat(table.rows()).hasSize(2);
    assertThat(table.rejected().get(0).issue().expected()).contains("BYN");
  }

  @Test
  void readsHitsAsEventsWithHashedVisitors() throws IOException {
    var table = read(fixture("hits.tsv")).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_events");
    assertThat(table.column("event_name")).containsExactly("page_view", "click", "page_view");
    assertThat(table.column("page").get(0)).isEqualTo("https://birch.example/tents/duo");
    assertThat(table.column("happened_at").get(0))
        .isEqualTo(LocalDateTime.of(2026, 10, 1, 10, 0, 1));
    assertThat(table.column("visitor_key").get(0))
        .isEqualTo(table.column("visitor_key").get(1))
        .isNotEqualTo("1690000001");
    assertThat(table.toString()).doesNotContain("1690000001", "ann@mail.example");
  }

  @Test
  void leavesReportsToTheConnectorOfReports() throws IOException {
    String log = text("visits.tsv");
    assertThat(new YandexMetrica().recognise(TestFile.of("v.tsv", log)))
        .isInstanceOf(Recognition.Refused.class);
    assertThat(connector().recognise(TestFile.of("r.csv", "Визиты,Посетители\n1,1\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  private static String text(String fixture) throws IOException {
    try (var in = fixture(fixture).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
