package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.Visitor;
import io.retainer.app.reports.Run;
import io.retainer.app.shell.Problem;
import io.retainer.warehouse.ImportBatch;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever approves a report knows when the data behind it are others by now. */
class ApprovedDataTest {

  private static final String CHANGED = "Its figures may be others by now";
  private static final SecurityContext OLGA = Visitor.manager("olga");

  @TempDir private Path folder;
  private IssuingHome agency;
  private Run run;

  @BeforeEach
  void makeAReport() throws Exception {
    agency = new IssuingHome(folder);
    agency.sessions("2026-08-01", "2026-10-31", 40);
    run = agency.issued(agency.add(Approval.NEEDED, "anna@example.org"));
    // Imports go by the machine's clock: as if the report had been made right after the first.
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute("update report_run set finished_at = ?", batch().importedAt()));
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  @Test
  void anImportThatIsUndoneIsSaidAndAskedAbout() throws Exception {
    assertThat(page()).contains("name=\"data\" value=\"\"").doesNotContain(CHANGED);
    String batch = batch().id();
    agency.home.workspace().warehouse().undo(batch, "maria");

    Response answer = approves("");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat((String) answer.getEntity())
        .contains(
            "have changed since you opened its page",
            CHANGED,
            "/clients/fjell/imports/" + batch,
            "undone on",
            "name=\"data\" value=\"" + undoneAt() + "\"");
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);

    assertThat(approves(undoneAt()).getStatus()).isEqualTo(303);
    agency.work();
    assertThat(agency.mails()).hasSize(1);
    assertThat(page()).as("decided").doesNotContain(CHANGED);
  }

  @Test
  void otherFiguresOfItsDaysAreSaid() throws Exception {
    agency.sessions("2026-10-30", "2026-11-01", 90);

    assertThat(page()).contains(CHANGED, "imported on");
    assertThat(approves("").getStatus()).isEqualTo(422);
  }

  @Test
  void theSameFiguresOnceMoreOrLaterDaysAreNone() throws Exception {
    agency.sessions("2026-09-01", "2026-10-31", 40);
    agency.sessions("2026-11-01", "2026-11-01", 90);

    assertThat(page()).doesNotContain(CHANGED);
    assertThat(approves("").getStatus()).isEqualTo(303);
  }

  @Test
  void aProgramIsAskedAsAPersonIs() throws Exception {
    var api = new ReviewsResource(agency.reviews, agency.reports());
    agency.home.workspace().warehouse().undo(batch().id(), "maria");
    String known = "{\"data\": \"" + undoneAt() + "\"}";

    assertThatThrownBy(() -> api.approve(run.id(), "{}", OLGA))
        .isInstanceOfSatisfying(Problem.class, no -> assertThat(no.status()).isEqualTo(409))
        .hasMessageContaining("send \"data\": \"" + undoneAt() + "\"");
    assertThat(agency.occurrence(run).state()).isEqualTo(Occurrence.State.REVIEW);

    assertThat(api.approve(run.id(), known, OLGA).getStatus()).isEqualTo(204);
    agency.work();
    assertThat(agency.mails()).hasSize(1);
    assertThatThrownBy(() -> api.approve(run.id(), known, OLGA))
        .as("decided")
        .hasMessageContaining("waits for no decision any more");
  }

  private ImportBatch batch() {
    return agency.home.workspace().warehouse().batches(SHOP.id()).get(0);
  }

  private String undoneAt() {
    return batch().undoing().orElseThrow().at().toString();
  }

  private String page() {
    return (String) agency.reports().one(run.id(), OLGA).getEntity();
  }

  private Response approves(String mark) {
    return new ReviewPages(agency.reviews, agency.reports())
        .decide(run.id(), "decision=approve&data=" + mark, OLGA);
  }
}
