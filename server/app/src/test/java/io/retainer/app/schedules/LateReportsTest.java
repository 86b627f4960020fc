package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.model.report.Gap;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that stood still makes up for what is less than a day late, and asks about the rest,
 * wherever it was interrupted. The report is due on 4 November at eight, Helsinki's time.
 */
class LateReportsTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final String IN_TIME = "2026-11-04T06:00:05Z";
  private static final String NEXT_MORNING = "2026-11-05T05:00:00Z";
  private static final String THREE_DAYS_LATER = "2026-11-07T06:00:05Z";

  @TempDir private Path folder;
  private IssuingHome agency;
  private Schedule schedule;

  @BeforeEach
  void openHome() throws IOException {
    agency = new IssuingHome(folder);
    agency.sessions("2026-09-01", "2026-10-31", 40);
    schedule = agency.add(Approval.AUTOMATIC, "anna@example.org", "ben@example.org");
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  /** A new process takes up what the killed one left. */
  private void restartAt(String moment) {
    agency.clock.set(moment);
    agency.issuer.resume();
    agency.issuer.watch();
    agency.work();
    agency.issuer.watch();
    agency.work();
  }

  private Occurrence october() {
    return agency.occurrences.latest(schedule.id(), OCTOBER).orElseThrow();
  }

  @Test
  void isMadeUpForWithinTheWindow() throws Exception {
    restartAt(NEXT_MORNING);

    assertThat(october().state()).isEqualTo(Occurrence.State.SENT);
    assertThat(agency.mails()).hasSize(2);
  }

  @Test
  void asksBeyondItAndSendsNothing() throws Exception {
    restartAt(THREE_DAYS_LATER);
    restartAt(THREE_DAYS_LATER);

    assertThat(october().state()).isEqualTo(Occurrence.State.HELD);
    assertThat(october().reason()).map(Reason::code).contains(Reason.Code.LATE);
    assertThat(agency.occurrences.held()).hasSize(1);
    assertThat(agency.mails()).isEmpty();
  }

  @Test
  void asksAlsoAboutWhatWasPlannedInTimeAndNeverBegun() throws Exception {
    agency.clock.set(IN_TIME);
    agency.issuer.watch();

    restartAt(THREE_DAYS_LATER);

    assertThat(october().reason()).map(Reason::code).contains(Reason.Code.LATE);
    assertThat(agency.mails()).isEmpty();
  }

  @Test
  void asksAboutWhatAKilledServerWasMaking() throws Exception {
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    assertThat(agency.occurrences.progress().claim(october().id())).isTrue();

    restartAt(THREE_DAYS_LATER);

    assertThat(october().state()).isEqualTo(Occurrence.State.HELD);
    assertThat(agency.mails()).isEmpty();
  }

  @Test
  void goesOnWithWhatHadBegunToGoOut() throws Exception {
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.issuer.issue(october().id());
    // As if the server had been killed before it wrote down that all mails are on their way.
    agency
        .home
        .state()
        .useHandle(handle -> handle.execute("update occurrence set state = 'rendering'"));

    restartAt(THREE_DAYS_LATER);

    assertThat(october().state()).isEqualTo(Occurrence.State.SENT);
    assertThat(agency.mails()).hasSize(2);
  }

  @Test
  void waitingForDataIsNotBeingLate() throws Exception {
    agency.missing = gap();
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    for (String look : List.of("2026-11-05T04:00:00Z", "2026-11-06T02:00:00Z")) {
      agency.clock.set(look);
      agency.issuer.watch();
      agency.work();
    }
    assertThat(october().isWaiting()).isTrue();

    agency.missing = List.of();
    restartAt("2026-11-06T20:00:00Z");

    assertThat(october().state()).as("62 hours after its time").isEqualTo(Occurrence.State.SENT);
  }

  @Test
  void whoseDataCameWhileTheServerStoodStillIsAskedAbout() {
    agency.missing = gap();
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();

    agency.missing = List.of();
    restartAt("2026-11-06T20:00:00Z");

    assertThat(october().reason()).map(Reason::code).contains(Reason.Code.LATE);
  }

  @Test
  void whatAPersonApprovedOrAskedForIsNeverTooLate() throws Exception {
    Schedule looked = agency.add(Approval.NEEDED, "pia@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    String run = agency.occurrences.latest(looked.id(), OCTOBER).orElseThrow().run().orElseThrow();
    int before = agency.mails().size();
    agency.clock.set(THREE_DAYS_LATER);
    agency.reviews.approve(run, "maria", "");

    restartAt("2026-11-11T06:00:00Z");

    assertThat(agency.mails()).hasSize(before + 1);
  }

  @Test
  void whatWasRejectedAndIsMadeAnewDaysLaterIsNeverTooLate() throws Exception {
    Schedule looked = agency.add(Approval.NEEDED, "pia@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    agency.clock.set("2026-11-06T09:00:00Z");
    agency.reviews.reject(runOf(looked), "maria", "Ads of October are missing");

    // Made anew a week late, approved after three days more, and killed before it went out.
    agency.clock.set("2026-11-11T06:00:00Z");
    agency.scheduleRuns.run(looked.id(), Optional.of(OCTOBER), false, "maria");
    agency.work();
    agency.clock.set("2026-11-14T06:00:00Z");
    agency.reviews.approve(runOf(looked), "olga", "");
    int before = agency.mails().size();
    restartAt("2026-11-20T06:00:00Z");

    assertThat(agency.occurrences.latest(looked.id(), OCTOBER).orElseThrow().state())
        .isEqualTo(Occurrence.State.SENT);
    assertThat(agency.mails()).hasSize(before + 1);
  }

  @Test
  void isNotCalledLateInTheMomentInWhichAPersonDecides() {
    var lateness = lateness();
    Schedule looked = agency.add(Approval.NEEDED, "pia@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    agency.clock.set(THREE_DAYS_LATER);
    agency.issuer.watch();
    agency.reviews.approve(runOf(looked), "maria", "");

    assertThat(lateness.late().count()).isZero();
    agency.clock.set("2026-11-07T06:31:00Z");
    agency.issuer.watch();
    assertThat(lateness.late().standing()).as("nobody takes it").containsExactly(looked.id());
  }

  @Test
  void whatWaitedForDataIsNotCalledLateWhileItIsMade() {
    var lateness = lateness();
    agency.missing = gap();
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    agency.clock.set("2026-11-05T04:00:00Z");
    agency.issuer.watch();
    agency.work();
    agency.clock.set("2026-11-05T04:06:00Z");
    assertThat(agency.occurrences.progress().claim(october().id())).isTrue();

    assertThat(lateness.late().count()).isZero();
  }

  /** The report is there, the mail server is not: nobody has got it. */
  @Test
  void aMailThatDoesNotLeaveIsCalledLate() {
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.doNext(2);
    assertThat(october().state()).isEqualTo(Occurrence.State.RENDERED);
    agency.clock.set("2026-11-04T06:29:00Z");
    assertThat(lateness().late().count()).isZero();

    agency.clock.set("2026-11-04T06:31:00Z");

    assertThat(lateness().late().mails()).containsExactly(schedule.id());
    agency.work();
    agency.issuer.watch();
    assertThat(lateness().late().count()).isZero();
  }

  /** The monitor must not turn green because the server has given up. */
  @Test
  void whatWasGivenUpStaysLateUntilItIsSentAgain() throws Exception {
    giveUp("550 5.7.1 not welcome");
    assertThat(october().state()).isEqualTo(Occurrence.State.FAILED);
    assertThat(lateness().late().count()).as("within half an hour").isZero();

    agency.clock.set("2026-11-04T06:31:00Z");
    assertThat(lateness().late().failed()).containsExactly(schedule.id());
    Response status = status();
    assertThat(status.getStatus()).isEqualTo(503);
    assertThat(status.getEntity().toString())
        .contains("DOWN", "Given up, or perhaps not arrived: 1.", "Look at the page Deliveries");

    for (Delivery each : agency.deliveries.list(Deliveries.Filter.ofRun(runOf(schedule)))) {
      agency.postman.retry(each.id());
    }
    assertThat(lateness().late().count()).as("somebody has decided").isZero();
    assertThat(status().getStatus()).isEqualTo(200);
    agency.work();
    assertThat(october().state()).isEqualTo(Occurrence.State.SENT);
    assertThat(lateness().late().count()).isZero();
  }

  @Test
  void whatIsSentAgainInVainIsLateAgain() {
    giveUp("451 4.7.1 later");
    agency.clock.set("2026-11-04T09:00:00Z");
    for (Delivery each : agency.deliveries.list(Deliveries.Filter.ofRun(runOf(schedule)))) {
      agency.postman.retry(each.id());
    }
    change("attempts = attempts + 1");

    assertThat(lateness().late().count()).isEqualTo(1);
  }

  @Test
  void whatWasStoppedIsNotLate() {
    giveUp("Stopped by maria.");
    agency.clock.set("2026-11-04T09:00:00Z");

    assertThat(lateness().late().count()).isZero();
  }

  @Test
  void whatNobodyHasAskedForInAWeekIsNoLongerCalledLate() {
    giveUp("550 5.7.1 not welcome");
    agency.clock.set("2026-11-11T06:00:00Z");
    assertThat(lateness().late().count()).isEqualTo(1);

    agency.clock.set("2026-11-11T06:02:00Z");
    assertThat(lateness().late().count()).isZero();
  }

  @Test
  void whoHasTheNextPeriodWaitsForTheLastOneNoLonger() {
    giveUp("550 5.7.1 not welcome");
    agency.clock.set("2026-11-04T09:00:00Z");
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into occurrence
                      (id, schedule_id, period, repetition, state, planned_for, created_at)
                    values ('next', ?, '2026-11', 0, 'sent',
                      timestamp with time zone '2026-12-03 06:00:00Z',
                      timestamp with time zone '2026-12-03 06:00:00Z')
                    """,
                    schedule.id()));

    assertThat(lateness().late().count()).isZero();
  }

  private Response status() {
    return new StatusResource(
            agency.home.workspace().home(),
            lateness(),
            new UntoldOwner(agency.home::state, agency.clock),
            () -> true)
        .status();
  }

  /** All mails of October fail. */
  private void giveUp(String answer) {
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.doNext(2);
    change("state = 'failed', next_attempt_at = null, attempts = 7, answer = '" + answer + "'");
    agency.issuer.watch();
  }

  private void change(String columns) {
    agency.home.state().useHandle(handle -> handle.execute("update delivery set " + columns));
  }

  @Test
  void whatNobodyDecidesIsCalledLateBeyondItsWindow() throws Exception {
    Schedule looked = agency.add(Approval.NEEDED, "pia@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.work();
    agency.clock.set("2026-11-05T05:59:00Z");
    assertThat(lateness().late().decisions()).isEmpty();

    agency.clock.set("2026-11-05T06:01:00Z");

    assertThat(lateness().late().decisions()).containsExactly(looked.id());
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute(
                    "update report_schedule set enabled = false where id = ?", looked.id()));
    assertThat(lateness().late().decisions()).as("nobody waits for what is paused").isEmpty();
  }

  @Test
  void whatIsHeldIsCalledLateUntilSomebodyAnswers() {
    restartAt(THREE_DAYS_LATER);
    assertThat(lateness().late().decisions()).containsExactly(schedule.id());

    agency.desk.skip(schedule.id(), OCTOBER, "maria");

    assertThat(lateness().late().count()).isZero();
  }

  private Lateness lateness() {
    return new Lateness(
        agency.home.workspace(),
        agency.schedules,
        agency.occurrences,
        new OpenReports(agency.occurrences, agency.deliveries),
        agency.limits::windows);
  }

  private String runOf(Schedule looked) {
    return agency.occurrences.latest(looked.id(), OCTOBER).orElseThrow().run().orElseThrow();
  }

  @Test
  void isMadeNowWhenSomebodySaysSo() throws Exception {
    restartAt(THREE_DAYS_LATER);

    agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria");
    restartAt(THREE_DAYS_LATER);

    assertThat(october().state()).isEqualTo(Occurrence.State.SENT);
    assertThat(agency.occurrences.held()).isEmpty();
    assertThat(agency.mails()).hasSize(2);
  }

  @Test
  void isLeftOutWhenSomebodySaysSoAndStaysLeftOut() throws Exception {
    restartAt(THREE_DAYS_LATER);

    Occurrence left = agency.desk.skip(schedule.id(), OCTOBER, "maria");
    restartAt("2026-11-20T06:00:00Z");

    assertThat(left.state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(left.requestedBy()).contains("maria");
    assertThat(october().state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(agency.occurrences.held()).isEmpty();
    assertThat(agency.mails()).isEmpty();
    assertThatThrownBy(() -> agency.desk.skip(schedule.id(), OCTOBER, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not wait for a decision");
  }

  @Test
  void monthsOfStandstillAskForEachPeriodAndSendNoFlood() throws Exception {
    restartAt("2027-03-20T06:00:00Z");

    assertThat(agency.occurrences.of(schedule.id())).hasSize(5);
    assertThat(agency.occurrences.held()).hasSize(5);
    assertThat(agency.mails()).isEmpty();
  }

  private static List<Gap> gap() {
    return List.of(
        new Gap(
            "web_traffic",
            List.of("sessions"),
            List.of(new DateSpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 1)))));
  }
}
