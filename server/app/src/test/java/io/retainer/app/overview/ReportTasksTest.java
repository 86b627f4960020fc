package io.retainer.app.overview;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.overview.OverviewPages.Task;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Holidays;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.shell.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a month's end of an agency with many clients nothing that waits is left uncounted. */
class ReportTasksTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-05T08:00:00Z"), ZoneOffset.UTC);

  private TestHome home;
  private Occurrences occurrences;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    home = new TestHome(folder, CLOCK);
    occurrences = new Occurrences(home::state, CLOCK);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void schedule(String report) {
    execute(
        """
        insert into report_schedule (id, client, report, rule, kind, locale, formats, recipients,
          enabled, planned_until, created_by, created_at)
        values (?, ?, ?, 'business-day 3 at 08:00', 'month', 'en', 'pdf', 'anna@client.example',
          true, now(), 'olga', now())
        """,
        report,
        SHOP.id().value(),
        report);
  }

  private void review(int number, String report) {
    String run = "run-" + number;
    execute(
        """
        insert into report_run (id, client, report, period, locale, formats, state, requested_by,
          requested_at, place)
        values (?, ?, ?, '2026-10', 'en', 'pdf', 'ready', 'olga', now(), ?)
        """,
        run,
        SHOP.id().value(),
        report,
        number);
    execute(
        """
        insert into occurrence
          (id, schedule_id, period, repetition, state, planned_for, created_at, run_id)
        values (?, ?, '2026-10', ?, 'review', now(), now(), ?)
        """,
        "o-" + number,
        report,
        number,
        run);
  }

  private void waiting(int number, String report) {
    execute(
        """
        insert into occurrence
          (id, schedule_id, period, repetition, state, planned_for, created_at, look_again_at)
        values (?, ?, '2026-10', ?, 'planned', now(), now(), now())
        """,
        "o-" + number,
        report,
        number);
  }

  private void execute(String statement, Object... values) {
    home.state().useHandle(handle -> handle.execute(statement, values));
  }

  private List<Task> tasks() {
    var schedules = new Schedules(home::state, CLOCK, new Holidays(Path.of("none")));
    return new ReportTasks(
            home.workspace(),
            new Runs(home::state, CLOCK),
            occurrences,
            new RunFindings(home::state))
        .of(
            occurrences.underReview(),
            schedules.all(),
            Map.of(SHOP.id(), SHOP),
            ReportTitles.in(home.workspace(), Locale.ENGLISH),
            Language.EN);
  }

  @Test
  void ofMoreThanAPageShouldNameTheRestIsCounted() {
    schedule("seo");
    schedule("email");
    for (int number = 0; number < 71; number++) {
      review(number, "seo");
    }
    for (int number = 100; number < 112; number++) {
      waiting(number, "email");
    }

    assertThat(occurrences.underReview()).hasSize(71);
    assertThat(tasks())
        .filteredOn(task -> task.textKey().endsWith("-more"))
        .containsExactly(
            new Task("home.review-more", List.of(51), "/operations"),
            new Task("home.waiting-more", List.of(2), "/operations"));
    assertThat(tasks()).hasSize(20 + 1 + 10 + 1);
  }

  @Test
  void aTemplateThatIsGoneIsToldBeforeItsTimeComes() {
    schedule("our-own");
    schedule("seo");

    assertThat(tasks())
        .containsExactly(
            new Task("home.no-report", List.of(SHOP.name(), "our-own"), "/schedules/our-own"));
  }

  @Test
  void severalReportsOfAClientAreToldApart() {
    schedule("seo");
    schedule("email");
    review(1, "seo");
    waiting(2, "email");

    assertThat(tasks())
        .extracting(Task::arguments)
        .containsExactly(
            List.of(SHOP.name(), "Search report (SEO), October\u00a02026"),
            List.of(SHOP.name(), "E-mail report, October\u00a02026"));
  }
}
