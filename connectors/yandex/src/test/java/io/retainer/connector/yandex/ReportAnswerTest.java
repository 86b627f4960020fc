package io.retainer.connector.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportAnswerTest {

  private static String text(String name) throws IOException {
    try (var in = TestFile.resource(ReportAnswerTest.class, "fixtures/" + name).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RecordingSink read(String text) throws IOException {
    var sink = new RecordingSink();
    new YandexMetrica()
        .read(
            TestFile.of("answer.json", text),
            new ReadSettings(
                ZoneId.of("Europe/Minsk"),
                Currency.getInstance("BYN"),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);
    return sink;
  }

  private static DateSpan days(int first, int last) {
    return DateSpan.ofDays(LocalDate.of(2026, 10, first), LocalDate.of(2026, 10, last));
  }

  @Test
  void readsTheRowsOfAnAnswerWithItsDaysAndItsCounter() throws IOException {
    var table = read(text("api-sources.json")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().period()).contains(days(1, 2));
    assertThat(table.header().account()).isEqualTo("10020030");
    assertThat(table.header().complete()).isTrue();
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.column("channel")).containsExactly("Organic Search", "Direct");
    assertThat(table.column("sessions")).containsExactly(30L, 10L);
    assertThat(table.column("users")).containsExactly(27L, 9L);
    assertThat(table.column("bounce_sessions")).containsExactly(5L, 4L);
    assertThat(table.column("pageviews")).containsExactly(66L, 11L);
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("3"), new BigDecimal("1"));
    assertThat((BigDecimal) table.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("3015");
    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("40");
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void readsFiguresByWeekWithTheDaysOfEachAndSaysThatTheyAreEstimates() throws IOException {
    var sink = read(text("api-bytime.json"));
    var table = sink.tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.WEEK);
    assertThat(table.column("device")).containsExactly("desktop", "mobile");
    assertThat(table.column("sessions")).containsExactly(20L, 7L);
    assertThat(table.column("users")).containsExactly(15L, 6L);
    assertThat(table.rows()).extracting(row -> row.period()).containsOnly(days(5, 11));
    var cut = sink.tables().get(1);
    assertThat(cut.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(cut.column("sessions")).containsExactly(4L, 2L);
    assertThat(cut.rows()).extracting(row -> row.period()).containsOnly(days(3, 4));
    assertThat(sink.passedOver().values()).anyMatch(note -> note.contains("estimates"));
  }

  @Test
  void readsWeeksOfWhichOnlyTheFirstDayIsSaid() throws IOException {
    String weeks =
        text("api-sources.json")
            .replace("ym:s:date\"", "ym:s:startOfWeek\"")
            .replace("\"name\": \"2026-10-01\"", "\"name\": \"2026-09-28\"")
            .replace("\"name\": \"2026-10-02\"", "\"name\": \"2026-10-05\"");
    var whole = weeks.replace("\"date2\": \"2026-10-02\"", "\"date2\": \"2026-10-11\"");
    var tables = read(whole).tables();

    assertThat(tables.get(0).header().grain()).isEqualTo(Grain.WEEK);
    assertThat(tables.get(0).rows().get(0).period()).isEqualTo(days(5, 11));
    assertThat(tables.get(1).header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(tables.get(1).rows().get(0).period()).isEqualTo(days(1, 4));
  }

  @Test
  void leavesOutVisitorsOfHours() throws IOException {
    String hours =
        text("api-bytime.json")
            .replace(
                "[\"2026-10-03\",\"2026-10-04\"]",
                "[\"2026-10-03 00:00:00\",\"2026-10-03 00:59:59\"]")
            .replace(
                "[\"2026-10-05\",\"2026-10-11\"]",
                "[\"2026-10-03 01:00:00\",\"2026-10-03 01:59:59\"]");
    var table = read(hours).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("sessions")).containsExactly(4L, 20L, 2L, 7L);
    assertThat(table.header().columns()).doesNotContain("users");
  }

  @Test
  void takesFilteredAndCutAnswersForParts() throws IOException {
    String all = text("api-sources.json");

    assertThat(read(all.replace("\"total_rows\": 2", "\"total_rows\": 240")).table().header())
        .matches(header -> !header.complete());
    var filtered =
        read(all.replace("\"limit\"", "\"filters\": \"ym:s:regionCity=='Minsk'\", \"limit\""));
    assertThat(filtered.table().header().complete()).isFalse();
    assertThat(filtered.passedOver().values()).anyMatch(note -> note.contains("Minsk"));
    var few = read(text("api-bytime.json").replace("\"total_rows\":2", "\"total_rows\":9"));
    assertThat(few.tables()).noneMatch(table -> table.header().complete());
  }

  @Test
  void asksForDaysThatAreOnlySaidFromToday() throws IOException {
    String undated =
        text("api-sources.json")
            .replace("\"ym:s:date\", ", "")
            .replaceAll("\\{\"name\": \"2026-10-0\\d\"}, ", "")
            .replace("\"date1\": \"2026-10-01\"", "\"date1\": \"6daysAgo\"");

    var sink = read(undated);
    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues().get(0).advice()).contains("--period");
  }

  @Test
  void readsAnswersOnLinesAndFirstSourcesAreNoChannels() throws IOException {
    String line = text("api-sources.json").replaceAll("\\s*\\n\\s*", "");

    assertThat(read(line + "\n" + line.replace("2026-10-", "2026-09-") + "\n").tables()).hasSize(2);
    var first = read(line.replace("ym:s:lastsignTrafficSource", "ym:s:firstTrafficSource"));
    assertThat(first.tables()).isEmpty();
    assertThat(first.issues().get(0).saw()).contains("first visit");
  }

  @Test
  void refusesAnswersToOtherQuestions() throws IOException {
    String all = text("api-sources.json");

    assertThat(reason(all.replace("\"date1\"", "\"date1_a\""))).contains("compares");
    assertThat(reason(all.replace("\"metrics\": [30.0", "\"expand\": true, \"metrics\": [30.0")))
        .contains("tree");
    assertThat(reason("{\"rows\": [{\"a\": 1}]}")).contains("reporting API");
  }

  private static String reason(String text) throws IOException {
    var recognition = new YandexMetrica().recognise(TestFile.of("answer.json", text));
    return ((Recognition.Refused) recognition).reason();
  }
}
