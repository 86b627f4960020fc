package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.warehouse.SeriesCoverage;
import io.retainer.workspace.CoverageCalendar.Line;
import io.retainer.workspace.CoverageCalendar.Mark;
import io.retainer.workspace.CoverageCalendar.Month;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageCalendarTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 3);
  private static final DateSpan YEAR = DateSpan.ofDays(day(1, 1), day(12, 31));

  @Test
  void everyDayIsKnownByItselfOrAsAPartOrMissing() {
    Line line =
        line(
            series(Grain.DAY, DateSpan.ofDays(day(10, 1), day(10, 10))),
            series(Grain.WEEK, DateSpan.ofDays(day(10, 5), day(10, 18))));

    assertThat(line.on(day(10, 10))).isEqualTo(Mark.DAY);
    assertThat(line.on(day(10, 11))).isEqualTo(Mark.PART);
    assertThat(line.on(day(10, 19))).isEqualTo(Mark.NONE);
    Month october = line.months(YEAR).get(0);
    assertThat(october.month()).isEqualTo(YearMonth.of(2026, 10));
    assertThat(october.known()).isEqualTo(18);
    assertThat(october.missing()).containsExactly(DateSpan.ofDays(day(10, 19), day(10, 31)));
  }

  @Test
  void gapsInTheMiddleAreNamed() {
    Line line =
        line(
            series(
                Grain.DAY,
                DateSpan.ofDay(day(9, 1)),
                DateSpan.ofDays(day(9, 4), day(9, 29)),
                DateSpan.ofDay(day(10, 31))));

    assertThat(line.months(YEAR).get(0).missing())
        .containsExactly(DateSpan.ofDays(day(9, 2), day(9, 3)), DateSpan.ofDay(day(9, 30)));
    assertThat(line.months(YEAR)).hasSize(2);
    assertThat(line.months(DateSpan.ofDays(day(10, 1), day(10, 31)))).hasSize(1);
  }

  @Test
  void daysThatAreNotOverAreMissedByNobody() {
    Line line = line(series(Grain.DAY, DateSpan.ofDay(day(11, 1))));

    Month november = line.months(YEAR).get(0);

    assertThat(november.marks()).containsExactly(Mark.DAY, Mark.NONE);
    assertThat(november.missing()).containsExactly(DateSpan.ofDay(day(11, 2)));
  }

  @Test
  void accountsAreKeptApart() {
    CoverageCalendar calendar =
        CoverageCalendar.of(
            List.of(
                series("b", Grain.DAY, DateSpan.ofDay(day(10, 1))),
                series("a", Grain.DAY, DateSpan.ofDay(day(10, 2)))),
            TODAY);

    assertThat(calendar.lines()).extracting(Line::account).containsExactly("a", "b");
  }

  @Test
  void daysOfOneAccountThatComeFromTwoSourcesAreNamed() {
    DateSpan october = DateSpan.ofDays(day(10, 1), day(10, 31));
    CoverageCalendar calendar =
        CoverageCalendar.of(
            List.of(
                of("google-search-console", "https://www.birch.example/", october),
                of("google-search-console", "https://other.example/", october),
                of("stream", "sc-domain:birch.example", DateSpan.ofDays(day(10, 30), day(11, 2))),
                of("meta-ads", "meta-ads", october),
                of("vk-ads", "vk-ads", october)),
            TODAY);

    assertThat(calendar.lines())
        .filteredOn(line -> !line.twice().isEmpty())
        .extracting(line -> line.source() + ": " + line.twice())
        .containsExactlyInAnyOrder(
            "google-search-console: " + List.of(twice("stream")),
            "stream: " + List.of(twice("google-search-console")));
  }

  private static CoverageCalendar.Twice twice(String source) {
    return new CoverageCalendar.Twice(source, DateSpan.ofDays(day(10, 30), day(10, 31)));
  }

  private static SeriesCoverage of(String source, String account, DateSpan span) {
    SeriesCoverage one = series(account, Grain.DAY, span);
    return new SeriesCoverage(
        one.dataset(),
        source,
        account,
        one.cut(),
        one.columns(),
        one.grain(),
        one.complete(),
        one.spans(),
        one.rows(),
        one.lastBatch(),
        one.lastImport());
  }

  private static Line line(SeriesCoverage... series) {
    return CoverageCalendar.of(List.of(series), TODAY).lines().get(0);
  }

  private static SeriesCoverage series(Grain grain, DateSpan... spans) {
    return series("shop", grain, spans);
  }

  private static SeriesCoverage series(String account, Grain grain, DateSpan... spans) {
    return new SeriesCoverage(
        "web_traffic",
        "google-analytics-4",
        account,
        Set.of(),
        Set.of("sessions"),
        grain,
        true,
        List.of(spans),
        1,
        "1",
        Instant.EPOCH);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }
}
