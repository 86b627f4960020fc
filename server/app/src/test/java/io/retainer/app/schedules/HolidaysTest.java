package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.time.Period.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HolidaysTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @TempDir Path folder;

  /** The seven countries and parts of two, over three years. */
  @ParameterizedTest
  @MethodSource("daysOff")
  void knowsTheDaysOffThatOthersKnow(String place, int year, String off) {
    WorkDays days = new Holidays(folder).workDays(place);

    assertThat(
            written(year, date -> !WorkDays.isWeekend(date) && !days.has(date))
                + written(year, date -> WorkDays.isWeekend(date) && days.has(date))
                    .replaceFirst(" ", " | "))
        .isEqualTo(" " + off);
  }

  static Stream<Arguments> daysOff() throws IOException {
    try (InputStream in = HolidaysTest.class.getResourceAsStream("days-off.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .map(parts -> Arguments.of(parts[0], Integer.parseInt(parts[1]), parts[2]));
    }
  }

  private static String written(int year, Predicate<LocalDate> wanted) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(wanted)
        .map(date -> " " + date.toString().substring(5))
        .collect(Collectors.joining());
  }

  @Test
  void knowsThatNewYearOnASaturdayIsOffOnTheFridayBeforeInTheUnitedStates() {
    assertThat(new Holidays(folder).workDays("US").has(LocalDate.of(2027, 12, 31))).isFalse();
  }

  @Test
  void takesTheUnitedKingdomByTheNameThatPeopleGiveIt() {
    assertThat(Rule.parse("business-day 3 at 08:00 in UK", new Holidays(folder)).text())
        .isEqualTo("business-day 3 at 08:00 in GB");
    assertThat(Rule.parse("business-day 3 at 08:00 in UK-SCT", new Holidays(folder)).text())
        .isEqualTo("business-day 3 at 08:00 in GB-SCT");
    assertThatThrownBy(() -> new Holidays(folder).workDays("UKR"))
        .hasMessageContaining("The public holidays of \"UKR\" are not known");
  }

  @Test
  void countsWorkingDaysAfterTheNewYearHolidaysOfRussia() {
    // The 9th, a Friday, is off by decree; the third working day is the Wednesday after it.
    assertThat(next("business-day 3 at 08:00 in RU", "2026-01-01T00:00", Kind.MONTH))
        .isEqualTo("2026-01-14T08:00");
  }

  @Test
  void takesTheLastDayWhereHolidaysLeaveFewerThanAskedFor() {
    // January 2027 has 15 working days in Russia, the week of 5 January 2026 none at all.
    assertThat(next("business-day 16 at 08:00 in RU", "2027-01-01T00:00", Kind.MONTH))
        .isEqualTo("2027-01-29T08:00");
    assertThat(next("business-day 20 at 08:00 in RU", "2026-01-01T00:00", Kind.MONTH))
        .isEqualTo("2026-01-30T08:00");
    assertThat(next("business-day 3 at 08:00 in RU", "2026-01-05T00:00", Kind.WEEK))
        .isEqualTo("2026-01-09T08:00");
  }

  @Test
  void doesNotLeaveOutAWeekOfHolidaysOnly() {
    assertThat(next("business-day 1 at 08:00 in RU", "2026-01-05T00:00", Kind.WEEK))
        .isEqualTo("2026-01-09T08:00");
  }

  @Test
  void takesWhatTheHomeSaysOfSingleDaysAsSoonAsItIsThere() throws IOException {
    var holidays = new Holidays(folder);
    LocalDate friday = LocalDate.of(2027, 11, 5);
    LocalDate saturday = LocalDate.of(2027, 2, 20);
    LocalDate decreed = LocalDate.of(2026, 1, 9);
    assertThat(holidays.workDays("RU").has(friday)).isTrue();

    decree("RU", "# a decree", "", "2027-11-05 free", "2027-02-20 work", "2026-01-09 work");

    assertThat(holidays.workDays("RU").has(friday)).isFalse();
    assertThat(holidays.workDays("RU").has(saturday)).isTrue();
    assertThat(holidays.workDays("RU").has(decreed)).as("before ours").isTrue();
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
