package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VkAdsTest extends AdsContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private final VkAds ads = new VkAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("ads.csv"), file("campaigns.csv"), file("old.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(VkAdsTest.class, "vk/" + name);
  }

  @Test
  void readsDaysOfAdsAndChecksThem() throws IOException {
    ReadTable table = read(file("ads.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().currency()).contains("RUB");
    assertThat(table.header().complete()).isTrue();
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(0).values())
        .containsEntry("campaign", "Чайники")
        .containsEntry("ad_group", "Москва")
        .containsEntry("ad", "Пар")
        .containsEntry("cost", new BigDecimal("2050.00"))
        .containsEntry("impressions", 12_000L)
        .containsEntry("clicks", 310L)
        .containsEntry("reach", 10_400L);
    assertAddsUp(table);
    assertThat(sum(table, "cost")).isEqualByComparingTo("2800.10");
  }

  @Test
  void keepsWhatResultsAreOf() throws IOException {
    ReadTable table = read(file("ads.csv")).tables().get(0);

    assertThat(table.column("result_type")).containsExactly("Покупки", "Покупки", "Подписка");
    assertThat(table.column("results"))
        .containsExactly(new BigDecimal("4"), new BigDecimal("0"), new BigDecimal("35"));
  }

  @Test
  void leavesOutResultsOfNobodyKnowsWhat() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.column("results")).containsOnlyNulls();
    assertThat(read(file("campaigns.csv")).passedOver().get(1L)).contains("Результат");
    assertThat(table.column("vat_included")).containsExactly(true, true);
    assertThat(table.header().period()).contains(OCTOBER);
  }

  @Test
  void readsTheOlderCabinet() throws IOException {
    ReadTable table = read(windows1251(file("old.csv"))).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2024, 4, 2)));
    assertThat(sum(table, "cost")).isEqualByComparingTo("610.40");
    assertThat(table.column("clicks")).containsExactly(51L, 47L);
    assertThat(table.column("link_clicks")).containsExactly(40L, 38L);
    assertAddsUp(table);
  }

  private static TestFile windows1251(TestFile file) throws IOException {
    try (var in = file.open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TestFile.of(file.name(), text.getBytes(Charset.forName("windows-1251")));
    }
  }

  @Test
  void readsAWorkbook() throws IOException {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Объявления",
        List.of(
            List.of("ID группы", "Название объявления", "Показы", "Потрачено всего, ₽"),
            List.of(8001, "Пар", 12000, 2050),
            List.of(8001, "Ромашка", 3100, 260.1)));

    ReadTable table = read(TestFile.of("statistics.xlsx", Archives.xlsx(sheets))).table();

    assertThat(sum(table, "cost")).isEqualByComparingTo("2310.1");
    assertThat(table.header().cut()).containsExactlyInAnyOrder("ad_group", "ad");
  }
}
