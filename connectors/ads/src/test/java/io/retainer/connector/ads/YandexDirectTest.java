package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class YandexDirectTest extends AdsContract {

  private final YandexDirect direct = new YandexDirect();

  @Override
  protected Connector connector() {
    return direct;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("api.tsv"), file("api-micros.tsv"), file("wizard.csv"), file("campaigns.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(YandexDirectTest.class, "yandex/" + name);
  }

  /** It has the positions of Direct's reports, and nothing that is paid for. */
  @Test
  void leavesSearchesToYandexWebmaster() throws IOException {
    var file =
        TestFile.of(
            "queries.csv",
            "Запрос;Показы;Клики;Ср. позиция показа;Ср. позиция клика\nчайник;1240;62;4,21;2,10\n");

    assertThat(new YandexDirect().recognise(file)).isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void readsAnAnswerOfTheApi() throws IOException {
    var sink = read(file("api.tsv"));
    ReadTable table = sink.table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)));
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "network");
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(1).values())
        .containsEntry("campaign", "Поиск_Чайники")
        .containsEntry("network", "SEARCH")
        .containsEntry("cost", new BigDecimal("5222.40"))
        .doesNotContainKey("conversions");
    assertThat(sink.passedOver()).containsKeys(1L, 6L);
  }

  @Test
  void readsAmountsInMillionthsAndAddsTheGoals() throws IOException {
    ReadTable table = read(file("api-micros.tsv")).table();

    assertThat(sum(table, "cost")).isEqualByComparingTo("300.49");
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("2"), null, new BigDecimal("1"));
  }

  @Test
  void readsTheReportWizardInWindows1251() throws IOException {
    String text;
    try (var in = file("wizard.csv").open()) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
    var old = TestFile.of("wizard.csv", text.getBytes(Charset.forName("windows-1251")));

    assertThat(direct.recognise(old)).isInstanceOf(Recognition.Recognised.class);
    ReadTable table = read(old).table();

    assertThat(table.header().currency()).contains("RUB");
    assertThat(table.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
    assertThat(table.column("campaign")).containsExactly("Поиск Чайники", "РСЯ Чайники");
    assertThat(table.column("cost"))
        .containsExactly(new BigDecimal("5964.74"), new BigDecimal("4303.17"));
    assertThat(table.column("vat_included")).containsOnly(true);
    assertThat(table.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 1)));
    AdsContract.assertAddsUp(table);
  }

  @Test
  void readsCampaignsOfAPeriodThatTheUserNames() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().currency()).contains("RUB");
    assertThat(table.header().columns()).doesNotContain("vat_included");
    assertThat(table.column("impressions")).containsExactly(4126L, 17_734L);
    AdsContract.assertAddsUp(table);
  }

  @Test
  void asksForThePeriodOfATableWithoutDates() throws IOException {
    var sink = readWithoutAccount(file("campaigns.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.advice()).contains("--period"));
  }

  @Test
  void knowsCostWithoutVat() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "report.csv",
                """
                Дата;Кампания;Показы;Клики;Расход (руб., без НДС);Отказы (%)
                01.10.2026;Чайники;100;4;12,50;10,00
                """))
            .table();

    assertThat(table.column("vat_included")).containsOnly(false);
    assertThat(table.header().currency()).contains("RUB");
  }

  @Test
  void readsMonthsThatAreNamed() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "months.csv",
                """
                Дата;Кампания;Показы;Клики;Расход (руб.);Отказы (%)
                сентябрь 2026;Чайники;100;4;12,50;10,00
                октябрь 2026;Чайники;200;8;25,50;10,00
                """))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(table.rows().get(1).period().start()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void leavesReportsOfMarketplacesAlone() throws IOException {
    var ofMarketplace =
        TestFile.of(
            "report.csv",
            """
            День;sku;Название товара;Показы;Клики;CTR (%);Расход, ₽, с НДС
            14.07.2026;4630818888;Lamp;3644;117;3,21;495,27
            """);

    assertThat(direct.recognise(ofMarketplace)).isInstanceOf(Recognition.Refused.class);
  }
}
