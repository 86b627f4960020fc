package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.Visitor;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.app.shell.Problem;
import io.retainer.model.mail.AllowedRecipients;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report goes to those whom its approver saw, or the approver is asked again. */
class ApprovedRecipientsTest {

  private static final String ANNA = "anna@example.org";
  private static final String BEN = "ben@example.org";
  private static final String CHANGED = "changed@example.org";
  private static final SecurityContext OLGA = Visitor.manager("olga");

  @TempDir private Path folder;
  private IssuingHome agency;
  private Schedule schedule;
  private Run run;

  @BeforeEach
  void makeAReport() throws Exception {
    agency = new IssuingHome(folder);
    agency.sessions("2026-08-01", "2026-10-31", 40);
    schedule = agency.add(Approval.NEEDED, ANNA, BEN);
    run = agency.issued(schedule);
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  @Test
  void whoSawOtherRecipientsIsShownThoseOfNowAndAskedAgain() throws Exception {
    sendsTo(CHANGED);

    Response answer = decides("&text=Fine.&recipients=" + ANNA + "&recipients=" + BEN);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat((String) answer.getEntity())
        .contains(
            "are not those whom you saw any more: it would go to changed@example.org.",
            "name=\"recipients\" value=\"changed@example.org\"",
            "Fine.")
        .doesNotContain("said-wrong", "value=\"anna@example.org\"");
    agency.work();
    assertThat(agency.mails()).isEmpty();

    assertThat(decides("&recipients=" + CHANGED).getStatus()).isEqualTo(303);
    agency.work();
    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void theSameRecipientsInAnotherOrderOrSpellingAreTheSame() {
    assertThat(decides("&recipients=" + BEN + "&recipients=Anna@Example.org").getStatus())
        .isEqualTo(303);
  }

  @Test
  void aProgramMaySayWhomItMeans() {
    sendsTo(CHANGED);

    assertThatThrownBy(() -> answers("[\"" + ANNA + "\"]"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    assertThatThrownBy(() -> answers("[]")).isInstanceOf(Problem.class);
    assertThat(answers("[\"" + CHANGED + "\"]").getStatus()).isEqualTo(204);
  }

  @Test
  void aProgramThatSaysNothingApprovesForThoseOfNow() {
    assertThat(answers("null").getStatus()).isEqualTo(204);
  }

  @Test
  void theReportsLifeSaysForWhomItWasApproved() {
    agency.reviews.approve(run.id(), "olga", "Fine.");

    assertThat(agency.steps.of(run))
        .filteredOn(step -> step.kind() == RunStep.Kind.ADDRESSED)
        .singleElement()
        .matches(step -> step.by().equals(Optional.of("olga")))
        .matches(step -> step.note().equals(ANNA + ", " + BEN));
    assertThat((String) agency.reports().one(run.id(), OLGA).getEntity())
        .contains("Approved for", ANNA + ", " + BEN);
  }

  /** Its mail would fail, and the approver would read of it somewhere else. */
  @Test
  void isNotApprovedForWhomTheClientDoesNotAllowAnyMore() throws Exception {
    agency.home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse(ANNA));

    assertThatThrownBy(() -> agency.reviews.approve(run.id(), "olga", ""))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE))
        .hasMessage(AllowedRecipients.refusal(List.of(BEN)) + ".");
    Response answer = decides("&recipients=" + ANNA + "&recipients=" + BEN);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat((String) answer.getEntity())
        .contains("is not among the recipients", "value=\"approve\"");
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);

    sendsTo(ANNA);
    agency.reviews.approve(run.id(), "olga", "");
    agency.work();
    assertThat(agency.mails()).hasSize(1);
  }

  @Test
  void whoIsChangedBetweenApprovalAndMailIsAskedAboutAgain() throws Exception {
    agency.reviews.approve(run.id(), "olga", "Fine.");
    sendsTo(CHANGED);

    agency.work();

    assertThat(agency.mails()).isEmpty();
    Occurrence held = agency.occurrence(run);
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason()).contains(Reason.of(Reason.Code.OTHER_RECIPIENTS));

    Run again = agency.issued(schedule);
    agency.reviews.approve(again.id(), "olga", "");
    agency.work();
    assertThat(agency.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.getAllRecipients()[0]).hasToString(CHANGED));
  }

  @Test
  void theSameRecipientsInAnotherOrderAreThoseWhoWereApproved() throws Exception {
    agency.reviews.approve(run.id(), "olga", "Fine.");
    sendsTo(BEN, "Anna@example.org");

    agency.work();

    assertThat(agency.mails()).hasSize(2);
  }

  private void sendsTo(String... recipients) {
    agency.desk.change(
        schedule.id(), ScheduleValues.of(schedule.withRecipients(List.of(recipients)), true));
  }

  private Response answers(String recipients) {
    // Imports go by the machine's clock, which is ahead of the agency's.
    String body =
        "{\"recipients\": %s, \"data\": \"%s\"}"
            .formatted(recipients, agency.reports().dataMark(run.id()));
    return new ReviewsResource(agency.reviews, agency.reports()).approve(run.id(), body, OLGA);
  }

  private Response decides(String rest) {
    return new ReviewPages(agency.reviews, agency.reports())
        .decide(run.id(), "decision=approve" + rest, OLGA);
  }
}
