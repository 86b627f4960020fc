package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.SmallMailServer;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.model.time.Period;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes out any more by a schedule that was removed, whatever was under way. */
class RemovedScheduleTest {

  private static final String ANNA = "anna@client.example";
  private static final String GONE = "gone@client.example";

  @TempDir private Path folder;
  private SmallMailServer server;
  private IssuingHome here;

  @BeforeEach
  void open() throws Exception {
    server = new SmallMailServer(Map.of()).first("RCPT TO:<" + GONE, "451 4.7.1 try again later");
    Map<String, String> settings =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(server.port()),
            "retainer.mail.security", "none");
    here =
        new IssuingHome(folder, MailSettings.of(name -> Optional.ofNullable(settings.get(name))));
    here.sessions("2026-10-01", "2026-10-31", 100);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
    server.close();
  }

  @Test
  void aMailThatWaitsForItsServerIsStoppedAndWhatWasSentStays() {
    Schedule schedule = here.add(Approval.AUTOMATIC, ANNA, GONE);
    Run run = here.issued(schedule);
    assertThat(to(run, GONE).state()).isEqualTo(Delivery.State.QUEUED);

    here.desk.remove(schedule.id(), "maria");
    later();

    assertThat(server.reached()).containsExactly(ANNA);
    assertThat(to(run, ANNA).state()).isEqualTo(Delivery.State.SENT);
    assertThat(to(run, GONE).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(to(run, GONE).answer()).contains("Stopped by maria, who removed its schedule.");
    assertThat(here.deliveries.open(Delivery.State.FAILED)).as("left to do").isZero();
    assertThat(withdrawn(run)).containsExactly(Optional.of("maria"));
  }

  @Test
  void aReportUnderReviewWaitsForNobodyAndSaysWhy() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);
    Run run = here.issued(schedule);
    assertThat(RunSteps.isWaiting(here.steps.of(run))).isTrue();

    here.desk.remove(schedule.id(), "maria");

    assertThat(RunSteps.isWaiting(here.steps.of(run))).isFalse();
    assertThat(RunSteps.isUndecided(here.steps.of(run))).as("nobody has approved it").isTrue();
    assertThat(withdrawn(run)).containsExactly(Optional.of("maria"));
    assertThatThrownBy(() -> here.reviews.approve(run.id(), "olga", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith("waits for no decision any more: its schedule was removed.");
    assertThatThrownBy(() -> here.reviews.reject(run.id(), "olga", "No."))
        .hasMessageEndingWith("its schedule was removed.");
    later();
    assertThat(server.reached()).isEmpty();
  }

  @Test
  void whatIsReadyToLeaveJustThenFindsItsScheduleGone() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);
    Run run = here.issued(schedule);
    Occurrence occurrence = here.occurrence(run);
    OccurrenceProgress progress = here.occurrences.progress();
    var received = new Received(here.steps, here.deliveries);
    var release =
        new Release(here.schedules, progress, here.steps, here.deliveries, here.postman, received);
    here.desk.remove(schedule.id(), "maria");

    release.of(occurrence, schedule, run);
    later();

    assertThat(here.deliveries.list(Deliveries.Filter.ofRun(run.id()))).isEmpty();
    assertThat(progress.review(occurrence.id(), Reason.of(Reason.Code.APPROVAL))).isFalse();
    assertThat(withdrawn(run)).as("once").hasSize(1);
  }

  @Test
  void colleaguesAreNotShownWhatWillNotGoOut() {
    Schedule schedule = here.add(Approval.AUTOMATIC, "3", List.of("olga@agency.example"), ANNA);
    here.issuer.watch();

    here.desk.remove(schedule.id(), "maria");
    later();

    assertThat(server.reached()).isEmpty();
  }

  @Test
  void otherSchedulesOfTheClientGoOn() {
    Schedule removed = here.add(Approval.AUTOMATIC, ANNA);
    Schedule other = here.add(Approval.AUTOMATIC, GONE);
    Run run = here.issued(other);

    here.desk.remove(removed.id(), "maria");
    later();

    assertThat(server.reached()).containsExactly(GONE);
    assertThat(here.occurrence(run).state()).isEqualTo(Occurrence.State.SENT);
    assertThat(withdrawn(run)).isEmpty();
  }

  private void later() {
    here.clock.advance(Duration.ofDays(1));
    here.issuer.watch();
    here.work();
  }

  private List<Optional<String>> withdrawn(Run run) {
    return here.steps.of(run).stream()
        .filter(step -> step.kind() == RunStep.Kind.WITHDRAWN)
        .map(RunStep::by)
        .toList();
  }

  private Delivery to(Run run, String recipient) {
    return here.deliveries.list(Deliveries.Filter.ofRun(run.id())).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  /** As when one person asks for a report in the moment in which another removes its schedule. */
  @Test
  void whoAsksForAPeriodOfOneThatIsJustGoneReadsThatItIsGone() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);
    Period october = Period.month(YearMonth.of(2026, 10));
    here.desk.remove(schedule.id(), "maria");

    assertThatThrownBy(
            () ->
                here.occurrences
                    .claims()
                    .request(schedule.id(), october, 0, "olga", Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no schedule " + schedule.id() + ".");
    assertThatThrownBy(
            () ->
                here.occurrences
                    .claims()
                    .skip(schedule.id(), october, here.clock.instant(), "olga"))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no schedule " + schedule.id() + ".");
  }
}
