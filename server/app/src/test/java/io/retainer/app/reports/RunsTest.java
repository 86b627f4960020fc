package io.retainer.app.reports;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TestHome;
import io.retainer.app.shell.Language;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.WrittenTarget;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final RunRequest OCTOBER =
      new RunRequest(
          SHOP.id(),
          "monthly-performance",
          Period.month(YearMonth.of(2026, 10)),
          Optional.empty(),
          Set.of(ReportFormat.values()));

  @TempDir private Path folder;
  private TestHome home;
  private Runs runs;
  private RunRenderer renderer;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, NOVEMBER);
    runs = new Runs(home::state, NOVEMBER);
    renderer =
        new RunRenderer(home.workspace(), runs, Inspection.NONE, new RunFindings(home::state));
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void keepsBothFilesAndTheMailUnderTheRun() throws IOException {
    Run asked = runs.add(OCTOBER, SHOP, "maria");

    renderer.render(asked.id());

    Run run = runs.find(asked.id()).orElseThrow();
    assertThat(run.state()).isEqualTo(Run.State.READY);
    assertThat(run.locale()).isEqualTo(SHOP.locale());
    assertThat(run.files())
        .extracting(RunFile::name)
        .containsExactly(
            "fjell-monthly-performance-2026-10.pdf", "fjell-monthly-performance-2026-10.xlsx");
    var files = new RunFiles(home.workspace().home());
    for (RunFile file : run.files()) {
      assertThat(files.path(run, file)).hasSize(file.size());
    }
    assertThat(files.mail(run).subject()).contains("Fjell Oy");
    for (Language language : Language.values()) {
      assertThat(files.overview(run, language))
          .as(language.tag())
          .hasValueSatisfying(overview -> assertThat(overview.channels()).hasSize(run.sections()));
    }
    assertThat(folder.resolve("reports/fjell/2026-10"))
        .isDirectoryContaining(path -> path.endsWith(run.id()))
        .isDirectoryNotContaining(path -> path.toString().contains(".unfinished"));
  }

  @Test
  void whatWasDownloadedIsKeptByNoBrowser() throws IOException {
    Run run =
        runs.add(OCTOBER, SHOP, "maria")
            .with(List.of(new RunFile(ReportFormat.PDF, "october.pdf", 4, "a".repeat(64))));
    Path place = Files.createDirectories(folder.resolve("reports/fjell/2026-10/" + run.id()));
    Files.writeString(place.resolve("october.pdf"), "%PDF");
    var downloads = new Downloads(new RunFiles(home.workspace().home()));

    Response fresh = downloads.file(run, "pdf", whoHas(null));
    Response again = downloads.file(run, "pdf", whoHas(Response.notModified()));

    assertThat(List.of(fresh.getStatus(), again.getStatus())).containsExactly(200, 304);
    for (Response answer : List.of(fresh, again)) {
      assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }
  }

  /**
   * @param unchanged what whoever has the file already is told
   */
  private static Request whoHas(Response.ResponseBuilder unchanged) {
    return (Request)
        Proxy.newProxyInstance(
            RunsTest.class.getClassLoader(),
            new Class<?>[] {Request.class},
            (proxy, method, arguments) -> unchanged);
  }

  private String takenByAnother(Instant seen) {
    String id = runs.add(OCTOBER, SHOP, "maria").id();
    assertThat(runs.claim(id)).isTrue();
    home.state()
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into running_server (id, place, started_at, seen_at) values (?, ?, ?, ?)",
                  "another",
                  "elsewhere",
                  seen,
                  seen);
              handle.execute("update report_run set taken_by = 'another' where id = ?", id);
            });
    return id;
  }

  @Test
  void whatAnotherServerIsAtIsLeftToItAsLongAsItSaysThatItIsThere() {
    String id = takenByAnother(NOVEMBER.instant().minusSeconds(30));

    runs.recover();
    renderer.render(id);

    assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
  }

  @Test
  void whatAServerThatIsGoneWasAtIsMadeByAnotherOne() {
    String id = takenByAnother(NOVEMBER.instant().minusSeconds(31));

    runs.recover();

    assertThat(runs.queued()).containsExactly(id);
    assertThat(runs.claim(id)).isTrue();
  }

  /** It stood still for too long, and comes to its end when the other one is at it. */
  @Test
  void whoHasLostARunPutsNothingInItsPlace() throws IOException {
    String id = takenByAnother(NOVEMBER.instant());

    boolean isKept =
        runs.ready(
            id,
            1,
            0,
            List.of(),
            () -> {
              throw new AssertionError("files were put where the other one's belong");
            });
    runs.failed(id, "what the late one thinks");

    assertThat(isKept).isFalse();
    assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
  }

  @Test
  void aServerThatEndsGivesBackWhatItWasAtAndThatIsNoFault() {
    String id = runs.add(OCTOBER, SHOP, "maria").id();
    for (int restart = 0; restart < 3; restart++) {
      assertThat(runs.claim(id)).isTrue();
      runs.release();
    }
    runs.recover();

    assertThat(runs.queued()).containsExactly(id);
  }

  @Test
  void keepsThePageOfTheIssueForTheAgencyAndForReadersOutside() {
    Run asked = runs.add(OCTOBER, SHOP, "maria");
    renderer.render(asked.id());
    Run run = runs.find(asked.id()).orElseThrow();
    var files = new RunFiles(home.workspace().home());

    for (boolean isShared : new boolean[] {false, true}) {
      assertThat(files.page(run, isShared))
          .get()
          .asString()
          .contains("<html lang=\"" + SHOP.locale().toLanguageTag() + "\"", "Fjell Oy")
          .contains("href=\"pdf\"", "href=\"xlsx\"");
    }
    assertThat(files.page(asked, false)).isEmpty();
  }

  @Test
  void keepsWhatTheReportSaidOfTargets() {
    home.workspace()
        .targets()
        .set(
            SHOP.id(),
            new WrittenTarget("orders.revenue", "month", ">= 75000", "")
                .read(SHOP, home.workspace().kpis()));
    Run asked = runs.add(OCTOBER, SHOP, "maria");

    renderer.render(asked.id());

    Run run = runs.find(asked.id()).orElseThrow();
    var files = new RunFiles(home.workspace().home());
    assertThat(files.overview(run, Language.EN).orElseThrow().cards())
        .extracting(card -> card.figure().target())
        .filteredOn(text -> !text.isEmpty())
        .containsExactly("\u2013 Target \u20ac75,000, no value");
  }

  @Test
  void showsNoFiguresOfARunWhoseOverviewIsGoneOrBroken() throws IOException {
    Run asked = runs.add(OCTOBER, SHOP, "maria");
    renderer.render(asked.id());
    Run run = runs.find(asked.id()).orElseThrow();
    var files = new RunFiles(home.workspace().home());
    Path kept = folder.resolve("reports/fjell/2026-10/" + run.id() + "/overview.json");

    Files.writeString(kept, "{\"en\": [");
    assertThat(files.overview(run, Language.EN)).isEmpty();
    Files.delete(kept);
    assertThat(files.overview(run, Language.EN)).isEmpty();
  }

  @Test
  void noticesThatNoChannelHasData() {
    Run asked = runs.add(OCTOBER, SHOP, "maria");

    renderer.render(asked.id());

    assertThat(runs.find(asked.id())).get().matches(Run::isEmpty);
  }

  @Test
  void saysWhichReportsThereAreWhenAskedForAnother() {
    var unknown =
        new RunRequest(
            SHOP.id(), "weekly-magic", OCTOBER.period(), Optional.empty(), OCTOBER.formats());
    Run asked = runs.add(unknown, SHOP, "maria");

    renderer.render(asked.id());

    Run run = runs.find(asked.id()).orElseThrow();
    assertThat(run.state()).isEqualTo(Run.State.FAILED);
    assertThat(run.reason()).get().asString().contains("weekly-magic", "monthly-performance");
    assertThat(run.files()).isEmpty();
  }

  @Test
  void isClaimedOnceByManyThreads() throws Exception {
    Run asked = runs.add(OCTOBER, SHOP, "maria");
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      claims.add(() -> runs.claim(asked.id()));
    }

    int won = 0;
    for (Future<Boolean> claim : threads.invokeAll(claims)) {
      won += claim.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(won).isEqualTo(1);
  }

  @Test
  void takesUpWhatCrashesInterruptedAndGivesUpWhatStopsTheServerEachTime() throws IOException {
    Run asked = runs.add(OCTOBER, SHOP, "maria");
    runs.claim(asked.id());
    Path half = folder.resolve("reports/fjell/2026-10").resolve(asked.id());
    Files.createDirectories(half);
    Files.writeString(half.resolve("half.pdf"), "%PDF-1.5 and no more");

    runs.recover();
    assertThat(runs.queued()).containsExactly(asked.id());
    renderer.render(asked.id());
    assertThat(runs.find(asked.id()).orElseThrow().state()).isEqualTo(Run.State.READY);
    assertThat(half.resolve("half.pdf")).doesNotExist();

    Run unlucky = runs.add(OCTOBER, SHOP, "maria");
    for (int i = 0; i < 4; i++) {
      runs.claim(unlucky.id());
      runs.recover();
      assertThat(runs.queued()).containsExactly(unlucky.id());
    }
    runs.claim(unlucky.id());
    runs.recover();
    assertThat(runs.find(unlucky.id()).orElseThrow())
        .matches(run -> run.state() == Run.State.FAILED)
        .matches(run -> run.reason().orElse("").contains("stopped 5 times"));
  }

  /** A database that is restarted while a report is looked at says nothing of the report. */
  @Test
  void isRenderedAgainWhenADatabaseWentMeanwhile() {
    var gone = new AtomicBoolean(true);
    Inspection inspection =
        draft -> {
          if (gone.getAndSet(false)) {
            throw new IllegalStateException(
                "no rows", new SQLException("terminating connection", "57P01"));
          }
          return List.of();
        };
    var once = new RunRenderer(home.workspace(), runs, inspection, new RunFindings(home::state));
    Run asked = runs.add(OCTOBER, SHOP, "maria");

    assertThatThrownBy(() -> once.render(asked.id())).hasMessage("no rows");
    assertThat(runs.find(asked.id()).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
    once.render(asked.id());

    assertThat(runs.find(asked.id()).orElseThrow().state()).isEqualTo(Run.State.READY);
  }

  @Test
  void listsTheLatestOfAClient() {
    runs.add(OCTOBER, SHOP, "maria");

    assertThat(runs.latest(Optional.of(SHOP.id()), Optional.of(Run.State.QUEUED), 10)).hasSize(1);
    assertThat(runs.latest(Optional.of(new ClientId("other")), Optional.empty(), 10)).isEmpty();
  }
}
