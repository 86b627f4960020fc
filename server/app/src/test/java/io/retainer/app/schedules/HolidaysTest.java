package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.time.Period.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @TempDir Path folder;

  /** The official lists of 2026, without what falls on a weekend and is not moved. */
  @ParameterizedTest
  @CsvSource({
    "BY, 01-01 01-02 01-07 04-21 05-01 07-03 12-25",
    "RU, 01-01 01-02 01-05 01-06 01-07 01-08 02-23 03-09 05-01 05-11 06-12 11-04",
    "FI, 01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25",
    "PL, 01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25",
    "DE, 01-01 04-03 04-06 05-01 05-14 05-25 12-25",
    "DE-BY, 01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25",
    "GB-ENG, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "US, 01-01 01-19 02-16 05-25 06-19 07-03 09-07 11-11 11-26 12-25",
  })
  void knowsTheHolidaysOf2026(String place, String expected) {
    WorkDays days = new Holidays(folder).workDays(place);

    List<LocalDate> free =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(date -> !WorkDays.isWeekend(date) && !days.has(date))
            .toList();

    assertThat(free)
        .isEqualTo(
            Arrays.stream(expected.split(" ")).map(day -> LocalDate.parse("2026-" + day)).toList());
  }

  @Test
  void countsWorkingDaysAfterTheNewYearHolidaysOfRussia() {
    // The 9th is a Friday, the third working day the Tuesday after it.
    assertThat(next("business-day 3 at 08:00 in RU", "2026-01-01T00:00", Kind.MONTH))
        .isEqualTo("2026-01-13T08:00");
  }

  @Test
  void takesTheLastDayWhereHolidaysLeaveFewerThanAskedFor() {
    // January 2026 has 16 working days in Russia, the first week of 2026 none but the 9th.
    assertThat(next("business-day 20 at 08:00 in RU", "2026-01-01T00:00", Kind.MONTH))
        .isEqualTo("2026-01-30T08:00");
    assertThat(next("business-day 3 at 08:00 in RU", "2026-01-05T00:00", Kind.WEEK))
        .isEqualTo("2026-01-09T08:00");
  }

  @Test
  void doesNotLeaveOutAWeekOfHolidaysOnly() throws IOException {
    decree("RU", "2026-01-09 free  # moved from Saturday, 3 January");

    assertThat(next("business-day 1 at 08:00 in RU", "2026-01-05T00:00", Kind.WEEK))
        .isEqualTo("2026-01-09T08:00");
  }

  @Test
  void takesWhatTheHomeSaysOfSingleDaysAsSoonAsItIsThere() throws IOException {
    var holidays = new Holidays(folder);
    LocalDate friday = LocalDate.of(2026, 1, 9);
    LocalDate saturday = LocalDate.of(2025, 11, 1);
    assertThat(holidays.workDays("RU").has(friday)).isTrue();

    decree("RU", "# decree of 24 September 2025", "", "2026-01-09 free", "2025-11-01 work");

    assertThat(holidays.workDays("RU").has(friday)).isFalse();
    assertThat(holidays.workDays("RU").has(saturday)).isTrue();
    assertThat(holidays.workDays("BY").has(friday)).isTrue();
  }

  @Test
  void leavesOutALineThatItCannotReadAndNothingElse() throws IOException {
    decree("FI", "2026-13-45 free", "on Friday", "2026-04-02 free");

    assertThat(new Holidays(folder).workDays("FI").has(LocalDate.of(2026, 4, 2))).isFalse();
    assertThat(new Holidays(folder).workDays("FI").has(LocalDate.of(2026, 4, 3))).isFalse();
  }

  private void decree(String place, String... lines) throws IOException {
    Path file = Files.write(folder.resolve(place + ".txt"), List.of(lines));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-26T12:00:00Z")));
  }

  private String next(String rule, String after, Kind kind) {
    Instant moment = LocalDateTime.parse(after).atZone(MOSCOW).toInstant();
    return Rule.parse(rule, new Holidays(folder))
        .next(moment, MOSCOW, kind)
        .map(at -> LocalDateTime.ofInstant(at, MOSCOW).toString())
        .orElseThrow();
  }
}
