package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.audit.Parts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.ClientScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After seven weeks of standstill everything that was due waits, and is answered together. */
class HeldReportsTest {

  private static final ClientId BIRCH = new ClientId("birch");

  @TempDir private Path folder;
  private final List<String> written = new ArrayList<>();
  private final Parts parts =
      (path, part) -> written.add(path + (part.getAsBoolean() ? " done" : " refused"));
  private IssuingHome agency;
  private Schedule shop;
  private Schedule birch;
  private HeldReports held;

  @BeforeEach
  void standStill() throws IOException {
    agency = new IssuingHome(folder);
    agency
        .home
        .workspace()
        .clients()
        .add(
            new Client(
                BIRCH,
                "Birch",
                TestHome.SHOP.zone(),
                TestHome.SHOP.locale(),
                TestHome.SHOP.currency()));
    shop = agency.add(Approval.AUTOMATIC, "anna@example.org");
    birch =
        agency.desk.add(
            FilledForm.to("bo@example.org").client(BIRCH.value()).incomplete("send").values(),
            "maria");
    agency.clock.set("2026-12-20T06:00:00Z");
    agency.issuer.watch();
    held = new HeldReports(agency.schedules, agency.occurrences, agency.desk, agency.scheduleRuns);
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    agency.close();
  }

  private static List<String> ids(List<HeldReports.Held> some) {
    return some.stream().map(each -> each.occurrence().id()).toList();
  }

  @Test
  void makesThemAllAndNoneTwice() {
    List<HeldReports.Held> waiting = held.all();
    assertThat(waiting).hasSize(4).allMatch(HeldReports.Held::isLate);

    HeldReports.Answered first = held.answer(ids(waiting), HeldReports.Answer.RUN, "maria", parts);
    HeldReports.Answered again = held.answer(ids(waiting), HeldReports.Answer.RUN, "olga", parts);

    assertThat(first.done()).hasSize(4);
    assertThat(first.refused()).isEmpty();
    assertThat(again.done()).isEmpty();
    assertThat(again.gone()).isEqualTo(4);
    assertThat(held.all()).isEmpty();
    assertThat(agency.occurrences.due())
        .hasSize(4)
        .allMatch(each -> each.requestedBy().equals(Optional.of("maria")));
    assertThat(written).hasSize(4).contains("/schedules/" + birch.id() + "/run done");
  }

  @Test
  void leavesThemOutAndTheyStayOut() throws Exception {
    HeldReports.Answered answered =
        held.answer(ids(held.all()), HeldReports.Answer.SKIP, "maria", parts);
    agency.issuer.watch();
    agency.work();

    assertThat(answered.done()).hasSize(4);
    assertThat(held.all()).isEmpty();
    assertThat(agency.mails()).isEmpty();
    assertThat(agency.occurrences.of(shop.id()))
        .allMatch(each -> each.state() == Occurrence.State.SKIPPED)
        .allMatch(each -> each.requestedBy().equals(Optional.of("maria")));
  }

  @Test
  void saysHowManyBesidesWaitForApproval() throws Exception {
    agency.sessions("2026-08-01", "2026-11-30", 40);
    assertThat(held.forApproval()).isZero();

    agency.issued(agency.add(Approval.NEEDED, "approved@example.org"));

    assertThat(held.forApproval()).isEqualTo(1);
    assertThat(held.all()).hasSize(4);
  }

  @Test
  void oneThatCannotBeMadeKeepsNoneOfTheOthers() {
    agency.home.workspace().mail().allow(BIRCH, AllowedRecipients.parse("@birch.example"));

    HeldReports.Answered answered =
        held.answer(ids(held.all()), HeldReports.Answer.RUN, "maria", parts);

    assertThat(answered.done()).hasSize(2);
    assertThat(answered.refused())
        .hasSize(2)
        .allMatch(each -> each.held().schedule().id().equals(birch.id()))
        .allMatch(each -> each.why().contains("bo@example.org"));
    assertThat(written).contains("/schedules/" + birch.id() + "/run refused");
  }

  @Test
  void whoSeesOneClientAnswersForThatOneAlone() {
    List<String> everything = ids(held.all());
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('m', 'birch')"));
    new ClientScope(Optional.of("m"), false).enter();

    HeldReports.Answered answered =
        held.answer(everything, HeldReports.Answer.SKIP, "maria", parts);

    assertThat(answered.done()).hasSize(2).allMatch(each -> each.client().id().equals(BIRCH));
    assertThat(answered.gone()).isEqualTo(2);
    ClientScope.leave();
    assertThat(held.all()).hasSize(2).allMatch(each -> each.schedule().id().equals(shop.id()));
  }
}
