package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Bitrix24Test extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Bitrix24();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("bitrix24-deals.csv"),
        file("bitrix24-deals-en.csv"),
        file("bitrix24-deals.xls"),
        file("bitrix24-leads.csv"));
  }

  @Test
  void readsDeals() throws IOException {
    ReadTable deals = read(file("bitrix24-deals.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "lost", "open");
    assertThat(deals.column("amount"))
        .containsExactly(
            new BigDecimal("125000.00"), new BigDecimal("800.50"), new BigDecimal("0.00"));
    assertThat(deals.column("currency")).containsExactly("RUB", "BYN", "RUB");
    assertThat(deals.column("probability"))
        .usingElementComparator((a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b))
        .containsExactly(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("0.5"));
    assertThat(deals.column("closed_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 14, 0, 0), LocalDateTime.of(2026, 10, 20, 0, 0), null);
  }

  @Test
  void takesAProbabilityOfOnePercentForNoCertainty() throws IOException {
    String deals =
        file("bitrix24-deals.csv")
            .text()
            .replace("\"Вероятность\"", "\"Вероятность, %\"")
            .replace("\"50\"", "\"1\"");

    assertThat(read(TestFile.of("deals.csv", deals)).table().column("probability").get(2))
        .isEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void saysInWhichCurrencyADealCountsThatNamesNone() throws IOException {
    String deals = file("bitrix24-deals.csv").text();

    assertThat(read(TestFile.of("deals.csv", deals)).assumed()).isEmpty();
    assertThat(
            read(TestFile.of("deals.csv", deals.replaceFirst("RUB|Российский рубль", "")))
                .assumed())
        .singleElement()
        .asString()
        .contains("the client's own");
  }

  @Test
  void saysThatNobodyChangesWhenADealOrLeadWasCreated() throws IOException {
    assertThat(read(file("bitrix24-deals.csv")).unchanging()).containsExactly("created_at");
    assertThat(read(file("bitrix24-leads.csv")).unchanging()).containsExactly("created_at");
  }

  @Test
  void readsTheSameFromTheTableThatCallsItselfAWorkbook() throws IOException {
    assertThat(read(file("bitrix24-deals.xls")).table().column("deal_id"))
        .isEqualTo(read(file("bitrix24-deals.csv")).table().column("deal_id"));
    assertThat(read(file("bitrix24-deals.xls")).table().column("amount"))
        .isEqualTo(read(file("bitrix24-deals.csv")).table().column("amount"));
  }

  @Test
  void asksHowADealEndedWhoseStageNobodyKnows() throws IOException {
    var file =
        TestFile.of(
            "deals.csv",
            """
            ID;Название сделки;Стадия сделки;Сделка закрыта;Сумма;Дата создания
            1;Окна;Договор подписан;Да;100.50;01.09.2026 09:00:00
            2;Двери;Замер;Нет;100.50;21.09.2026 09:00:00
            """);

    ReadTable deals = read(file).table();

    assertThat(deals.column("status")).containsExactly("open");
    assertThat(deals.rejected().get(0).issue().advice()).contains("won-stages");
    assertThat(named(file, Map.of("won-stages", "договор подписан")).table().column("status"))
        .containsExactly("won", "open");
  }

  private RecordingSink named(TestFile file, Map<String, String> values) throws IOException {
    ReadSettings usual = settings();
    var sink = new RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                usual.zone(), usual.currency(), usual.account(), usual.period(), values),
            sink);
    return sink;
  }

  @Test
  void readsLeads() throws IOException {
    ReadTable leads = read(file("bitrix24-leads.csv")).table();

    assertThat(leads.header().dataset().name()).isEqualTo("leads");
    assertThat(leads.column("status")).containsExactly("new", "qualified", "spam", null);
    assertThat(leads.column("lead_type")).containsExactly("form", "call", null, "chat");
    assertThat(leads.column("lead_key").get(0)).isNotNull();
    assertThat(leads.column("lead_key").get(1)).isEqualTo(leads.column("lead_key").get(0));
  }

  @Test
  void keepsNoNumberAndNoAddress() throws IOException {
    TestFile leads = file("bitrix24-leads.csv");

    assertThat(leads.text()).contains("123-45-67", "lee@example.com", "Примеров");
    assertThat(read(leads).transcript()).doesNotContain("123-45-67", "lee@example.com", "Примеров");
  }

  @Test
  void readsEnglishDeals() throws IOException {
    ReadTable deals = read(file("bitrix24-deals-en.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "lost");
    assertThat(deals.column("currency")).containsOnly("USD");
    assertThat(deals.column("created_at"))
        .containsExactly(
            LocalDateTime.of(2026, 9, 21, 9, 0), LocalDateTime.of(2026, 9, 12, 11, 30));
  }

  private static TestFile file(String name) {
    return TestFile.resource(Bitrix24Test.class, name);
  }
}
