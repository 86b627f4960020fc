package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OccurrencesTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T06:00:00Z");

  @TempDir private Path folder;

  /** A thousand clients' reports of the first must not hide those of today. */
  @Test
  void allOfAMonthAreFoundHoweverManyThereAre() {
    var clock = new SettableClock("2026-11-20T09:00:00Z");
    try (var home = new TestHome(folder, clock)) {
      var holidays = new Holidays(Path.of("none"));
      var schedules = new Schedules(home::state, clock, holidays);
      var occurrences = new Occurrences(home::state, clock);
      schedules.add(
          new Schedule(
              "s",
              SHOP.id(),
              "monthly-performance",
              Rule.parse("business-day 3 at 08:00", holidays),
              Period.Kind.MONTH,
              Locale.ENGLISH,
              Set.of(ReportFormat.PDF),
              List.of("anna@example.org"),
              Incomplete.WAIT,
              Approval.AUTOMATIC,
              Days.ALL,
              InternalCopy.NONE,
              true),
          "maria");
      YearMonth month = YearMonth.of(1930, 1);
      for (int i = 0; i <= 1000; i++) {
        Instant at = i < 1000 ? FIRST : FIRST.plusSeconds(19 * 86_400);
        Period period = Period.parse(month.plusMonths(i).toString());
        occurrences.claims().skip("s", period, at, "maria");
      }

      List<Occurrence> found =
          occurrences.between(FIRST.minusSeconds(1), Instant.parse("2026-12-01T00:00:00Z"));

      assertThat(found).hasSize(1001);
      assertThat(found.get(1000).plannedFor()).isEqualTo("2026-11-20T06:00:00Z");
    }
  }
}
