package io.retainer.app.links;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Problem;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  private static final String BROWSER = "192.0.2.7";

  private final SettableClock clock = new SettableClock("2026-11-03T06:00:00Z");

  @TempDir private Path folder;
  private TestHome home;
  private Links links;
  private LinkDesk desk;
  private SharedIssues share;
  private Run run;

  @BeforeEach
  void haveARunThatIsReady() throws Exception {
    home = new TestHome(folder, clock);
    var runs = new Runs(home::state, clock);
    links = new Links(home::state, clock);
    desk =
        new LinkDesk(
            links,
            runs,
            new RunSteps(home::state, clock),
            URI.create("https://reports.agency.example/"));
    share =
        new SharedIssues(
            links,
            runs,
            new RunSteps(home::state, clock),
            new RunFiles(home.workspace().home()),
            clock);
    String id =
        runs.add(
                new RunRequest(
                    SHOP.id(),
                    "monthly-performance",
                    Period.month(YearMonth.of(2026, 10)),
                    Optional.empty(),
                    Set.of(ReportFormat.values())),
                SHOP,
                "maria")
            .id();
    home.state().useHandle(handle -> handle.execute("update report_run set state = 'ready'"));
    Path files = Files.createDirectories(folder.resolve("reports/fjell/2026-10/" + id));
    Files.writeString(files.resolve("shared.html"), "<p>For readers outside</p>");
    Files.writeString(files.resolve("page.html"), "<p>For the agency</p>");
    run = runs.find(id).orElseThrow();
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private String secret(LinkDesk.Fresh fresh) {
    return fresh.address().replaceAll(".*/share/(.*)/report", "$1");
  }

  private SharedIssues.Answer open(String secret) {
    return share.answer(secret, "page", Language.EN, BROWSER);
  }

  @Test
  void showsThePageForReadersOutsideToWhoHasIt() {
    LinkDesk.Fresh fresh = desk.make(run.id(), 30, "maria");

    SharedIssues.Answer answer = open(secret(fresh));

    assertThat(fresh.address())
        .matches("https://reports\\.agency\\.example/share/[A-Za-z0-9_-]{43}/report");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<p>For readers outside</p>");
  }

  @Test
  void noneIsMadeToAReportWhoseFilesWereRemoved() {
    new RunSteps(home::state, clock).once(run.id(), RunStep.Kind.CLEARED, Optional.empty(), "400");

    assertThatThrownBy(() -> desk.make(run.id(), 30, "maria"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("kept no longer");
    assertThat(desk.of(run.id())).isEmpty();
  }

  @Test
  void keepsWhenItWasUsedAndNeverItsSecret() {
    LinkDesk.Fresh fresh = desk.make(run.id(), 30, "maria");
    open(secret(fresh));

    assertThat(desk.of(run.id()))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.openings())
                    .containsExactly(new Link.Opening("page", clock.instant())));
    String kept =
        home.state()
            .withHandle(
                handle ->
                    handle.createQuery("select * from issue_link").mapToMap().list().toString());
    assertThat(kept).doesNotContain(secret(fresh));
  }

  @Test
  void endsAfterItsDaysAndSaysNothingOfTheClientInTheClientsLanguage() {
    String secret = secret(desk.make(run.id(), 30, "maria"));

    clock.advance(Duration.ofDays(30));
    SharedIssues.Answer answer = open(secret);

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.body())
        .contains("<html lang=\"fi\">", "ei ole enää voimassa")
        .doesNotContain("Fjell", "fjell", "2026");
    assertThat(share.answer(secret, "pdf", Language.EN, BROWSER).status()).isEqualTo(410);
  }

  @Test
  void endsWhenItIsRevokedAndNotByAnotherRun() {
    LinkDesk.Fresh fresh = desk.make(run.id(), 30, "maria");

    assertThatThrownBy(() -> desk.revoke("another", fresh.link().id(), "otso"))
        .isInstanceOf(Problem.class);
    assertThat(open(secret(fresh)).status()).isEqualTo(200);
    desk.revoke(run.id(), fresh.link().id(), "otso");

    assertThat(open(secret(fresh)).status()).isEqualTo(410);
    assertThat(desk.of(run.id()).get(0).revokedBy()).contains("otso");
  }

  @Test
  void whoGuessesWaitsAndARightLinkFromTheSameAddressWorks() {
    String wrong = "x".repeat(43);
    for (int i = 0; i < 5; i++) {
      assertThat(open(wrong).status()).isEqualTo(404);
    }
    assertThat(open(wrong).status()).isEqualTo(429);

    assertThat(open(secret(desk.make(run.id(), 1, "maria"))).status()).isEqualTo(200);
    assertThat(share.answer(wrong, "page", Language.EN, "192.0.2.8").status()).isEqualTo(404);
    clock.advance(Duration.ofSeconds(5));
    assertThat(open(wrong).status()).isEqualTo(404);
    assertThat(open(wrong).status()).isEqualTo(429);
  }

  @Test
  void isGoodForAYearAtMost() {
    for (int days : new int[] {0, 366}) {
      assertThatThrownBy(() -> desk.make(run.id(), days, "maria"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("1 to 365 days, saw " + days);
    }
    assertThatThrownBy(() -> LinkDesk.days("1e2")).isInstanceOf(Problem.class);
    assertThat(LinkDesk.days("")).isEqualTo(30);
  }

  @Test
  void isNotMadeForAReportThatIsNotReady() {
    home.state().useHandle(handle -> handle.execute("update report_run set state = 'running'"));

    assertThatThrownBy(() -> desk.make(run.id(), 30, "maria"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ready");
  }
}
