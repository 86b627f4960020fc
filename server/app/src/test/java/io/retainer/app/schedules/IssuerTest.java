package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Copies;
import io.retainer.app.deliveries.CopyPost;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.Later;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.Transports;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.report.Gap;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.workspace.dkim.DkimKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final String THIRD_BUSINESS_DAY = "2026-11-04T06:00:00Z";
  private static final Punctuality A_DAY = new Punctuality((client, id) -> Duration.ofDays(1));

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T10:00:00Z");
  private final List<String> planned = new ArrayList<>();
  private final Later later =
      (TaskInstance<Void> work, java.time.Instant at) -> planned.add(work.getId());
  private volatile List<Gap> missing = List.of();
  private volatile Runnable asked = () -> {};
  private TestHome home;
  private Schedules schedules;
  private Occurrences occurrences;
  private Deliveries deliveries;
  private Runs runs;
  private Issuer issuer;
  private Duration patience = Incomplete.USUAL_PATIENCE;
  private ScheduleDesk desk;
  private ScheduleRuns scheduleRuns;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, clock);
    runs = new Runs(home::state, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
    occurrences = new Occurrences(home::state, clock);
    var mailbox =
        Transports.of(
            MailSettings.of(name -> Optional.empty()),
            new DkimKeys(folder),
            () -> folder.resolve("mailbox"));
    var postman =
        new Postman(
            deliveries,
            runs,
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            mailbox,
            clock,
            later);
    var steps = new RunSteps(home::state, clock);
    var findings = new RunFindings(home::state);
    var renderer = new RunRenderer(home.workspace(), runs, Inspection.NONE, findings);
    var copies = new Copies(home::state, clock);
    var copyPost =
        new CopyPost(
            home.workspace(),
            copies,
            runs,
            steps,
            new RunFiles(home.workspace().home()),
            renderer,
            mailbox,
            LargeFiles.ATTACHED,
            "agency.example",
            URI.create("https://reports.agency.example/"),
            later);
    var drafting =
        new Drafting(
            home.workspace(),
            schedules,
            new Drafts(home::state, clock, steps),
            runs,
            copies,
            copyPost,
            Colleagues.NONE);
    issuer =
        new Issuer(
            home.workspace(),
            (client, report, period) -> {
              asked.run();
              return missing;
            },
            schedules,
            occurrences,
            runs,
            steps,
            findings,
            renderer,
            deliveries,
            postman,
            drafting,
            (client, schedule) -> patience,
            A_DAY,
            later);
    desk =
        new ScheduleDesk(
            home.workspace(),
            schedules,
            occurrences,
            Colleagues.NONE,
            new Outlets(home.workspace(), URI.create("https://reports.agency.example/")));
    scheduleRuns = new ScheduleRuns(desk, occurrences, deliveries, issuer);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void plansTheLastClosedMonthOnItsBusinessDayAndNotBefore() {
    Schedule schedule = add();

    issuer.watch();
    assertThat(occurrences.of(schedule.id())).isEmpty();

    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    issuer.watch();

    assertThat(occurrences.of(schedule.id())).hasSize(1);
    Occurrence occurrence = occurrences.of(schedule.id()).get(0);
    assertThat(occurrence.period()).isEqualTo(OCTOBER);
    assertThat(occurrence.state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(planned).contains(occurrence.id());
  }

  @Test
  void isPlannedOnceByManyThreads() throws Exception {
    Schedule schedule = add();
    clock.set(THIRD_BUSINESS_DAY);
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> watches = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      watches.add(
          () -> {
            new Timekeeper(home.workspace(), schedules, occurrences, A_DAY).plan();
            return null;
          });
    }

    threads.invokeAll(watches);
    threads.shutdown();

    assertThat(occurrences.of(schedule.id())).hasSize(1);
  }

  @Test
  void isClaimedOnceByManyThreads() throws Exception {
    Occurrence occurrence = scheduleRuns.run(add().id(), Optional.empty(), false, "maria");
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      claims.add(() -> occurrences.progress().claim(occurrence.id()));
    }

    int won = 0;
    for (var claim : threads.invokeAll(claims)) {
      won += claim.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(won).isEqualTo(1);
  }

  @Test
  void makesUpForSomeHoursButAsksWhatIsLaterThanThat() {
    Schedule schedule = add();

    clock.set("2026-12-04T05:00:00Z");
    issuer.watch();

    // The third of December at eight is 23 hours ago, the fourth of November weeks.
    assertThat(occurrences.latest(schedule.id(), Period.parse("2026-11")))
        .get()
        .matches(late -> late.state() == Occurrence.State.PLANNED);
    assertThat(occurrences.latest(schedule.id(), OCTOBER))
        .get()
        .matches(late -> late.state() == Occurrence.State.HELD)
        .matches(
            late -> late.reason().orElseThrow().english().contains("Nov 4, 2026, 8:00 AM EET"));
  }

  @Test
  void holdsAReportWithoutAnyData() {
    Occurrence occurrence = scheduleRuns.run(add().id(), Optional.empty(), false, "maria");

    issuer.issue(occurrence.id());

    assertThat(occurrences.find(occurrence.id()))
        .get()
        .matches(held -> held.state() == Occurrence.State.HELD)
        .matches(held -> held.reason().orElseThrow().code() == Reason.Code.EMPTY);
    Run run = runs.find(occurrences.find(occurrence.id()).orElseThrow().run().orElseThrow()).get();
    assertThat(new RunSteps(home::state, clock).of(run))
        .extracting(RunStep::kind)
        .containsExactly(RunStep.Kind.PLANNED, RunStep.Kind.COMPUTED, RunStep.Kind.EMPTY);
    assertThat(folder.resolve("mailbox")).doesNotExist();
  }

  @Test
  void waitsForDataAndGoesOutOnceItIsThere() {
    Occurrence waiting = dueWithoutTheLastDays();
    assertThat(waiting.state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(waiting.run()).isEmpty();
    assertThat(waiting.reason().orElseThrow().in(Language.EN).replace('\u00a0', ' '))
        .contains("30–31 October 2026")
        .contains("klaviyo");

    planned.clear();
    issuer.watch();
    assertThat(planned).as("looked at every few minutes, not every time").isEmpty();

    missing = List.of();
    clock.set("2026-11-04T06:06:00Z");
    issuer.watch();
    assertThat(planned).containsExactly(waiting.id());
    assertThat(occurrences.progress().claim(waiting.id())).isTrue();
    assertThat(occurrences.find(waiting.id()).flatMap(Occurrence::reason))
        .as("while it is made it waits for nothing")
        .isEmpty();
    issuer.issue(waiting.id());
    assertThat(occurrences.find(waiting.id()).orElseThrow().run()).isPresent();
  }

  @Test
  void aReportThatWaitsForItsClientsTurnAsksNothingMeanwhile() throws Exception {
    missing = lastDays();
    List<Schedule> mine =
        List.of(add(), add("wait", "ben@example.org"), add("wait", "olga@example.org"));
    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    List<String> ids =
        mine.stream().map(schedule -> occurrences.of(schedule.id()).get(0).id()).toList();
    var questions = new AtomicInteger();
    var atWork = new CountDownLatch(2);
    var answered = new CountDownLatch(1);
    asked =
        () -> {
          questions.incrementAndGet();
          atWork.countDown();
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    var threads = Executors.newFixedThreadPool(2);
    ids.stream().limit(2).forEach(id -> threads.execute(() -> issuer.issue(id)));
    assertThat(atWork.await(60, TimeUnit.SECONDS)).isTrue();

    assertThat(issuer.issue(ids.get(2))).as("to be looked at again").isFalse();
    assertThat(questions).hasValue(2);

    answered.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(issuer.issue(ids.get(2))).isTrue();
    assertThat(questions).hasValue(3);
  }

  @Test
  void leavesItToAPersonWhenDataDoesNotCome() {
    Occurrence waiting = dueWithoutTheLastDays();

    clock.set("2026-11-07T06:00:01Z");
    issuer.watch();
    issuer.issue(waiting.id());

    Occurrence held = occurrences.find(waiting.id()).orElseThrow();
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().code()).isEqualTo(Reason.Code.INCOMPLETE);
    assertThat(held.run()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheAgencySays() {
    patience = Duration.ofHours(2);
    Occurrence waiting = dueWithoutTheLastDays();
    assertThat(waiting.waitUntil()).contains(Instant.parse("2026-11-04T08:00:00Z"));
    assertThat(Lateness.deadline(waiting)).isEqualTo("2026-11-04T08:00:00Z");

    clock.set("2026-11-04T07:59:00Z");
    issuer.issue(waiting.id());
    assertThat(occurrences.find(waiting.id()).orElseThrow().lookAgain())
        .as("no later than the end")
        .contains(Instant.parse("2026-11-04T08:00:00Z"));
    clock.set("2026-11-04T08:00:00Z");
    issuer.issue(waiting.id());

    assertThat(occurrences.find(waiting.id()).orElseThrow().state())
        .isEqualTo(Occurrence.State.HELD);
  }

  @Test
  void doesNotWaitWhenSomebodyIssuesItByHand() {
    Occurrence waiting = dueWithoutTheLastDays();

    Occurrence taken = scheduleRuns.run(waiting.schedule(), Optional.of(OCTOBER), false, "maria");
    issuer.issue(taken.id());

    assertThat(taken.id()).isEqualTo(waiting.id());
    assertThat(taken.requestedBy()).contains("maria");
    assertThat(occurrences.find(waiting.id()).orElseThrow().run()).isPresent();
    assertThat(occurrences.of(waiting.schedule())).hasSize(1);
  }

  @Test
  void waitsNoLongerOnceItsScheduleSendsWhatThereIs() {
    Occurrence waiting = dueWithoutTheLastDays();
    Schedule waits = schedules.find(waiting.schedule()).orElseThrow();
    planned.clear();

    desk.change(waits.id(), FilledForm.to(waits.recipients()).incomplete("send").values());

    assertThat(occurrences.find(waiting.id()).orElseThrow().reason()).isEmpty();
    issuer.watch();
    assertThat(planned).containsExactly(waiting.id());
    issuer.issue(waiting.id());
    assertThat(occurrences.find(waiting.id()).orElseThrow().run()).isPresent();
  }

  @Test
  void sendsWhatThereIsWhereTheScheduleSaysSo() {
    missing = lastDays();
    Schedule schedule = add("send");
    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    Occurrence occurrence = occurrences.of(schedule.id()).get(0);

    issuer.issue(occurrence.id());

    assertThat(occurrences.find(occurrence.id()).orElseThrow().run()).isPresent();
  }

  /** What is due and has been looked at. */
  private Occurrence dueWithoutTheLastDays() {
    missing = lastDays();
    Schedule schedule = add();
    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    Occurrence occurrence = occurrences.of(schedule.id()).get(0);
    assertThat(issuer.issue(occurrence.id())).isTrue();
    return occurrences.find(occurrence.id()).orElseThrow();
  }

  private static List<Gap> lastDays() {
    var days = new DateSpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 1));
    return List.of(new Gap("email_campaigns", List.of("klaviyo"), List.of(days)));
  }

  @Test
  void letsAHeldPeriodRunAgainWithoutFurtherWords() {
    Schedule schedule = add();
    issuer.issue(scheduleRuns.run(schedule.id(), Optional.empty(), false, "maria").id());

    Occurrence second = scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria");

    assertThat(second.repetition()).isEqualTo(1);
  }

  @Test
  void sendsADeliveredPeriodAgainOnlyWhenAskedTo() {
    Schedule schedule = add();
    Occurrence first = scheduleRuns.run(schedule.id(), Optional.empty(), false, "maria");

    assertThatThrownBy(() -> scheduleRuns.run(schedule.id(), Optional.empty(), true, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("being delivered just now");
    occurrences.progress().sent(first.id());
    assertThatThrownBy(() -> scheduleRuns.run(schedule.id(), Optional.empty(), false, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("delivered already")
        .hasMessageContaining(first.id());
    assertThat(scheduleRuns.run(schedule.id(), Optional.empty(), true, "maria").repetition())
        .isEqualTo(1);
  }

  @Test
  void refusesAPeriodThatIsNotOver() {
    Schedule schedule = add();

    assertThatThrownBy(
            () ->
                scheduleRuns.run(
                    schedule.id(), Optional.of(Period.parse("2026-11")), false, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not over before 2026-12-01");
  }

  @Test
  void doesNotIssueByTheClockWhatSomebodyHasIssuedBefore() {
    Schedule schedule = add();
    occurrences
        .progress()
        .sent(scheduleRuns.run(schedule.id(), Optional.empty(), false, "maria").id());

    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();

    assertThat(occurrences.of(schedule.id())).hasSize(1);
    assertThat(desk.next(schedule, 2))
        .extracting(Schedule.Time::period)
        .containsExactly(Period.parse("2026-11"), Period.parse("2026-12"));
  }

  @Test
  void doesNothingWhilePausedAndDoesNotMakeUpForIt() {
    Schedule schedule = add();
    desk.change(schedule.id(), ScheduleValues.of(schedule, false));
    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    desk.change(schedule.id(), ScheduleValues.of(schedule, true));
    issuer.watch();

    assertThat(occurrences.of(schedule.id()))
        .singleElement()
        .matches(left -> left.state() == Occurrence.State.SKIPPED);
  }

  @Test
  void doesNotLoseATimeThatHasJustComeToACorrectedAddress() {
    Schedule schedule = add();
    clock.set("2026-11-04T06:00:10Z");

    desk.change(
        schedule.id(),
        FilledForm.to("new.address@example.org").rule(schedule.rule().text()).values());
    issuer.watch();

    assertThat(occurrences.of(schedule.id()))
        .extracting(Occurrence::period)
        .containsExactly(OCTOBER);
  }

  @Test
  void doesNotMakeUpForTimesOfARuleThatWasNotInForceThen() {
    Schedule schedule = add();
    clock.set("2026-11-03T12:00:00Z");

    desk.change(
        schedule.id(),
        FilledForm.to(schedule.recipients()).rule("business-day 2 at 08:00").values());
    issuer.watch();

    assertThat(occurrences.of(schedule.id()))
        .singleElement()
        .matches(held -> held.state() == Occurrence.State.HELD);
  }

  @Test
  void continuesWhatACrashInterrupted() {
    Occurrence occurrence = scheduleRuns.run(add().id(), Optional.empty(), false, "maria");
    occurrences.progress().claim(occurrence.id());

    issuer.resume();
    planned.clear();
    issuer.watch();

    assertThat(planned).contains(occurrence.id());
    assertThat(occurrences.find(occurrence.id()).orElseThrow().state())
        .isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void leavesOutAPeriodThatSomebodySkippedAndGoesOnAfterIt() {
    Schedule schedule = add();
    desk.skip(schedule.id(), OCTOBER, "maria");
    assertThatThrownBy(() -> desk.skip(schedule.id(), OCTOBER, "maria"))
        .isInstanceOf(Refusal.class);
    assertThat(desk.next(schedule, 1))
        .extracting(Schedule.Time::period)
        .containsExactly(Period.parse("2026-11"));

    clock.set("2026-12-03T06:00:00Z");
    issuer.watch();

    assertThat(occurrences.latest(schedule.id(), OCTOBER).orElseThrow().state())
        .isEqualTo(Occurrence.State.SKIPPED);
    assertThat(occurrences.latest(schedule.id(), Period.parse("2026-11")).orElseThrow().state())
        .isEqualTo(Occurrence.State.PLANNED);
    assertThat(scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria").repetition())
        .as("by hand it may still be issued")
        .isEqualTo(1);
  }

  @Test
  void takesASkippedPeriodInAgain() {
    Schedule schedule = add();
    desk.skip(schedule.id(), OCTOBER, "maria");
    desk.unskip(schedule.id(), OCTOBER);

    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();

    assertThat(occurrences.latest(schedule.id(), OCTOBER).orElseThrow().state())
        .isEqualTo(Occurrence.State.PLANNED);
    assertThatThrownBy(() -> desk.unskip(schedule.id(), OCTOBER)).isInstanceOf(Refusal.class);
  }

  @Test
  void saysWhatIsLate() {
    var lateness =
        new Lateness(
            home.workspace(),
            schedules,
            occurrences,
            new OpenReports(occurrences, deliveries),
            () -> (client, id) -> Duration.ofDays(1));
    Schedule schedule = add();
    clock.set("2026-11-04T06:20:00Z");
    assertThat(lateness.late().count()).isZero();
    clock.set("2026-11-04T06:31:00Z");
    assertThat(lateness.late().standing())
        .as("the clock stands still")
        .containsExactly(schedule.id());

    issuer.watch();
    assertThat(lateness.late().count()).isZero();
    clock.set("2026-11-04T07:31:00Z");
    assertThat(lateness.late().standing()).as("nobody takes it").containsExactly(schedule.id());
  }

  @Test
  void whatWaitsForDataIsNotLateBeforeItsPatienceIsOver() {
    var lateness =
        new Lateness(
            home.workspace(),
            schedules,
            occurrences,
            new OpenReports(occurrences, deliveries),
            () -> (client, id) -> Duration.ofDays(1));
    dueWithoutTheLastDays();
    clock.set("2026-11-06T06:00:00Z");
    assertThat(lateness.late().count()).isZero();
    clock.set("2026-11-07T06:31:00Z");
    assertThat(lateness.late().standing()).hasSize(1);
  }

  @Test
  void followsAClientToAnotherZone() {
    Schedule schedule = add();
    var moved =
        new io.retainer.model.client.Client(
            SHOP.id(),
            SHOP.name(),
            java.time.ZoneId.of("America/New_York"),
            SHOP.locale(),
            SHOP.currency());
    home.workspace().clients().change(moved);

    clock.set(THIRD_BUSINESS_DAY);
    issuer.watch();
    assertThat(occurrences.of(schedule.id())).isEmpty();

    clock.set("2026-11-04T13:00:00Z");
    issuer.watch();
    assertThat(occurrences.of(schedule.id())).hasSize(1);
  }

  private Schedule add() {
    return add("wait");
  }

  @Test
  void isRefusedWhenItWouldGoToSomebodyWhoIsNotOnTheClientsList() {
    Schedule schedule = add();
    ScheduleValues values = ScheduleValues.of(schedule, true);
    home.workspace()
        .mail()
        .allow(schedule.client(), AllowedRecipients.parse("somebody@else.example"));

    assertThatThrownBy(() -> desk.add(values, "maria"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not among the recipients");
    assertThatThrownBy(() -> desk.change(schedule.id(), values))
        .hasMessageContaining("not among the recipients");
    assertThatThrownBy(() -> scheduleRuns.run(schedule.id(), Optional.empty(), false, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not among the recipients");
    assertThat(occurrences.of(schedule.id())).isEmpty();
    assertThat(desk.change(schedule.id(), ScheduleValues.of(schedule, false)).enabled())
        .as("but it can be paused")
        .isFalse();
  }

  private Schedule add(String incomplete) {
    return add(incomplete, "anna@example.org");
  }

  private Schedule add(String incomplete, String recipient) {
    return desk.add(FilledForm.to(recipient).incomplete(incomplete).values(), "maria");
  }
}
