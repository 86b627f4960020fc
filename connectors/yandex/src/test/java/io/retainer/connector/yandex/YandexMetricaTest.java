package io.retainer.connector.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
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

class YandexMetricaTest extends ConnectorContract {

  private static final String TRAFFIC = "traffic-2026-10-01-2026-10-03.csv";
  private static final String SOURCES = "sources-2026-10-01-2026-10-31.csv";
  private static final String TAGS = "utm-2026-10-01-2026-10-31.csv";
  private static final String ENTRIES = "entries-2026-10-01-2026-10-31.csv";
  private static final String POPULAR = "popular-2026-10-01-2026-10-31.csv";
  private static final String API = "api-sources.csv";
  private static final String ANSWER = "api-sources.json";
  private static final String BY_TIME = "api-bytime.json";
  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  @Override
  protected Connector connector() {
    return new YandexMetrica();
  }

  @Override
  protected List<TestFile> samples() {
    return Stream.of(TRAFFIC, SOURCES, TAGS, ENTRIES, POPULAR, API, ANSWER, BY_TIME)
        .map(YandexMetricaTest::fixture)
        .toList();
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(YandexMetricaTest.class, "fixtures/" + name);
  }

  private static String text(String fixture) throws IOException {
    try (var in = fixture(fixture).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What is read when the user says nothing. */
  private RecordingSink readAlone(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                ZoneId.of("Europe/Minsk"),
                Currency.getInstance("BYN"),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);
    return sink;
  }

  @Test
  void readsVisitsByDayWithTheCountsBehindTheRates() throws IOException {
    var table = read(fixture(TRAFFIC)).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_traffic");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).isEmpty();
    assertThat(table.column("sessions")).containsExactly(20L, 30L, 10L);
    assertThat(table.column("users")).containsExactly(16L, 20L, 8L);
    assertThat(table.column("bounce_sessions")).containsExactly(4L, 9L, 2L);
    assertThat(table.column("new_users")).containsExactly(8L, 12L, 3L);
    assertThat(table.column("pageviews")).containsExactly(70L, 60L, 20L);
    assertThat((BigDecimal) table.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("3600");
    assertThat(table.header().columns())
        .doesNotContain("engaged_sessions", "single_hit_sessions", "engagement_seconds");
  }

  @Test
  void handsOverTheTotalsOfWhatAddsUp() throws IOException {
    assertThat(read(fixture(TRAFFIC)).table().totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("60");
              assertThat(total.line()).isEqualTo(2);
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void takesTheDaysFromTheNameThatMetricaGaveTheFile() throws IOException {
    var table = readAlone(fixture(SOURCES)).table();

    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);

    var renamed = readAlone(TestFile.of("sources.csv", text(SOURCES)));
    assertThat(renamed.tables()).isEmpty();
    assertThat(renamed.issues().get(0).advice()).contains("--period");
  }

  @Test
  void callsTrafficSourcesAsKpisDoAndNeverAddsVisitorsUp() throws IOException {
    var table = readAlone(fixture(SOURCES)).table();

    assertThat(table.header().cut()).containsExactlyInAnyOrder("channel", "source_name");
    assertThat(table.column("channel"))
        .containsExactly("Organic Search", "Organic Search", "Direct", "Paid Other", "Paid Other");
    assertThat(table.column("source_name"))
        .containsExactly("Яндекс", "Google", null, "Яндекс: Директ", "Яндекс: Директ");
    assertThat(table.column("bounce_sessions")).containsExactly(75L, 50L, 60L, 12L, 4L);
    assertThat(table.header().columns()).doesNotContain("users");
    assertThat(table.header().complete()).isTrue();
  }

  @Test
  void keepsVisitsWithTagsForAPartOfAllVisits() throws IOException {
    var table = read(fixture(TAGS)).table();

    assertThat(table.header().complete()).isFalse();
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactlyInAnyOrder("source_name", "campaign");
    assertThat(table.column("campaign")).containsExactly("autumn", null);
    assertThat(table.column("users")).containsExactly(18L, 9L);
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("3"), new BigDecimal("1"));
  }

  @Test
  void readsPagesByWhereVisitsBeganAndByViews() throws IOException {
    var entries = read(fixture(ENTRIES)).table();
    assertThat(entries.header().dataset().name()).isEqualTo("landing_pages");
    assertThat(entries.column("page"))
        .containsExactly("https://birch.example/tents/duo", "https://birch.example/");
    assertThat(entries.column("entrances")).containsExactly(10L, 5L);
    assertThat(entries.column("users")).containsExactly(9L, 5L);

    var popular = read(fixture(POPULAR)).table();
    assertThat(popular.column("pageviews")).containsExactly(34L, 10L);
    assertThat(popular.header().columns()).doesNotContain("entrances");
  }

  @Test
  void readsPercentagesOfTheApiAsTheSameBounces() throws IOException {
    var table = read(fixture(API)).table();

    assertThat(table.column("channel")).containsExactly("Organic Search", "Direct");
    assertThat(table.column("bounce_sessions")).containsExactly(20L, 4L);
    assertThat((BigDecimal) table.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("10050");
  }

  @Test
  void readsAWorkbookSavedAsTextWithItsDaysAboveTheHeadings() throws IOException {
    String above =
        "Отчет за период с 2026-10-01 по 2026-10-31\nСчетчик: birch.example\nСегмент: Все визиты\n\n";
    var table = readAlone(TestFile.of("x.csv", above + text(SOURCES).substring(1))).table();

    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().account()).isEqualTo("birch.example");
    assertThat(table.header().complete()).isTrue();

    var part =
        readAlone(
            TestFile.of(
                "x.csv",
                above.replace("Все визиты", "Визиты из Минска") + text(SOURCES).substring(1)));
    assertThat(part.table().header().complete()).isFalse();
    assertThat(part.passedOver().values()).anyMatch(note -> note.contains("Минска"));
  }

  @Test
  void readsWhatExcelMakesOfIt() throws IOException {
    String semicolons =
        text(TRAFFIC)
            .replace("\",\"", "\";\"")
            .replaceAll("\"(\\d+)\\.(\\d+)\"", "\"$1,$2\"")
            .replaceAll("(2026)-(10)-(\\d\\d)", "$3.$2.$1")
            .replace("\n", "\r\n");
    var table = read(TestFile.of(TRAFFIC, semicolons)).table();

    assertThat(table.column("bounce_sessions")).containsExactly(4L, 9L, 2L);
    assertThat(table.rows().get(0).period().start()).isEqualTo(LocalDate.of(2026, 10, 3));
  }

  @Test
  void readsMonthsWithTheirOwnVisitorsAndPartsOfMonthsAsPeriods() throws IOException {
    var sink =
        read(
            TestFile.of(
                "m.csv",
                text(TRAFFIC)
                    .replace("2026-10-03", "2026-08-10 - 2026-08-31")
                    .replace("2026-10-02", "2026-09-01 - 2026-09-30")
                    .replace("2026-10-01", "2026-10-01 - 2026-10-05")));

    var months = sink.tables().get(0);
    assertThat(months.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(months.rows())
        .extracting(row -> row.period().toString())
        .containsExactly("2026-09-01..2026-09-30");
    assertThat(months.column("users")).containsExactly(20L);
    var parts = sink.tables().get(1);
    assertThat(parts.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(parts.rows())
        .extracting(row -> row.period().toString())
        .containsExactly("2026-08-10..2026-08-31", "2026-10-01..2026-10-05");
    assertThat(parts.column("users")).containsExactly(16L, 8L);
    assertThat(parts.totals()).isEmpty();
    assertThat(months.totals()).isEmpty();
  }

  @Test
  void leavesOutAverageDepthThatIsTooShortForACount() throws IOException {
    var table =
        read(TestFile.of(
                "big.csv",
                "Страна,Визиты,Посетители,Отказы,Глубина просмотра,Время на сайте\n"
                    + "Итого и средние,950341,202269,0.17,2.74,00:03:45\n"
                    + "Россия,950341,202269,0.17,2.74,00:03:45\n"))
            .table();

    assertThat(table.header().columns()).contains("sessions").doesNotContain("pageviews");
  }

  @Test
  void passesOverRowsThatSumUpOthers() throws IOException {
    String tree =
        "Источник трафика,Источник трафика (детально),Визиты,Посетители,Время на сайте\n"
            + "Итого и средние,,30,20,00:01:00\n"
            + "Переходы из поисковых систем,,30,20,00:01:00\n"
            + "Переходы из поисковых систем,Яндекс,20,15,00:01:00\n"
            + "Переходы из поисковых систем,Google,10,8,00:01:00\n";
    var sink = read(TestFile.of("tree.csv", tree));
    assertThat(sink.table().column("sessions")).containsExactly(20L, 10L);
    assertThat(sink.passedOver().get(3L)).contains("sums up");

    var open = read(TestFile.of("tree.csv", tree.replace("Итого и средние,,30", "Итого,,31")));
    assertThat(open.tables()).isEmpty();
    assertThat(open.issues().get(0).saw()).contains("empty groupings");
  }

  @Test
  void keepsNoneOfSeveralGoalsAndSaysSo() throws IOException {
    var sink =
        read(
            TestFile.of(
                TAGS,
                text(TAGS)
                    .replace("\"Время на сайте\"", "\"Достижения цели (Звонок)\"")
                    .replaceAll("\"00:0\\d:\\d\\d\"", "\"2\"")
                    .replace("\"Отказы\"", "\"Глубина просмотра\"")));

    assertThat(sink.table().header().columns()).doesNotContain("conversions");
    assertThat(sink.passedOver().values()).anyMatch(note -> note.contains("several goals"));
  }

  @Test
  void refusesWhatCannotBeAddedAndWhatIsOfOthers() throws IOException {
    var goals =
        read(
            TestFile.of(
                "g.csv",
                "Цель,Визиты,Посетители,Время на сайте\nИтого и средние,9,9,00:01:00\n"
                    + "Заявка,5,5,00:01:00\nЗвонок,5,5,00:01:00\n"));
    assertThat(goals.tables()).isEmpty();
    assertThat(goals.issues().get(0).saw()).contains("several rows");

    assertThat(reason("Период,Переходы из поисковых систем\n2026-10-01 00:00,5\n"))
        .contains("chart");
    assertThat(reason("Кампания,Визиты,Посетители,Глубина просмотра,Клики\nA,1,1,1,1\n"))
        .contains("Yandex Direct");
    assertThat(reason("Date,Sessions,Users,Bounce rate\n20261001,1,1,0.1\n"))
        .contains("No row of headings");
    assertThat(
            reason(
                "Title,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Total Opens,"
                    + "Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Unique Id,Visits,New"
                    + " Visits,Pages/Visit,Bounce Rate,Time on Site\n"))
        .as("mailings with what Google Analytics knows of their visits")
        .contains("No row of headings");
  }

  private String reason(String text) throws IOException {
    var recognition = connector().recognise(TestFile.of("f.csv", text));
    return ((Recognition.Refused) recognition).reason();
  }
}
