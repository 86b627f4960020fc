package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Instant SUMMER = Instant.parse("2026-06-15T00:00:00Z");

  @Test
  void nothingComesBeforeTheFirstDayNorAfterTheLast() {
    assertThat(periods("2026-09-03", "2026-12-03"))
        .containsExactly("2026-08", "2026-09", "2026-10", "2026-11");
    assertThat(periods("2026-09-04", "2026-12-02")).containsExactly("2026-09", "2026-10");
  }

  @Test
  void withoutAnEndItGoesOn() {
    assertThat(periods("2026-09-03", "")).hasSize(6).startsWith("2026-08");
    assertThat(periods("", "2026-07-03")).containsExactly("2026-06");
  }

  @Test
  void itIsOverAfterItsLastDayInTheClientsZone() {
    Schedule ending = schedule("", "2026-12-03");
    assertThat(ending.goesOn(Instant.parse("2026-12-03T21:59:59Z"), HELSINKI)).isTrue();
    assertThat(ending.goesOn(Instant.parse("2026-12-03T22:00:00Z"), HELSINKI)).isFalse();
  }

  @Test
  void whatIsDueKeepsToTheDaysToo() {
    Instant later = Instant.parse("2027-06-15T00:00:00Z");
    assertThat(schedule("2026-09-03", "2026-12-03").due(SUMMER, later, HELSINKI)).hasSize(4);
  }

  @Test
  void saysWhatCannotBeRead() {
    assertThatThrownBy(() -> Days.of("3.9.2026", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 2026-12-01");
    assertThatThrownBy(() -> Days.of("2026-09-03", "2026-09-02"))
        .hasMessageContaining("saw 2026-09-03, then 2026-09-02");
  }

  private static List<String> periods(String first, String last) {
    return schedule(first, last).next(6, SUMMER, HELSINKI).stream()
        .map(time -> time.period().toString())
        .toList();
  }

  private static Schedule schedule(String first, String last) {
    return new Schedule(
        "s",
        new ClientId("fjell"),
        "monthly-performance",
        Rule.parse("business-day 3 at 08:00", new Holidays(Path.of("none"))),
        Period.Kind.MONTH,
        Locale.ENGLISH,
        Set.of(ReportFormat.PDF),
        List.of("anna@example.org"),
        Incomplete.WAIT,
        Approval.AUTOMATIC,
        Days.of(first, last),
        InternalCopy.NONE,
        true);
  }
}
