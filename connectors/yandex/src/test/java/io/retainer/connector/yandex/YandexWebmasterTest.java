package io.retainer.connector.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YandexWebmasterTest extends ConnectorContract {

  private static final String QUERIES = "webmaster-queries-2026-10-01-2026-10-31.csv";
  private static final String DAYS = "webmaster-days.csv";
  private static final String POPULAR = "webmaster-popular.json";
  private static final String ANALYTICS = "webmaster-analytics.json";
  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  @Override
  protected Connector connector() {
    return new YandexWebmaster();
  }

  @Override
  protected List<TestFile> samples() {
    return Stream.of(QUERIES, DAYS, POPULAR, ANALYTICS).map(YandexWebmasterTest::fixture).toList();
  }

  @Test
  void readsQueriesOfTheDaysInTheNameOfTheFile() throws IOException {
    ReadTable table = read(fixture(QUERIES)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().cut()).containsExactly("query");
    assertThat(table.header().complete()).isFalse();
    assertThat(table.rejected()).isEmpty();
    assertThat(table.column("impressions")).containsExactly(1240L, 310L, 98L);
    assertThat(table.column("clicks")).containsExactly(62L, 41L, 0L);
    assertThat(table.column("position")).startsWith(new BigDecimal("4.21"));
  }

  @Test
  void readsDaysWithTheTotalsOfTheSource() throws IOException {
    ReadTable table = read(fixture(DAYS)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().complete()).isTrue();
    assertThat(table.header().cut()).isEmpty();
    assertThat(table.column("clicks")).containsExactly(62L, 71L, 0L);
    assertThat(table.column("position"))
        .containsExactly(new BigDecimal("4.21"), new BigDecimal("4.05"), null);
    assertThat(table.totals())
        .extracting(total -> total.column() + " " + total.value())
        .containsExactly("impressions 2550", "clicks 133");
  }

  @Test
  void asksForTheDaysOfATableWithoutDates() throws IOException {
    var sink = new RecordingSink();
    new YandexWebmaster()
        .read(
            TestFile.of("queries.csv", text(QUERIES)),
            new ReadSettings(
                ZoneId.of("Europe/Minsk"),
                Currency.getInstance("BYN"),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);

    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.advice()).contains("--period"));
  }

  @Test
  void readsTheMostFrequentQueriesOfTheInterface() throws IOException {
    ReadTable table = read(fixture(POPULAR)).table();

    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.column("query"))
        .containsExactly("чайник купить минск", "электрический чайник");
    assertThat(table.column("impressions")).containsExactly(1240L, 98L);
  }

  @Test
  void readsQueriesDayByDayAndPassesOverMereDemand() throws IOException {
    ReadTable table = read(fixture(ANALYTICS)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("clicks")).containsExactly(3L, 2L);
    assertThat(table.column("position")).containsExactly(new BigDecimal("4.5"), null);
  }

  @Test
  void leavesAdvertisingToYandexDirect() throws IOException {
    var file =
        TestFile.of(
            "report.csv",
            "Дата;Показы;Клики;Расход (руб.);Ср. позиция показа\n01.10.2026;10;1;12,50;2,5\n");

    assertThat(new YandexWebmaster().recognise(file)).isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void refusesATableByRegion() throws IOException {
    var file =
        TestFile.of(
            "regions.csv",
            "Запрос;Регион;Показы;Клики;Ср. позиция показа\nчайник;Минск;10;1;2,5\n");

    assertThat(new YandexWebmaster().recognise(file)).isInstanceOf(Recognition.Refused.class);
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(YandexWebmasterTest.class, "fixtures/" + name);
  }

  private static String text(String name) throws IOException {
    try (var in = fixture(name).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
