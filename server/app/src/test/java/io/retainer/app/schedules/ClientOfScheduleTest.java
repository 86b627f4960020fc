package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.Visitor;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.reports.Run;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Told;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's report reaches nobody by way of another client's schedule. */
class ClientOfScheduleTest {

  private static final String ANNA = "anna@client.example";
  private static final String STRANGER = "stranger@rival.example";
  private static final Client RIVAL =
      new Client(new ClientId("rival"), "Rival Oy", SHOP.zone(), SHOP.locale(), SHOP.currency());
  private static final String REFUSAL =
      "A schedule stays with its client fjell; saw rival. For another client add a schedule of its"
          + " own (in a table: a line without an id) and remove this one";

  @TempDir private Path folder;
  private IssuingHome here;

  @BeforeEach
  void open() throws Exception {
    here = new IssuingHome(folder);
    here.home.workspace().clients().add(RIVAL);
    here.sessions("2026-10-01", "2026-10-31", 100);
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void programsDoNotGiveItToAnotherClient() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);

    assertThatThrownBy(() -> here.desk.change(schedule.id(), rivals(schedule)))
        .isInstanceOf(FieldProblem.class)
        .hasMessage(REFUSAL);

    assertThat(here.schedules.all()).containsExactly(schedule);
    for (Language language : Language.values()) {
      assertThat(Told.isKnown(language, REFUSAL)).as(language.tag()).isTrue();
    }
  }

  @Test
  void norDoesATable() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);

    var read = table().read("id,client,recipients\n" + schedule.id() + ",rival," + STRANGER);

    assertThat(read.problems())
        .containsExactly("Line 2, column \"client\": saw \"rival\": " + REFUSAL + ".");
    assertThat(
            table()
                .read("client,report,rule,recipients\nrival,social,day 3 at 08:00,b@b.example")
                .problems())
        .as("a line of its own")
        .isEmpty();
  }

  @Test
  void theFormNamesTheClientAndOffersNoOther() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);

    assertThat(html(here.schedulesPages().edit(schedule.id(), Visitor.manager("maria"))))
        .contains("Fjell Oy", "<input type=\"hidden\" name=\"client\" value=\"fjell\">")
        .doesNotContain("Rival Oy", "<select name=\"client\"");
    Response refused =
        here.schedulesPages()
            .change(
                schedule.id(),
                "client=rival&report=monthly-performance&kind=month&when=business-day&day=3"
                    + "&at=08:00&recipients=stranger@rival.example",
                Visitor.manager("maria"));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(html(refused)).contains(REFUSAL, "name=\"client\" value=\"fjell\"");
  }

  /** However it came about: by an earlier version, or by hand. */
  @Test
  void whatWasMadeForAClientGoesToNobodyOfAnother() throws Exception {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);
    Run run = here.issued(schedule);
    give(schedule, RIVAL);

    here.reviews.approve(run.id(), "olga", "");
    here.work();

    assertThat(here.mails()).isEmpty();
    assertThat(here.deliveries.list(Deliveries.Filter.ofRun(run.id()))).isEmpty();
    Occurrence held = here.occurrence(run);
    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().english())
        .isEqualTo(
            "The report was made for fjell, and the schedule is another client’s, so it went to"
                + " nobody. Make it now for the schedule’s client, or leave it out.");
  }

  @Test
  void norDoesWhatACrashInterrupted() throws Exception {
    Schedule schedule = here.add(Approval.AUTOMATIC, ANNA);
    Run run = here.issued(schedule);
    here.home.state().useHandle(handle -> handle.execute("delete from delivery"));
    here.home
        .state()
        .useHandle(handle -> handle.execute("update occurrence set state = 'rendering'"));
    int sent = here.mails().size();
    give(schedule, RIVAL);

    here.issuer.resume();
    here.issuer.watch();
    here.work();

    assertThat(here.mails()).hasSize(sent);
    assertThat(here.occurrence(run).state()).isEqualTo(Occurrence.State.HELD);
  }

  @Test
  void itsReportStaysWhileAPeriodIsOpen() {
    Schedule schedule = here.add(Approval.NEEDED, ANNA);
    Run run = here.issued(schedule);
    String refusal =
        "The report of a schedule does not change while one of its periods is under way or waits"
            + " for somebody, as 2026-10 does. Let it go out or leave it out first";

    assertThatThrownBy(() -> here.desk.change(schedule.id(), social(schedule)))
        .isInstanceOf(FieldProblem.class)
        .hasMessage(refusal);
    assertThat(table().read("id,report\n" + schedule.id() + ",social").problems())
        .containsExactly("Line 2, column \"report\": saw \"social\": " + refusal + ".");
    for (Language language : Language.values()) {
      assertThat(Told.isKnown(language, refusal)).as(language.tag()).isTrue();
    }

    here.reviews.reject(run.id(), "olga", "Another report.");

    assertThat(here.desk.change(schedule.id(), social(schedule)).report()).isEqualTo("social");
  }

  @Test
  void itStaysWhileOneIsHeldToo() {
    Schedule schedule = here.add(Approval.AUTOMATIC, ANNA);
    Period september = Period.parse("2026-09");
    here.run(here.scheduleRuns.run(schedule.id(), Optional.of(september), false, "maria"));

    assertThatThrownBy(() -> here.desk.change(schedule.id(), social(schedule)))
        .hasMessageContaining("as 2026-09 does");
    here.desk.skip(schedule.id(), september, "maria");

    assertThat(here.desk.change(schedule.id(), social(schedule)).report()).isEqualTo("social");
  }

  private void give(Schedule schedule, Client other) {
    here.home
        .state()
        .useHandle(
            handle ->
                handle.execute(
                    "update report_schedule set client = ?, recipients = ? where id = ?",
                    other.id().value(),
                    STRANGER,
                    schedule.id()));
  }

  private static ScheduleValues rivals(Schedule schedule) {
    return values("rival", schedule.report(), STRANGER);
  }

  private static ScheduleValues social(Schedule schedule) {
    return values(schedule.client().value(), "social", ANNA);
  }

  private static ScheduleValues values(String client, String report, String recipient) {
    return FilledForm.to(recipient).client(client).report(report).approval("needed").values();
  }

  private TableDesk table() {
    return new TableDesk(
        here.home.workspace(),
        here.schedules,
        here.occurrences,
        new SavedTables(here.home::state, here.clock),
        Colleagues.NONE,
        here.outlets);
  }

  private static String html(Response answer) {
    return answer.getEntity().toString();
  }
}
