package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Readdressing;
import io.retainer.app.deliveries.SmallMailServer;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a schedule that did not reach an address goes to another one, and nowhere else. */
class ReaddressedReportTest {

  private static final String ANNA = "anna@client.example";
  private static final String OLEG = "oleg@client.example";
  private static final String WRONG = "marja@cleint.example";
  private static final String RIGHT = "marja@client.example";

  @TempDir private Path folder;
  private final List<String> writtenDown = new ArrayList<>();
  private SmallMailServer server;
  private IssuingHome here;
  private Readdressing readdressing;

  @BeforeEach
  void open() throws Exception {
    server = new SmallMailServer(Map.of("RCPT TO:<" + WRONG, "550 5.1.1 no such user here"));
    Map<String, String> settings =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(server.port()),
            "retainer.mail.security", "none");
    here =
        new IssuingHome(folder, MailSettings.of(name -> Optional.ofNullable(settings.get(name))));
    here.sessions("2026-10-01", "2026-10-31", 100);
    readdressing =
        new Readdressing(
            here.home::state,
            here.clock,
            here.home.workspace(),
            here.deliveries,
            here.runs,
            here.steps,
            here.postman,
            new CorrectedRecipients(here.schedules),
            here.outlets);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
    server.close();
  }

  @Test
  void oneMailGoesToTheNewAddressAndNoneToThoseWhoHaveIt() {
    Schedule schedule = here.add(Approval.AUTOMATIC, ANNA, WRONG, OLEG);
    Schedule weekly =
        here.desk.add(FilledForm.to(WRONG).each("week", "monday at 08:00").values(), "maria");
    Run run = here.issued(schedule);
    assertThat(server.reached()).containsExactly(ANNA, OLEG);
    assertThat(here.occurrence(run).state()).isEqualTo(Occurrence.State.FAILED);
    assertThat(here.deliveries.open(Delivery.State.FAILED)).isEqualTo(1);

    Readdressing.Readdressed done =
        readdressing.readdress(to(run, WRONG), RIGHT, true, "maria", this::writeDown);
    here.work();

    assertThat(server.reached()).containsExactly(ANNA, RIGHT, OLEG);
    assertThat(to(run, RIGHT).state()).isEqualTo(Delivery.State.SENT);
    assertThat(to(run, RIGHT).messageId()).isNotEqualTo(to(run, WRONG).messageId());
    assertThat(to(run, WRONG).state()).isEqualTo(Delivery.State.REPLACED);
    assertThat(to(run, WRONG).replacedBy()).contains(RIGHT);
    assertThat(here.deliveries.open(Delivery.State.FAILED)).as("left to do").isZero();
    assertThat(here.occurrence(run).state()).isEqualTo(Occurrence.State.SENT);
    assertThat(here.occurrence(run).reason()).isEmpty();
    assertThat(here.steps.of(run))
        .anyMatch(
            step ->
                step.kind() == RunStep.Kind.READDRESSED
                    && step.by().equals(Optional.of("maria"))
                    && step.note().equals(WRONG + " → " + RIGHT))
        .anyMatch(step -> step.kind() == RunStep.Kind.SENT);
    assertThat(here.schedules.find(schedule.id()).orElseThrow().recipients())
        .containsExactly(ANNA, RIGHT, OLEG);
    assertThat(writtenDown).containsExactly("/schedules/" + schedule.id() + "/edit");
    assertThat(done.corrected()).contains(schedule.id());
    assertThat(done.others()).extracting(each -> each.schedule()).containsExactly(weekly.id());
    assertThat(here.schedules.find(weekly.id()).orElseThrow().recipients()).containsExactly(WRONG);
  }

  /** As for any mail that a person sends again. */
  @Test
  void anAddressThatTurnsOutToBeRightIsTriedAsOftenAsANewOne() {
    Run run = here.issued(here.add(Approval.AUTOMATIC, ANNA, WRONG));
    readdressing.readdress(to(run, WRONG), RIGHT, false, "maria", this::writeDown);
    here.work();
    here.change("update delivery set attempts = 7 where recipient = ?", WRONG);
    here.change("update delivery set state = 'failed' where recipient = ?", RIGHT);

    readdressing.readdress(to(run, RIGHT), WRONG, false, "maria", this::writeDown);

    assertThat(to(run, WRONG).state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(to(run, WRONG).uncounted()).as("attempts that count no more").isEqualTo(7);
  }

  @Test
  void theScheduleStaysAsItIsWhenNobodyWantsItCorrected() {
    Schedule schedule = here.add(Approval.AUTOMATIC, ANNA, WRONG);
    Run run = here.issued(schedule);

    Readdressing.Readdressed done =
        readdressing.readdress(to(run, WRONG), RIGHT, false, "maria", this::writeDown);
    here.work();

    assertThat(server.reached()).containsExactly(ANNA, RIGHT);
    assertThat(here.occurrence(run).state()).isEqualTo(Occurrence.State.SENT);
    assertThat(here.schedules.find(schedule.id()).orElseThrow().recipients())
        .containsExactly(ANNA, WRONG);
    assertThat(writtenDown).isEmpty();
    assertThat(done.corrected()).isEmpty();
    assertThat(done.others()).extracting(each -> each.schedule()).containsExactly(schedule.id());
  }

  private Delivery to(Run run, String recipient) {
    return here.deliveries.list(Deliveries.Filter.ofRun(run.id())).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private void writeDown(String path, BooleanSupplier part) {
    writtenDown.add(path);
    assertThat(part.getAsBoolean()).isTrue();
  }
}
