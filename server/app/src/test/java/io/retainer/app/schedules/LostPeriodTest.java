package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes or resumes a schedule, or moves its client, loses no period without a word. */
class LostPeriodTest {

  private static final Period OCTOBER = Period.parse("2026-10");

  /** Given to a schedule, its times before are looked at no more. */
  private static final String TODAY = "day 30 at 10:50";

  @TempDir private Path folder;
  private IssuingHome here;
  private Schedule schedule;

  @BeforeEach
  void open() throws Exception {
    here = new IssuingHome(folder);
    schedule = here.desk.add(values("day 30 at 10:52", "month", true), "maria");
    here.clock.set("2026-11-30T08:22:00Z");
    here.issuer.watch();
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void aRuleWhoseTimeHasPassedLeavesThePeriodToAPerson() {
    change("day 30 at 09:52", "month", true);

    Occurrence held = october();
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().english().replace('\u00a0', ' '))
        .isEqualTo(
            "The rule of the schedule was changed on 30 November 2026, and by the new one this"
                + " period does not come any more. Issue it by hand if it is wanted.");
    later();
    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
  }

  @Test
  void aRuleThatComesLaterTodayLosesNothing() {
    change("day 30 at 11:30", "month", true);
    assertThat(here.occurrences.of(schedule.id())).isEmpty();

    later();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void whoCorrectsARuleTwiceHasThePeriodComeAfterAll() {
    change("day 30 at 09:52", "month", true);
    change("day 30 at 11:30", "month", true);
    assertThat(here.occurrences.of(schedule.id())).isEmpty();

    later();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void otherPeriodsLeaveOutTheOneThatWasToCome() {
    change("day 30 at 10:52", "quarter", true);

    assertThat(october().state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(october().reason().orElseThrow().code()).isEqualTo(Reason.Code.RULE_CHANGED);
  }

  @Test
  void whatCameDuringAPauseIsNotedWhenItIsResumed() {
    change("day 30 at 10:52", "month", false);
    later();
    assertThat(here.occurrences.of(schedule.id())).as("while it is paused").isEmpty();

    change("day 30 at 10:52", "month", true);
    here.issuer.watch();

    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
    Occurrence left = october();
    assertThat(left.state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(left.plannedFor()).isEqualTo("2026-11-30T08:52:00Z");
    assertThat(left.reason().orElseThrow().english())
        .isEqualTo(
            "Its time came while the schedule was paused, so nothing went out. Issue it by hand if"
                + " it is wanted.");
  }

  @Test
  void norIsItLostWhenTheRuleIsChangedDuringThePause() {
    change("day 30 at 10:52", "month", false);
    change("day 30 at 09:52", "month", false);
    change("day 30 at 09:52", "month", true);

    assertThat(october().state()).isEqualTo(Occurrence.State.SKIPPED);
  }

  @Test
  void aPauseInWhichNothingCameLeavesNothing() {
    change("day 30 at 10:52", "month", false);
    change("day 30 at 10:52", "month", true);

    assertThat(here.occurrences.of(schedule.id())).isEmpty();
    later();
    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void whatWentOutIsNotLost() {
    here.occurrences
        .progress()
        .sent(here.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria").id());

    change("day 30 at 09:52", "month", true);

    assertThat(october().state()).isEqualTo(Occurrence.State.SENT);
    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
  }

  /** It was 40 days ahead for a minute, as after a machine was woken. */
  @Test
  void aClockThatIsSetRightBringsWhatWasTooLateByTheWrongOneAtItsTime() {
    here.clock.set("2027-01-09T08:22:00Z");
    here.issuer.watch();
    assertThat(here.occurrences.of(schedule.id()))
        .extracting(Occurrence::state)
        .containsExactly(Occurrence.State.HELD, Occurrence.State.HELD);

    here.clock.set("2026-11-30T08:23:00Z");
    here.issuer.clockSetBack();

    assertThat(here.occurrences.of(schedule.id())).isEmpty();
    later();
    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
  }

  @Test
  void whatAPersonDecidedUnderAWrongClockStays() {
    here.clock.set("2027-01-09T08:22:00Z");
    here.issuer.watch();
    here.desk.skip(schedule.id(), OCTOBER, "maria");

    here.clock.set("2026-11-30T08:23:00Z");
    here.issuer.clockSetBack();

    assertThat(october().state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
  }

  @Test
  void aTableSaysItBeforeItIsSaved() {
    var table =
        new TableDesk(
            here.home.workspace(),
            here.schedules,
            here.occurrences,
            new SavedTables(here.home::state, here.clock),
            Colleagues.NONE,
            here.outlets);

    var read = table.read("id,rule\n" + schedule.id() + ",day 30 at 09:52");

    assertThat(read.problems()).isEmpty();
    assertThat(read.lines().get(0).missed()).containsExactly(OCTOBER);
    assertThat(here.occurrences.of(schedule.id())).as("a dry run").isEmpty();
    assertThat(table.read("id,rule\n" + schedule.id() + ",day 30 at 11:30").lines().get(0).missed())
        .isEmpty();

    table.save(read, "maria");

    assertThat(october().state()).isEqualTo(Occurrence.State.HELD);
  }

  @Test
  void aZoneWhoseClocksArePastTheTimeLeavesThePeriodToAPerson() {
    change(TODAY, "month", true);
    moveTo("Asia/Tokyo");
    here.issuer.watch();

    Occurrence held = october();
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().english().replace('\u00a0', ' '))
        .isEqualTo(
            "The client’s time zone was changed on 30 November 2026, and by its new clocks the time"
                + " of this period has passed. Issue it by hand if it is wanted.");
    later();
    assertThat(here.occurrences.of(schedule.id())).hasSize(1);
  }

  @Test
  void whoMovesItBackInTimeHasThePeriodComeAfterAll() {
    change(TODAY, "month", true);
    moveTo("Asia/Tokyo");
    here.issuer.watch();
    moveTo("Europe/Helsinki");
    here.issuer.watch();
    assertThat(here.occurrences.of(schedule.id())).isEmpty();

    later();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void aZoneWhoseClocksComeToItLaterLosesNothing() {
    change(TODAY, "month", true);
    moveTo("Europe/London");
    here.issuer.watch();
    later();
    assertThat(here.occurrences.of(schedule.id())).as("it is not 10:50 in London").isEmpty();

    here.clock.set("2026-11-30T11:00:00Z");
    here.issuer.watch();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(october().plannedFor()).isEqualTo("2026-11-30T10:50:00Z");
  }

  @Test
  void whatTheNewClocksPutIntoAnotherDayOfThePeriodIsNotLost() {
    change("day 30 at 23:30", "month", true);
    here.clock.set("2026-11-30T20:00:00Z");
    moveTo("Europe/London");
    here.issuer.watch();
    assertThat(here.occurrences.of(schedule.id())).isEmpty();

    here.clock.set("2026-11-30T23:31:00Z");
    here.issuer.watch();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
  }

  @Test
  void norIsItLostWhenItsClientMovesDuringAPause() {
    change(TODAY, "month", true);
    change(TODAY, "month", false);
    moveTo("Asia/Tokyo");
    here.issuer.watch();
    later();

    change(TODAY, "month", true);

    assertThat(october().state()).isEqualTo(Occurrence.State.SKIPPED);
    assertThat(october().reason().orElseThrow().code()).isEqualTo(Reason.Code.PAUSED);
  }

  /** Nothing of the time by the new clocks was looked at yet. */
  @Test
  void aTimeThatHasPassedByTheNewClocksAloneIsMadeUpFor() {
    moveTo("Asia/Tokyo");
    here.issuer.watch();

    assertThat(october().state()).isEqualTo(Occurrence.State.PLANNED);
    assertThat(october().plannedFor()).isEqualTo("2026-11-30T01:52:00Z");
  }

  @Test
  void aMoveAndAnEditRightAfterItLoseNothingEither() {
    change(TODAY, "month", true);
    moveTo("Asia/Tokyo");
    change(TODAY, "month", true);

    assertThat(october().state()).isEqualTo(Occurrence.State.HELD);
    assertThat(october().reason().orElseThrow().code()).isEqualTo(Reason.Code.ZONE_CHANGED);
  }

  /** As any way does that a client is changed by. */
  private void moveTo(String zone) {
    here.home
        .workspace()
        .clients()
        .change(
            new Client(SHOP.id(), SHOP.name(), ZoneId.of(zone), SHOP.locale(), SHOP.currency()));
  }

  private void change(String rule, String kind, boolean enabled) {
    here.desk.change(schedule.id(), values(rule, kind, enabled));
  }

  private void later() {
    here.clock.set("2026-11-30T10:00:00Z");
    here.issuer.watch();
  }

  private Occurrence october() {
    return here.occurrences.latest(schedule.id(), OCTOBER).orElseThrow();
  }

  private static ScheduleValues values(String rule, String kind, boolean enabled) {
    return FilledForm.to("anna@client.example").each(kind, rule).enabled(enabled).values();
  }
}
