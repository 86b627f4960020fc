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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokAdsTest extends AdsContract {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final DateSpan OCTOBER = DateSpan.ofDays(FIRST, LocalDate.of(2026, 10, 31));

  private final TikTokAds ads = new TikTokAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("days.csv"), file("campaigns.csv"), file("days-de.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(TikTokAdsTest.class, "tiktok/" + name);
  }

  @Test
  void readsRussianHeadingsAndTheirTotal() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "отчёт.csv",
                """
                Название кампании,Статус,Стоимость,Показы,Клики (место назначения),CTR (место назначения),Конверсии,Валюта,По дням
                Осень,Активна,10.5,1000,20,2%,1,USD,2026-10-01
                Итого,-,10.5,1000,20,2%,1,USD,-
                """))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("cost")).containsExactly(new BigDecimal("10.5"));
    assertAddsUp(table);
  }

  @Test
  void readsDaysAndChecksThemAgainstTheLineOfTotals() throws IOException {
    ReadTable table = read(file("days.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "ad_group", "ad");
    assertThat(table.header().currency()).contains("EUR");
    assertThat(table.header().complete()).isTrue();
    assertAddsUp(table);
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(0).period()).isEqualTo(DateSpan.ofDay(FIRST));
    assertThat(table.rows().get(0).values())
        .containsEntry("ad", "Unboxing")
        .containsEntry("cost", new BigDecimal("1012.50"))
        .containsEntry("impressions", 40_000L)
        .containsEntry("clicks", 950L)
        .containsEntry("link_clicks", 812L)
        .containsEntry("video_views", 39_000L)
        .containsEntry("reach", 32_100L)
        .containsEntry("conversions", new BigDecimal("21"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2E+17", "1.23457E+17"})
  void refusesRowsWhoseIdExcelHasRounded(String id) throws IOException {
    ReadTable table =
        read(TestFile.of(
                "report.csv",
                ("By Day;Campaign ID;Cost;Currency;Impressions;Clicks (all)\r\n"
                        + ("2026-10-01;" + id + ";1012,50;EUR;40000;950\r\n")
                        + "2026-10-01;120210000000000018;87,50;EUR;4500;55\r\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .tables()
            .get(0);

    assertThat(table.column("campaign")).containsExactly("120210000000000018");
    assertThat(table.rejected())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.issue().column()).isEqualTo("Campaign ID");
              assertThat(row.issue().saw()).isEqualTo(id);
              assertThat(row.issue().advice()).contains("without opening it in Excel");
            });
  }

  @Test
  void keepsWhatResultsAreOf() throws IOException {
    ReadTable table = read(file("days.csv")).tables().get(0);

    assertThat(table.column("result_type"))
        .containsExactly("Complete payment", "Complete payment", "Followers");
    assertThat(table.column("results"))
        .containsExactly(new BigDecimal("21"), new BigDecimal("0"), new BigDecimal("75"));
    assertThat(table.totals()).noneMatch(total -> total.column().equals("results"));
  }

  @Test
  void takesCompletePaymentsWhereConversionsAreNoColumn() throws IOException {
    ReadTable table = read(file("campaigns.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.period()).isEqualTo(OCTOBER));
    assertThat(table.column("cost"))
        .containsExactly(new BigDecimal("812.40"), new BigDecimal("40.00"));
    assertThat(table.column("impressions")).containsExactly(33_210L, 9800L);
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("17"), new BigDecimal("0"));
    assertThat(sum(table, "conversion_value")).isEqualByComparingTo("1402.55");
    assertAddsUp(table);
  }

  @Test
  void asksForThePeriodOfAFileWithoutDays() throws IOException {
    assertThat(readWithoutAccount(file("campaigns.csv")).issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.advice()).contains("name the period"));
  }

  @Test
  void readsAWorkbook() throws IOException {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Sheet1",
        List.of(
            List.of("Date", "Campaign name", "Cost", "Impressions", "Clicks (destination)", "CPM"),
            List.of("2026-10-01", "Autumn", 12.5, 4000, 80, 3.13),
            List.of("2026-10-02", "Autumn", 20, 6000, 120, 3.33),
            Arrays.asList("Total of 2 results", "-", 32.5, 10000, 200, 3.25)));

    ReadTable table = read(TestFile.of("Campaign Report.xlsx", Archives.xlsx(sheets))).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(sum(table, "cost")).isEqualByComparingTo("32.5");
    assertAddsUp(table);
  }
}
