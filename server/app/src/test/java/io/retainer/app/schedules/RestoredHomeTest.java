package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.shell.Language;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.backup.Backup;
import io.retainer.workspace.backup.Restore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server makes of a home that came out of a backup. */
class RestoredHomeTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-03T07:00:00Z");

  @Test
  void nothingIsDueAndWhatWasPlannedIsHeldWithAReasonThatCanBeRead() {
    Path archive = folder.resolve("copy.zip");
    Path other = folder.resolve("other");
    try (TestHome home = new TestHome(folder.resolve("home"), clock)) {
      planned(home);
      Backup.write(home.workspace(), archive);
      Restore.into(archive, other, home.workspace().installation(), clock);
      try (Workspace restored =
          Workspace.open(new HomeFolder(other), home.workspace().installation(), clock)) {
        var schedules =
            new Schedules(
                () -> restored.state().jdbi(), clock, new Holidays(folder.resolve("none")));
        var occurrences = new Occurrences(() -> restored.state().jdbi(), clock);

        assertThat(schedules.enabled()).isEmpty();
        assertThat(
                new Lateness(
                        restored,
                        schedules,
                        occurrences,
                        new OpenReports(
                            occurrences,
                            new Deliveries(() -> restored.state().jdbi(), clock, "agency.example")),
                        () -> (client, id) -> Duration.ofDays(1))
                    .late()
                    .count())
            .isZero();
        assertThat(occurrences.held())
            .singleElement()
            .satisfies(
                held -> {
                  for (Language language : Language.values()) {
                    assertThat(held.reason().orElseThrow().in(language))
                        .contains(Formats.of(language.locale()).date(LocalDate.of(2026, 11, 3)));
                  }
                });
      }
    }
  }

  /** The lost home may have sent what came after its last backup. */
  @Test
  void whatCameBetweenBackupAndRestoringIsHeldOnceItsScheduleGoesOn() {
    Path archive = folder.resolve("copy.zip");
    Path other = folder.resolve("other");
    try (TestHome home = new TestHome(folder.resolve("home"), clock)) {
      planned(home);
      Backup.write(home.workspace(), archive);
      clock.set("2026-12-03T07:00:00Z");
      Restore.into(archive, other, home.workspace().installation(), clock);
      clock.set("2027-01-05T07:00:00Z");
      try (Workspace restored =
          Workspace.open(new HomeFolder(other), home.workspace().installation(), clock)) {
        var schedules =
            new Schedules(
                () -> restored.state().jdbi(), clock, new Holidays(folder.resolve("none")));
        var occurrences = new Occurrences(() -> restored.state().jdbi(), clock);

        schedules.change(resumed(schedules.find("s").orElseThrow()));

        assertThat(occurrences.latest("s", Period.parse("2026-11")).orElseThrow())
            .matches(lost -> lost.state() == Occurrence.State.HELD)
            .matches(
                lost ->
                    lost.reason()
                        .orElseThrow()
                        .in(Language.EN)
                        .contains(
                            Formats.of(Language.EN.locale()).date(LocalDate.of(2026, 11, 3))));
        assertThat(occurrences.latest("s", Period.parse("2026-12")).orElseThrow())
            .as("came while the restored home's schedule was paused")
            .matches(lost -> lost.state() == Occurrence.State.SKIPPED);
      }
    }
  }

  private static Schedule resumed(Schedule paused) {
    return new Schedule(
        paused.id(),
        paused.client(),
        paused.report(),
        paused.rule(),
        paused.kind(),
        paused.locale(),
        paused.formats(),
        paused.recipients(),
        paused.incomplete(),
        paused.approval(),
        paused.days(),
        paused.internal(),
        true);
  }

  private static void planned(TestHome home) {
    home.state()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into report_schedule (id, client, report, rule, kind, locale, formats,
                    recipients, enabled, planned_until, created_by, created_at)
                  values ('s', ?, 'seo', 'business-day 2 at 08:00', 'month', 'fi', 'pdf',
                    'anna@client.example', true, timestamp with time zone '2026-11-03 06:00:00Z',
                    'olga', now())
                  """,
                  SHOP.id().value());
              handle.execute(
                  """
                  insert into occurrence
                    (id, schedule_id, period, repetition, state, planned_for, created_at)
                  values ('o', 's', '2026-10', 0, 'planned',
                    timestamp with time zone '2026-11-03 06:00:00Z',
                    timestamp with time zone '2026-11-03 06:00:00Z')
                  """);
            });
  }
}
