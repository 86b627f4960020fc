package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.Run;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.report.Gap;
import io.retainer.spi.DateSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes out by itself by a schedule that is paused, whatever was under way. */
class PausedUnderWayTest {

  private static final String THIRD_BUSINESS_DAY = "2026-11-04T06:00:00Z";

  @TempDir private Path folder;
  private IssuingHome here;
  private Schedule schedule;

  @BeforeEach
  void open() throws Exception {
    here = new IssuingHome(folder);
    here.sessions("2026-10-01", "2026-10-31", 100);
    schedule = here.add(Approval.AUTOMATIC, "anna@example.org");
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void whatWaitsForDataGoesOutOnceItIsResumed() throws Exception {
    Occurrence waiting = waiting();
    Schedule paused = enable(false);
    here.missing = List.of();
    later();

    assertThat(here.mails()).isEmpty();
    assertThat(now(waiting).state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(
            ScheduleJson.of(
                    paused,
                    here.desk.client(paused),
                    List.of(),
                    List.of(),
                    here.occurrences.of(paused.id()))
                .path("occurrences")
                .path(0)
                .path("onceResumed")
                .asBoolean())
        .isTrue();
    for (Language language : Language.values()) {
      assertThat(page(paused, language))
          .contains(
              Texts.in(language).text("schedules.waits-paused"),
              "/schedules/" + paused.id() + "/skip");
    }

    enable(true);
    later();

    assertThat(here.mails()).hasSize(1);
  }

  @Test
  void whatIsTakenJustThenGoesBack() throws Exception {
    Occurrence waiting = waiting();
    here.missing = List.of();
    enable(false);

    assertThat(here.issuer.issue(waiting.id())).isTrue();

    assertThat(now(waiting).state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(here.mails()).isEmpty();
  }

  @Test
  void whatIsMadeByThenIsNotHandedOver() throws Exception {
    here.clock.set(THIRD_BUSINESS_DAY);
    here.issuer.watch();
    Occurrence occurrence = here.occurrences.of(schedule.id()).get(0);
    here.occurrences.progress().claim(occurrence.id());
    Run run = made(occurrence);
    enable(false);

    released(occurrence, run);

    assertThat(here.mails()).isEmpty();
    assertThat(now(occurrence).state()).isEqualTo(Occurrence.State.PLANNED);
    enable(true);
    later();
    assertThat(here.mails()).hasSize(1);
  }

  @Test
  void whoWasTakenOutMeanwhileGetsNothing() {
    here.clock.set(THIRD_BUSINESS_DAY);
    here.issuer.watch();
    Occurrence occurrence = here.occurrences.of(schedule.id()).get(0);
    here.occurrences.progress().claim(occurrence.id());
    Run run = made(occurrence);
    here.desk.change(
        schedule.id(),
        ScheduleValues.of(schedule.withRecipients(List.of("other@example.org")), true));

    released(occurrence, run);

    assertThat(here.deliveries.list(Deliveries.Filter.ofRun(run.id())))
        .extracting(Delivery::recipient)
        .containsExactly("other@example.org");
  }

  private void released(Occurrence occurrence, Run run) {
    var received = new Received(here.steps, here.deliveries);
    OccurrenceProgress progress = here.occurrences.progress();
    new Release(here.schedules, progress, here.steps, here.deliveries, here.postman, received)
        .of(now(occurrence), schedule, run);
    here.work();
  }

  /** As if a process had ended just before it released the report. */
  private Run made(Occurrence occurrence) {
    Run run =
        here.runs.add(
            new io.retainer.app.reports.RunRequest(
                schedule.client(),
                schedule.report(),
                occurrence.period(),
                Optional.of(schedule.locale()),
                schedule.formats()),
            here.desk.client(schedule),
            "schedule",
            io.retainer.app.reports.RunOrigin.ofSchedule(schedule.id()));
    here.occurrences.progress().uses(occurrence.id(), run.id());
    return run;
  }

  @Test
  void aPersonMayIssueItNevertheless() throws Exception {
    Occurrence waiting = waiting();
    enable(false);

    here.scheduleRuns.run(schedule.id(), Optional.of(waiting.period()), false, "maria");
    here.work();

    assertThat(here.mails()).hasSize(1);
  }

  @Test
  void aPersonMayApproveItNevertheless() throws Exception {
    Schedule reviewed = here.add(Approval.NEEDED, "ben@example.org");
    here.clock.set(THIRD_BUSINESS_DAY);
    enable(false);
    here.issuer.watch();
    here.work();
    Run run = here.runs.find(here.occurrences.of(reviewed.id()).get(0).run().get()).orElseThrow();
    here.desk.change(reviewed.id(), ScheduleValues.of(reviewed, false));

    here.reviews.approve(run.id(), "olga", "");
    here.work();

    assertThat(here.mails()).hasSize(1);
  }

  @Test
  void whatWaitsIsLeftOutByWhoSaysSo() throws Exception {
    Occurrence waiting = waiting();

    assertThat(here.desk.skip(schedule.id(), waiting.period(), "maria"))
        .matches(left -> left.state() == Occurrence.State.SKIPPED)
        .matches(left -> left.requestedBy().equals(Optional.of("maria")));

    here.missing = List.of();
    later();
    assertThat(here.mails()).isEmpty();
  }

  @Test
  void nobodyIsLateMeanwhile() {
    waiting();
    var lateness =
        new Lateness(
            here.home.workspace(),
            here.schedules,
            here.occurrences,
            new OpenReports(here.occurrences, here.deliveries),
            () -> (client, id) -> Duration.ofDays(1));
    here.clock.set("2026-11-07T06:31:00Z");
    assertThat(lateness.late().standing()).hasSize(1);

    enable(false);

    assertThat(lateness.late().standing()).isEmpty();
  }

  private Occurrence waiting() {
    var days = new DateSpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 1));
    here.missing = List.of(new Gap("email_campaigns", List.of("klaviyo"), List.of(days)));
    here.clock.set(THIRD_BUSINESS_DAY);
    here.issuer.watch();
    here.work();
    Occurrence waiting = here.occurrences.of(schedule.id()).get(0);
    assertThat(waiting.isWaiting()).isTrue();
    return waiting;
  }

  private Schedule enable(boolean enabled) {
    return here.desk.change(schedule.id(), ScheduleValues.of(schedule, enabled));
  }

  private void later() {
    here.clock.advance(Duration.ofMinutes(10));
    here.issuer.watch();
    here.work();
  }

  private Occurrence now(Occurrence seen) {
    return here.occurrences.find(seen.id()).orElseThrow();
  }

  private String page(Schedule paused, Language language) {
    var view =
        new SchedulesPages.One(
            paused,
            here.desk.client(paused),
            "Monthly performance",
            false,
            List.of(),
            List.of(),
            List.of(),
            here.occurrences.of(paused.id()),
            here.desk.lastClosed(paused),
            here.clock.instant(),
            "",
            Optional.empty(),
            List.of());
    return PausedScheduleTest.rendered("schedule.jte", view, language);
  }
}
