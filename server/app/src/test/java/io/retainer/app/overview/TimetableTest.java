package io.retainer.app.overview;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.schedules.Holidays;
import io.retainer.app.schedules.Lateness;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.OpenReports;
import io.retainer.app.schedules.Schedules;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What still waits stays on the page of today when the month turns. */
class TimetableTest {

  private static final Map<ClientId, Client> CLIENTS = Map.of(SHOP.id(), SHOP);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2027-01-01T09:00:00Z");
  private TestHome home;
  private Timetable timetable;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, clock);
    var schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
    var occurrences = new Occurrences(home::state, clock);
    var deliveries = new Deliveries(home::state, clock, "agency.example");
    var open = new OpenReports(occurrences, deliveries);
    var lateness =
        new Lateness(
            home.workspace(),
            schedules,
            occurrences,
            open,
            () -> (client, id) -> Duration.ofDays(1));
    timetable = new Timetable(home.workspace(), schedules, occurrences, open, deliveries, lateness);
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into report_schedule (id, client, report, rule, kind, locale, formats,
                      recipients, enabled, planned_until, created_by, created_at)
                    values ('s', ?, 'seo', 'day last at 08:00', 'month', 'fi', 'pdf',
                      'anna@client.example', false, now(), 'olga', now())
                    """,
                    SHOP.id().value()));
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "rendering", "review", "rendered", "held", "failed"})
  void whatIsOpenStandsThereTheOldestFirstWhateverMonthItWasFor(String state) {
    occurrence("2026-11", "2026-12-31 06:00:00Z", state);
    occurrence("2026-10", "2026-11-30 06:00:00Z", state);
    fail("2026-11");
    fail("2026-10");

    assertThat(open())
        .extracting(Timetable.Line::period)
        .containsExactly(Period.parse("2026-10"), Period.parse("2026-11"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "rejected", "skipped"})
  void whatIsOverDoesNot(String state) {
    occurrence("2026-11", "2026-12-31 06:00:00Z", state);

    assertThat(open()).isEmpty();
  }

  @Test
  void whatFailedAndWasStoppedDoesNot() {
    occurrence("2026-11", "2026-12-31 06:00:00Z", "failed");
    fail("2026-11");
    home.state()
        .useHandle(each -> each.execute("update delivery set answer = 'Stopped by maria.'"));

    assertThat(open()).isEmpty();
  }

  private List<Timetable.Line> open() {
    Timetable.Month month = timetable.month(CLIENTS);
    assertThat(month.others()).as("of an earlier month").isEmpty();
    return month.open();
  }

  private void occurrence(String period, String at, String state) {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into occurrence
                      (id, schedule_id, period, repetition, state, planned_for, created_at, run_id)
                    values (?, 's', ?, 0, ?, cast(? as timestamp with time zone),
                      cast(? as timestamp with time zone), ?)
                    """,
                    period,
                    period,
                    state,
                    at,
                    at,
                    "run-" + period));
  }

  /** A mail of its run. */
  private void fail(String period) {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
                      interrupted, created_at, updated_at)
                    values (?, ?, ?, 'anna@client.example', ?, 'failed', 7, false, now(), now())
                    """,
                    period,
                    "run-" + period,
                    SHOP.id().value(),
                    period));
  }
}
