package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.Visitor;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.model.time.Period;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that is delivered once more says so, and lies on top of the one that it corrects. */
class CorrectionsTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final String ANNA = "anna@example.org";
  private static final String BEN = "ben@example.org";

  @TempDir private Path folder;
  private IssuingHome agency;

  @BeforeEach
  void openHome() throws IOException {
    agency = new IssuingHome(folder);
    agency.sessions("2026-08-01", "2026-10-31", 40);
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  /** October once more, as somebody asks for it by hand. */
  private Run corrected(Schedule schedule, String reason) {
    return agency.run(
        agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), true, "maria", reason));
  }

  @Test
  void aLaterRunTakesThePlaceOfTheEarlierOneAndSaysThatItIsACorrection() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    byte[] before = Files.readAllBytes(agency.files.path(first, first.files().get(0)));
    agency.sessions("2026-10-01", "2026-10-31", 90);

    Run second =
        agency.run(
            agency.scheduleRuns.run(
                schedule.id(),
                Optional.of(OCTOBER),
                true,
                "maria",
                "Sessions were <half>\r\nof it"));

    assertThat(second.origin().corrects()).contains(first.id());
    assertThat(agency.steps.of(first))
        .filteredOn(step -> step.kind() == RunStep.Kind.SUPERSEDED)
        .singleElement()
        .matches(step -> step.note().equals(second.id()) && step.by().equals(Optional.of("maria")));
    assertThat(Files.readAllBytes(agency.files.path(first, first.files().get(0))))
        .as("it is never overwritten")
        .isEqualTo(before);
    var mail = agency.files.correction(second);
    assertThat(mail.subject()).startsWith("Korjaus: ");
    assertThat(mail.text()).as("greeted first").containsSubsequence("Hei", "korvaa");
    assertThat(mail.text()).contains("korvaa").contains("Sessions were <half> of it");
    assertThat(mail.html()).contains("korvaa").contains("Sessions were &lt;half&gt; of it");
    assertThat(agency.files.mail(first).subject()).doesNotContain("Korjaus");
  }

  /** The subject of the mail that goes out next, by whom it goes to. */
  private Map<String, MimeMessage> sent(Run run) throws Exception {
    Map<String, MimeMessage> sent = new HashMap<>();
    for (Delivery each : agency.deliveries.list(Deliveries.Filter.ofRun(run.id()))) {
      for (MimeMessage mail : agency.mails()) {
        if (each.messageId().equals(mail.getMessageID())) {
          sent.put(each.recipient(), mail);
        }
      }
    }
    return sent;
  }

  @Test
  void whoIsAddedToAScheduleReadsOfNoEarlierReport() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.issued(schedule);
    agency.desk.change(
        schedule.id(),
        ScheduleValues.of(
            schedule.withRecipients(List.of(ANNA.replace("anna", "Anna"), BEN)), true));

    Run second = corrected(schedule, "Half was missing");

    Map<String, MimeMessage> sent = sent(second);
    assertThat(sent.get(ANNA.replace("anna", "Anna")).getSubject()).startsWith("Korjaus: ");
    assertThat(written(sent.get(ANNA.replace("anna", "Anna")))).contains("Half was missing");
    assertThat(sent.get(BEN).getSubject()).isNotEmpty().doesNotContain("Korjaus");
    assertThat(written(sent.get(BEN))).doesNotContain("korvaa").doesNotContain("Half was missing");
    assertThat(attached(sent.get(BEN))).isEqualTo(attached(sent.get(ANNA.replace("anna", "Anna"))));
  }

  @Test
  void whatALaterReportTookThePlaceOfIsNotSentAgain() {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    agency.change("update delivery set state = 'failed'");
    corrected(schedule, "Corrected");
    Delivery outdated = agency.deliveries.list(Deliveries.Filter.ofRun(first.id())).get(0);

    assertThat(agency.postman.retry(outdated.id())).isFalse();
    assertThat(agency.deliveries.find(outdated.id()).orElseThrow().state())
        .isEqualTo(Delivery.State.FAILED);
  }

  /** A mistake in October may be found in February. */
  @Test
  void anyPeriodThatWentOutMayBeDeliveredOnceMoreFromItsPage() {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.issued(schedule);
    agency.clock.set("2027-02-10T10:00:00Z");
    SchedulesPages pages = agency.schedulesPages();
    SecurityContext olga = Visitor.manager("olga");

    assertThat(plain(pages.one(schedule.id(), olga)))
        .contains("name=\"period\" value=\"2026-10\"", "Deliver once more: October 2026");
    assertThat(plain(pages.run(schedule.id(), "period=2026-10", olga)))
        .contains("The recipients have October 2026 already.", "name=\"reason\"")
        .doesNotContain("January 2027 already");
    pages.run(schedule.id(), "period=2026-10&again=yes&reason=Half+was+missing", olga);
    agency.work();

    assertThat(plain(pages.one(schedule.id(), olga)))
        .contains("Correction: Half was missing", "Replaced by a later one")
        .containsOnlyOnce("Deliver once more: October 2026");
  }

  /** The first one is still in force, and they have it. */
  @Test
  void aCorrectionThatWasRejectedTakesNobodysPlaceAndItsPeriodIsAskedAboutAgain() {
    Schedule schedule = agency.add(Approval.NEEDED, ANNA);
    agency.reviews.approve(agency.issued(schedule).id(), "olga", "");
    agency.work();
    Run correction = corrected(schedule, "Wrong");
    agency.reviews.reject(correction.id(), "olga", "October was right");

    assertThatThrownBy(
            () -> agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("was delivered already");
    SchedulesPages pages = agency.schedulesPages();
    SecurityContext olga = Visitor.manager("olga");
    assertThat(plain(pages.one(schedule.id(), olga)))
        .contains("October was right", "Issue October 2026 now")
        .doesNotContain("Leave out: October 2026")
        .doesNotContain("Replaced by a later one");
    assertThat(plain(pages.run(schedule.id(), "period=2026-10", olga)))
        .contains("The recipients have October 2026 already.");
  }

  @Test
  void aCorrectionThatWasHeldIsMadeWithTheReasonThatWasGivenForIt() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.issued(schedule);
    Occurrence held =
        agency.scheduleRuns.run(
            schedule.id(), Optional.of(OCTOBER), true, "maria", "Half was missing");
    agency
        .occurrences
        .progress()
        .ended(held.id(), Occurrence.State.HELD, Reason.of(Reason.Code.NOT_RENDERED, "full disk"));

    Run again =
        agency.run(agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria"));

    assertThat(written(sent(again).get(ANNA))).contains("Half was missing");
  }

  @Test
  void whoDidNotGetTheFirstOneIsNotForgottenWhileItsCorrectionIsDecidedAbout() {
    Schedule schedule = agency.add(Approval.NEEDED, ANNA);
    agency.reviews.approve(agency.issued(schedule).id(), "olga", "");
    agency.work();
    agency
        .home
        .state()
        .useHandle(
            handle -> {
              handle.execute("update delivery set state = 'failed'");
              handle.execute("update occurrence set state = 'failed'");
            });
    var open = new OpenReports(agency.occurrences, agency.deliveries);
    assertThat(open.lost()).hasSize(1);

    Run correction = corrected(schedule, "Wrong");
    assertThat(open.lost()).as("while it waits").hasSize(1);
    agency.reviews.approve(correction.id(), "olga", "");
    agency.work();
    assertThat(open.lost()).as("once it is out").isEmpty();
  }

  /** The client reads another language now, and has the report in the earlier one. */
  @Test
  void aCorrectionInAnotherLanguageIsOneToo() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    agency.desk.change(schedule.id(), FilledForm.to(ANNA).locale("en").values());

    Run second = corrected(schedule, "Wrong");

    assertThat(second.origin().corrects()).contains(first.id());
    assertThat(sent(second).get(ANNA).getSubject()).startsWith("Correction: ");
    assertThat(agency.steps.of(first)).extracting(RunStep::kind).contains(RunStep.Kind.SUPERSEDED);
  }

  private static String plain(Response page) {
    return ((String) page.getEntity()).replace('\u00a0', ' ');
  }

  /** Sent again or to another address, and told "later" by its mail server. */
  @Test
  void aMailOfAnEarlierReportThatWaitsKeepsNobodyFromReadingTheCorrectionLast() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    setMails("queued", first);

    assertThatThrownBy(
            () -> agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), true, "maria"))
        .hasMessageContaining("mails of it still wait: " + ANNA);

    setMails("failed", first);
    agency.issued(schedule);
    setMails("queued", first);
    int before = agency.mails().size();
    agency.postman.sendWaiting();
    agency.work();
    assertThat(agency.mails()).hasSize(before);
    assertThat(agency.deliveries.list(Deliveries.Filter.ofRun(first.id())).get(0).answer())
        .contains("Stopped by the server, as a later report has taken its place.");
  }

  /** Whom the correction leaves out, as it was given another recipient, has nothing later. */
  @Test
  void aMailToWhomGetsNoLaterOneLeaves() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA, BEN);
    Run first = agency.issued(schedule);
    agency.desk.change(
        schedule.id(), ScheduleValues.of(schedule.withRecipients(List.of(ANNA)), true));
    corrected(schedule, "Half was missing");
    int before = agency.mails().size();
    setMails("queued", first);

    agency.postman.sendWaiting();
    agency.work();

    assertThat(agency.deliveries.list(Deliveries.Filter.ofRun(first.id())))
        .filteredOn(mail -> mail.state() == Delivery.State.SENT)
        .extracting(Delivery::recipient)
        .containsExactly(BEN);
    assertThat(agency.mails()).hasSize(before);
  }

  private void setMails(String state, Run run) {
    agency.change(
        "update delivery set state = ?, next_attempt_at = ? where run_id = ?",
        state,
        agency.clock.instant(),
        run.id());
  }

  /** One mail server that says "later" would keep a wrong report in force for hours. */
  @Test
  void whoWantsToCorrectWhatIsStillLeavingReadsWhichMailsToStop() {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), false, "maria");
    agency.doNext(1);

    assertThatThrownBy(
            () -> agency.scheduleRuns.run(schedule.id(), Optional.of(OCTOBER), true, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "2026-10 is being delivered just now, and mails of it still wait: %s. To issue it once more, stop those on the page Deliveries first."
                .formatted(ANNA));
  }

  /** Made by a clock that was ahead, the first report looks younger than all that came after it. */
  @Test
  void whatIsIssuedLaterTakesTheEarlierOnesPlaceThoughTheClockWasSetBackBetween() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    agency.clock.advance(Duration.ofHours(-10));

    Run second = corrected(schedule, "Half was missing");
    Run third = corrected(schedule, "Again");

    assertThat(agency.steps.of(first))
        .extracting(RunStep::kind)
        .endsWith(RunStep.Kind.SENT, RunStep.Kind.SUPERSEDED);
    assertThat(second.origin().corrects()).contains(first.id());
    assertThat(written(sent(second).get(ANNA))).contains("Half was missing");
    assertThat(third.origin().corrects()).contains(second.id());
    agency.change("update delivery set state = 'failed' where run_id = ?", third.id());
    assertThat(agency.deliveries.undecided(Set.of(third.id())))
        .as("nothing later has taken its place")
        .containsExactly(third.id());
  }

  /** The words of a mail. */
  private static String written(Part part) throws Exception {
    if (part.getContent() instanceof Multipart many) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < many.getCount(); i++) {
        all.append(written(many.getBodyPart(i)));
      }
      return all.toString();
    }
    return part.getContent() instanceof String text ? text : "";
  }

  private static List<String> attached(Part part) throws Exception {
    List<String> files = new ArrayList<>();
    if (part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        files.addAll(attached(many.getBodyPart(i)));
      }
    } else if (part.getFileName() != null) {
      files.add(part.getFileName() + Arrays.hashCode(part.getInputStream().readAllBytes()));
    }
    return files;
  }

  @Test
  void whoMayHaveGotAnEarlierReportReadsThatThisTakesItsPlace() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA, BEN);
    Run first = agency.issued(schedule);
    agency
        .home
        .state()
        .useHandle(
            handle -> {
              handle.execute("update delivery set state = 'unknown' where recipient = ?", ANNA);
              handle.execute("update delivery set state = 'bounced' where recipient = ?", BEN);
            });

    Run second = corrected(schedule, "Again");

    assertThat(second.origin().corrects()).contains(first.id());
    assertThat(sent(second).get(ANNA).getSubject()).startsWith("Korjaus: ");
    assertThat(sent(second).get(BEN).getSubject()).doesNotContain("Korjaus");
  }

  @Test
  void aReportForOthersIsNoCorrection() throws Exception {
    Run first = agency.issued(agency.add(Approval.AUTOMATIC, ANNA));

    Run second = agency.issued(agency.add(Approval.AUTOMATIC, BEN));

    assertThat(second.origin().corrects()).isEmpty();
    assertThat(agency.steps.of(first))
        .extracting(RunStep::kind)
        .doesNotContain(RunStep.Kind.SUPERSEDED);
  }
}
