package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.deliveries.Copy;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunStep;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {

  private static final String CLIENT = "anna@example.org";
  private static final String OLGA = "olga@agency.example";

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
  void sendsTheFilesOfAScheduleToWhoAsksAndToNobodyElse() throws Exception {
    Schedule schedule = agency.add(Approval.NEEDED, CLIENT);

    Copy asked = agency.trials.test(schedule.id(), Optional.empty(), OLGA, "");
    agency.work();

    assertThat(agency.mails()).hasSize(1);
    MimeMessage mail = agency.mails().get(0);
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(OLGA);
    assertThat(mail.getSubject()).startsWith("Testi: ").contains("Fjell Oy");
    Run run = agency.runs.find(asked.run()).orElseThrow();
    var parts = (Multipart) mail.getContent();
    for (RunFile file : run.files()) {
      assertThat(attachment(parts, file.name()))
          .isEqualTo(Files.readAllBytes(agency.files.path(run, file)));
    }
    var words = (Multipart) parts.getBodyPart(0).getContent();
    assertThat((String) words.getBodyPart(0).getContent())
        .startsWith("Tämä on testi, joka lähetettiin vain sinulle.");
    assertThat((String) words.getBodyPart(1).getContent())
        .contains("Tämä on testi, joka lähetettiin vain sinulle.");
  }

  @Test
  void countsAsNothing() throws Exception {
    Schedule schedule = agency.add(Approval.NEEDED, CLIENT);

    Copy asked = agency.trials.test(schedule.id(), Optional.empty(), OLGA, "");
    agency.work();

    Run run = agency.runs.find(asked.run()).orElseThrow();
    assertThat(agency.copies.of(run.id()))
        .extracting(Copy::state)
        .containsExactly(Delivery.State.SENT);
    assertThat(agency.deliveries.list(Deliveries.Filter.ofRun(run.id()))).isEmpty();
    assertThat(agency.occurrences.of(schedule.id())).isEmpty();
    assertThat(agency.steps.of(run))
        .extracting(RunStep::kind)
        .containsExactlyInAnyOrder(
            RunStep.Kind.PLANNED, RunStep.Kind.COMPUTED, RunStep.Kind.TESTED);
    assertThat(agency.steps.lastIssued(run.client(), run.report(), Optional.empty())).isEmpty();
    // The real one is neither taken for a correction nor let through.
    Run real = agency.issued(schedule);
    assertThat(real.origin().corrects()).isEmpty();
    assertThat(agency.occurrence(real).state()).isEqualTo(Occurrence.State.REVIEW);
  }

  @Test
  void aRunThatWaitsForApprovalWaitsAfterItsTestToo() throws Exception {
    Run run = agency.issued(agency.add(Approval.NEEDED, CLIENT));

    agency.copyDesk.test(run.id(), OLGA, "pekka@agency.example");
    agency.work();

    assertThat(agency.mails()).hasSize(1);
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);
    agency.reviews.approve(run.id(), "olga", "");
    agency.work();
    assertThat(agency.mails()).hasSize(2);
  }

  @Test
  void goesToNobodyOutsideTheAgency() throws Exception {
    Schedule schedule = agency.add(Approval.AUTOMATIC, CLIENT);

    assertThatThrownBy(() -> agency.trials.test(schedule.id(), Optional.empty(), OLGA, CLIENT))
        .hasMessageContaining(CLIENT)
        .hasMessageContaining("retainer.mail.colleagues");
    assertThatThrownBy(() -> agency.trials.test(schedule.id(), Optional.empty(), "maria", ""))
        .hasMessageContaining("\"maria\" is no mail address");
    assertThatThrownBy(
            () ->
                agency.trials.test(
                    schedule.id(), Optional.empty(), OLGA, "a%example.org@agency.example"))
        .hasMessageContaining("none of the agency's own");

    assertThat(agency.runs.latest(Optional.empty(), Optional.empty(), 10)).isEmpty();
    assertThat(agency.mails()).isEmpty();
  }

  private static byte[] attachment(Multipart parts, String name) throws Exception {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (name.equals(part.getFileName())) {
        return part.getInputStream().readAllBytes();
      }
    }
    throw new AssertionError("There is no " + name);
  }
}
