package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.Visitor;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.gates.GateLevels;
import io.retainer.app.reports.Finding;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunStep;
import io.retainer.app.shell.Language;
import io.retainer.model.time.Period;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final String ANNA = "anna@example.org";
  private static final String UPPER_CASE = "anna@EXAMPLE.org";
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

  @Test
  void goesOutByItselfWhereNobodyHasToApprove() throws Exception {
    Run run = agency.issued(agency.add(Approval.AUTOMATIC, ANNA));

    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.SENT);
    assertThat(kinds(run))
        .containsExactly(
            RunStep.Kind.PLANNED,
            RunStep.Kind.COMPUTED,
            RunStep.Kind.CHECKED,
            RunStep.Kind.ISSUED,
            RunStep.Kind.SENT);
    assertThat(agency.mails()).hasSize(1);
  }

  /**
   * Domains are the same in small and large letters, and no server tells the names apart either.
   */
  @Test
  void aMailboxInSeveralSpellingsGetsOneMail() throws Exception {
    Schedule schedule =
        agency.add(Approval.AUTOMATIC, "Anna@example.org", "Anna@EXAMPLE.org", "anna@Example.org");

    Run run = agency.issued(schedule);

    assertThat(schedule.recipients()).containsExactly("Anna@example.org");
    assertThat(agency.mails()).hasSize(1);
    assertThat(agency.deliveries.list(Deliveries.Filter.ofRun(run.id()))).hasSize(1);
  }

  @Test
  void whatWentOutToAnEarlierSpellingIsCorrectedAndNotSentTwice() {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    Run first = agency.issued(schedule);
    agency.home.state().useHandle(h -> h.execute("update delivery set recipient = ?", UPPER_CASE));

    agency.deliveries.add(first.id(), schedule.client(), schedule.recipients());
    assertThat(agency.deliveries.list(Deliveries.Filter.ofRun(first.id()))).hasSize(1);
    assertThat(agency.issued(schedule).origin().corrects()).contains(first.id());
  }

  @Test
  void waitsForApprovalAndSendsExactlyWhatWasPreviewed() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA, BEN));
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
    assertThat(agency.occurrences.underReview()).hasSize(1);
    assertThat(agency.mails()).isEmpty();
    Map<String, byte[]> previewed = new HashMap<>();
    for (RunFile file : run.files()) {
      previewed.put(file.name(), Files.readAllBytes(agency.files.path(run, file)));
    }
    // What is imported meanwhile is for the next report.
    agency.sessions("2026-10-01", "2026-10-31", 90);

    agency.reviews.approve(run.id(), "olga", "Fine.");
    agency.work();

    assertThat(agency.mails()).hasSize(2);
    for (MimeMessage mail : agency.mails()) {
      assertThat(attachments(mail)).containsExactlyInAnyOrderEntriesOf(previewed);
    }
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.SENT);
    assertThat(agency.occurrence(run).approvedBy()).contains("olga");
    assertThat(agency.steps.of(agency.runs.find(run.id()).orElseThrow()))
        .filteredOn(step -> step.kind() == RunStep.Kind.APPROVED)
        .singleElement()
        .matches(step -> step.by().equals(Optional.of("olga")) && step.note().equals("Fine."));
  }

  /** Two presses of one button are one decision, which nobody else was faster with. */
  @Test
  void whoPressesTwiceHasDecidedOnce() {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));
    var page = page();
    SecurityContext olga = Visitor.manager("olga");

    assertThat(page.decide(run.id(), "decision=approve", olga).getStatus()).isEqualTo(303);
    assertThat(page.decide(run.id(), "decision=approve", olga).getStatus()).isEqualTo(303);

    assertThatThrownBy(() -> page.decide(run.id(), "decision=approve", Visitor.manager("ben")))
        .hasMessageContaining("olga approved it");
    assertThatThrownBy(() -> page.decide(run.id(), "decision=reject&text=No", olga))
        .hasMessageContaining("olga approved it");
  }

  /** Who forgot the reason still has the report before them, and reads at the field what to do. */
  @Test
  void aRejectionWithoutAReasonIsSaidAtItsField() {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));

    Response answer = page().decide(run.id(), "decision=reject&text=", Visitor.manager("olga"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat((String) answer.getEntity())
        .contains(
            "aria-describedby=\"said-wrong\"",
            "Say why the report is rejected",
            "value=\"reject\"",
            "value=\"approve\"");
    assertThat(agency.steps.waiting(List.of(run))).containsExactly(run.id());
  }

  @Test
  void aCommentThatIsTooLongIsNotLost() {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));
    String words = "Too long. ".repeat(101).strip();

    Response answer =
        page().decide(run.id(), "decision=comment&text=" + words, Visitor.manager("olga"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat((String) answer.getEntity()).contains(words, "at most 1000 characters");
  }

  private ReviewPages page() {
    return new ReviewPages(agency.reviews, agency.reports());
  }

  private String readBy(SecurityContext visitor, Run run) throws Exception {
    return (String) agency.reports().one(run.id(), visitor).getEntity();
  }

  @Test
  void whatWaitsForADecisionIsToldFromWhatIsDone() {
    Run waiting = agency.issued(agency.add(Approval.NEEDED, ANNA));
    Run sent = agency.issued(agency.add(Approval.AUTOMATIC, BEN));

    assertThat(agency.steps.waiting(List.of(waiting, sent))).containsExactly(waiting.id());
    agency.reviews.approve(waiting.id(), "olga", "");
    assertThat(agency.steps.waiting(List.of(waiting, sent))).isEmpty();
    assertThat(agency.steps.waiting(List.of())).isEmpty();
  }

  @Test
  void isDecidedOnceHoweverManyDecideAtOnce() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> clicks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String who = "approver " + i;
      boolean isApproval = i % 2 == 0;
      clicks.add(
          () -> {
            if (isApproval) {
              agency.reviews.approve(run.id(), who, "");
            } else {
              agency.reviews.reject(run.id(), who, "No.");
            }
            return null;
          });
    }

    int done = 0;
    for (var click : threads.invokeAll(clicks)) {
      try {
        click.get();
        done++;
      } catch (ExecutionException e) {
        assertThat(e)
            .hasCauseInstanceOf(Refusal.class)
            .hasMessageContaining("no decision any more");
      }
    }
    threads.shutdown();
    agency.work();

    assertThat(done).isEqualTo(1);
    assertThat(kinds(run))
        .filteredOn(kind -> kind == RunStep.Kind.APPROVED || kind == RunStep.Kind.REJECTED)
        .hasSize(1);
    assertThat(agency.mails()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void sendsOnceHoweverOftenApprovalIsClicked() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));

    agency.reviews.approve(run.id(), "olga", "");
    assertThatThrownBy(() -> agency.reviews.approve(run.id(), "olga", ""))
        .isInstanceOf(Refusal.class);
    agency.work();
    assertThatThrownBy(() -> agency.reviews.approve(run.id(), "pekka", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("olga approved it");
    agency.issuer.watch();
    agency.work();

    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void continuesAnApprovalThatACrashInterrupted() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));
    agency.reviews.approve(run.id(), "olga", "");
    agency.occurrences.progress().claim(agency.occurrence(run).id());

    agency.issuer.resume();
    agency.issuer.watch();
    agency.work();

    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void staysHereWhenItIsRejectedAndCanBeRunAgain() throws Exception {
    Schedule schedule = agency.add(Approval.NEEDED, ANNA);
    Run first = agency.issued(schedule);

    assertThatThrownBy(() -> agency.reviews.reject(first.id(), "olga", " "))
        .hasMessageContaining("Say why");
    assertThatThrownBy(
            () -> agency.scheduleRuns.run(schedule.id(), Optional.empty(), true, "maria"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("approve or reject run " + first.id());
    agency.reviews.reject(first.id(), "olga", "Ads are missing.");
    Run second = agency.issued(schedule);

    assertThat(agency.occurrence(first).reason().orElseThrow().english())
        .isEqualTo("olga rejected it: Ads are missing.");
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.origin().corrects()).as("nobody has the first").isEmpty();
    assertThat(agency.mails()).isEmpty();
    agency.reviews.approve(second.id(), "olga", "");
    agency.work();
    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void doesNotSendFilesThatAreNotWhatWasPreviewed() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));
    Files.writeString(agency.files.path(run, run.files().get(0)), "other");

    assertThatThrownBy(() -> agency.reviews.approve(run.id(), "olga", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("as they were rendered");
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
  }

  /** Of its channels none has enough to be shown, and the scorecard has the sessions. */
  @Test
  void aReportWithAFigureOfItsScorecardIsNotEmpty() throws Exception {
    Schedule schedule =
        agency.desk.add(FilledForm.to(ANNA).report("executive-one-page").values(), "maria");

    Run run = agency.issued(schedule);

    assertThat(run.isEmpty()).isFalse();
    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void commentsStandBesideTheRunWithoutSignsThatTurnTheText() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, ANNA));

    agency.reviews.comment(run.id(), "olga", "Look\u202e at\u0007 page 3");

    assertThat(agency.steps.of(run))
        .filteredOn(step -> step.kind() == RunStep.Kind.COMMENTED)
        .singleElement()
        .matches(step -> step.note().equals("Look at page 3"));
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
    assertThatThrownBy(() -> agency.reviews.comment(run.id(), "olga", "x".repeat(1001)))
        .hasMessageContaining("at most 1000");
  }

  @Test
  void whatAGateHoldsWaitsForAPersonAndSaysWhy() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.levels.set(
        GateLevels.Owner.SCHEDULE, schedule.id(), Map.of("step", GateLevel.HOLD), "olga");
    agency.sessions("2026-05-01", "2026-07-31", 40);
    agency.sessions("2026-10-01", "2026-10-31", 900);

    Run run = agency.issued(schedule);

    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
    assertThat(agency.occurrence(run).reason().orElseThrow().english())
        .startsWith("Checks hold it: Sudden changes.");
    assertThat(agency.findings.of(run.id()))
        .filteredOn(Finding::isHold)
        .singleElement()
        .matches(finding -> finding.in(Language.FI).contains("27\u00a0900"));
    assertThat(agency.mails()).isEmpty();
    assertThat(readBy(Visitor.manager("olga"), run)).contains("status bad", ">Holds<");
    agency.reviews.approve(run.id(), "olga", "A campaign.");
    agency.work();
    assertThat(agency.mails()).hasSize(1);
    // What went out is held by nothing any more.
    assertThat(readBy(Visitor.manager("olga"), run))
        .contains("Held it until it was approved")
        .doesNotContain("status bad", ">Holds<");
  }

  /** Nobody is to be embarrassed by a report of empty tiles that went out by itself. */
  @Test
  void aReportOfWhichMostIsEmptyWaitsForAPersonUnlessTheAgencyWantsItOtherwise() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, ANNA);
    agency.levels.set(GateLevels.Owner.CLIENT, SHOP.id().value(), Map.of(), "olga");

    Run run = agency.issued(schedule);

    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
    assertThat(agency.findings.of(run.id()))
        .filteredOn(Finding::isHold)
        .singleElement()
        .matches(finding -> finding.gate().equals("scorecard"));
    assertThat(agency.mails()).isEmpty();
    agency.reviews.approve(run.id(), "olga", "They have nothing but a site.");
    agency.work();
    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void knowsWhichDefinitionsTheLastIssueHad() throws Exception {
    Run run = agency.issued(agency.add(Approval.AUTOMATIC, ANNA));

    assertThat(agency.files.kpis(run)).containsKey("web.sessions");
    assertThat(agency.findings.of(run.id())).isEmpty();
  }

  private List<RunStep.Kind> kinds(Run run) {
    return agency.steps.of(agency.runs.find(run.id()).orElseThrow()).stream()
        .map(RunStep::kind)
        .toList();
  }

  private static Map<String, byte[]> attachments(MimeMessage mail) throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).getFileName() != null) {
        files.put(
            parts.getBodyPart(i).getFileName(),
            parts.getBodyPart(i).getInputStream().readAllBytes());
      }
    }
    return files;
  }
}
