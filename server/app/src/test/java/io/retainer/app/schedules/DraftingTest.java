package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.model.time.Period;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftingTest {

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final String CLIENT = "anna@example.org";
  private static final List<String> US = List.of("olga@agency.example", "pekka@agency.example");

  /** Wednesday 4 November, 8:00 in Helsinki, is the third business day. */
  private static final String OUT = "2026-11-04T06:00:00Z";

  @TempDir private Path folder;
  private IssuingHome agency;

  @BeforeEach
  void openHome() throws IOException {
    agency = new IssuingHome(folder);
    agency.sessions("2026-08-01", "2026-10-31", 40);
    agency.clock.set("2026-11-01T07:00:00Z");
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  @Test
  void colleaguesSeeItDaysBeforeAndRecipientsGetItAtTheirTime() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, "2", US, CLIENT);
    round("2026-11-02T05:59:59Z");
    assertThat(agency.mails()).isEmpty();

    round("2026-11-02T06:00:00Z");
    round("2026-11-02T06:00:20Z");

    assertThat(agency.mails()).hasSize(2);
    for (MimeMessage mail : agency.mails()) {
      assertThat(US).contains(mail.getAllRecipients()[0].toString());
      assertThat(mail.getSubject()).startsWith("Sisäinen kopio: ");
    }
    assertThat(agency.occurrences.of(schedule.id())).isEmpty();
    assertThat(agency.steps.lastIssued(schedule.client(), schedule.report(), Optional.empty()))
        .isEmpty();

    round(OUT);

    assertThat(agency.mails()).hasSize(3);
    Occurrence out = agency.occurrences.of(schedule.id()).get(0);
    assertThat(out.state()).isEqualTo(Occurrence.State.SENT);
    assertThat(agency.runs.find(out.run().orElseThrow()).orElseThrow().origin().corrects())
        .isEmpty();
  }

  @Test
  void whatSomebodyRejectsIsHeldAtItsTimeWithTheirReason() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, "2", US, CLIENT);
    round("2026-11-02T06:00:00Z");
    Run draft = agency.runs.latest(Optional.empty(), Optional.empty(), 1).get(0);
    assertThatThrownBy(() -> agency.reviews.reject(draft.id(), "olga", " "))
        .hasMessageContaining("Say why");
    agency.reviews.comment(draft.id(), "pekka", "Ads look low.");
    agency.reviews.reject(draft.id(), "olga", "October's ads are missing.");
    assertThatThrownBy(() -> agency.reviews.reject(draft.id(), "pekka", "Me too."))
        .isInstanceOf(Refusal.class);

    round(OUT);

    Occurrence held = agency.occurrences.of(schedule.id()).get(0);
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().details())
        .containsExactly("olga", "October's ads are missing.");
    assertThat(agency.mails()).hasSize(2);
    assertThat(agency.steps.of(draft))
        .extracting(RunStep::kind)
        .contains(RunStep.Kind.SHOWN, RunStep.Kind.COMMENTED, RunStep.Kind.REJECTED);
    // Once it is mended, a person has it issued.
    agency.issued(schedule);
    assertThat(agency.mails()).hasSize(3);
    assertThatThrownBy(() -> agency.reviews.approve(draft.id(), "olga", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("its time has come");
  }

  @Test
  void aRejectionMayBeTakenBack() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, "2", US, CLIENT);
    round("2026-11-02T06:00:00Z");
    Run draft = agency.runs.latest(Optional.empty(), Optional.empty(), 1).get(0);
    agency.reviews.reject(draft.id(), "olga", "Wrong.");
    agency.reviews.approve(draft.id(), "olga", "It was right.");

    round(OUT);

    assertThat(agency.occurrences.of(schedule.id()).get(0).state())
        .isEqualTo(Occurrence.State.SENT);
  }

  @Test
  void showsNoPeriodThatIsNotOverOrIsLeftOut() throws Exception {
    Schedule early = agency.add(Approval.AUTOMATIC, "10", US, CLIENT);
    Schedule skipped = agency.add(Approval.AUTOMATIC, "2", List.of(US.get(0)), "ben@example.org");
    agency.desk.skip(skipped.id(), Period.parse("2026-10"), "maria");

    Schedule.Time time = new Schedule.Time(Instant.parse(OUT), Period.parse("2026-10"));
    assertThat(early.internal().at(time, HELSINKI)).contains(Instant.parse("2026-11-01T06:00:00Z"));
    Schedule.Time first =
        new Schedule.Time(Instant.parse("2026-11-01T06:00:00Z"), Period.parse("2026-10"));
    assertThat(early.internal().at(first, HELSINKI)).isEmpty();

    agency.desk.remove(early.id(), "maria");
    round("2026-11-02T06:00:00Z");
    assertThat(agency.mails()).isEmpty();
  }

  @Test
  void goesToNobodyOutsideTheAgencyAndNeedsBothDaysAndPeople() {
    assertThatThrownBy(() -> agency.add(Approval.AUTOMATIC, "2", List.of(CLIENT), CLIENT))
        .hasMessageContaining("none of the agency's own");
    assertThatThrownBy(() -> agency.add(Approval.AUTOMATIC, "2", List.of(), CLIENT))
        .hasMessageContaining("needs both");
    assertThatThrownBy(() -> agency.add(Approval.AUTOMATIC, "29", US, CLIENT))
        .hasMessageContaining("1 to 28 days");
    assertThatThrownBy(() -> agency.add(Approval.AUTOMATIC, "two", US, CLIENT))
        .hasMessageContaining("no number of days");
  }

  private void round(String at) {
    agency.clock.set(at);
    agency.issuer.watch();
    agency.work();
  }
}
