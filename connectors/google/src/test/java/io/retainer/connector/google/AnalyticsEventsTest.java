package io.retainer.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalyticsEventsTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new AnalyticsEvents();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture());
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Helsinki"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static TestFile fixture() {
    return TestFile.resource(AnalyticsEventsTest.class, "fixtures/events.jsonl");
  }

  @Test
  void readsEachEventWithHashedVisitorAndSession() throws IOException {
    var table = read(fixture()).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_events");
    assertThat(table.header().account()).isEqualTo("987654");
    assertThat(table.column("event_name")).containsExactly("page_view", "purchase", "page_view");
    assertThat(table.column("events")).containsOnly(1L);
    assertThat(table.column("channel")).containsExactly("Organic Search", null, null);
    assertThat(table.column("visitor_key").get(0)).isEqualTo(table.column("visitor_key").get(1));
    assertThat(table.column("session_key").get(0))
        .isEqualTo(table.column("session_key").get(1))
        .isNotEqualTo(table.column("session_key").get(2));
    assertThat(table.rows().get(2).period().start()).isEqualTo(LocalDate.of(2026, 10, 2));
    assertThat(table.toString()).doesNotContain("1111.2222", "ann@mail.example");
  }

  @Test
  void readsMomentsOnTheClientsClockAndRevenueInItsCurrency() throws IOException {
    var table = read(fixture()).table();

    assertThat(table.column("happened_at").get(0))
        .isEqualTo(LocalDateTime.of(2026, 10, 1, 13, 0, 1));
    assertThat(table.header().currency()).contains("SEK");
    assertThat((BigDecimal) table.rows().get(1).value("revenue")).isEqualByComparingTo("499.5");
    assertThat(table.column("page"))
        .containsExactly(
            "https://birch.example/tents",
            "https://birch.example/thanks",
            "https://birch.example/");
  }

  @Test
  void findsTheCurrencyOfAPurchaseThatComesAfterManyPages() throws IOException {
    List<String> events = fixture().text().lines().toList();
    String many = (events.get(0) + "\n").repeat(500);

    var table = read(TestFile.of("events.jsonl", many + events.get(1) + "\n")).table();

    assertThat(table.header().currency()).contains("SEK");
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void saysInWhichCurrencyPurchasesCountThatNameNone() throws IOException {
    String nameless = fixture().text().replace("\"currency\"", "\"coupon\"");

    assertThat(read(fixture()).assumed()).isEmpty();
    assertThat(read(TestFile.of("events.jsonl", nameless)).assumed())
        .singleElement()
        .asString()
        .contains("the client's own");
  }

  @Test
  void leavesOutALineThatIsBrokenAndReadsTheNext() throws IOException {
    String text = fixture().text();
    var table =
        read(TestFile.of(
                "e.jsonl",
                text.replace(
                    "\n{\"event_date\":\"20261002", "\n{oops\n{\"event_date\":\"20261002")))
            .table();

    assertThat(table.rows()).hasSize(3);
    assertThat(table.rejected()).hasSize(1);
  }
}
