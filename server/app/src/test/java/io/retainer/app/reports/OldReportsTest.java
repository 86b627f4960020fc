package io.retainer.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.ReadyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldReportsTest {

  private static final Duration KEPT = Duration.ofDays(400);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private Optional<Duration> keeping = Optional.of(KEPT);
  private TestHome home;
  private Runs runs;
  private RunSteps steps;
  private RunFiles files;
  private OldReports old;
  private Run run;

  @BeforeEach
  void open() throws IOException {
    String id = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    runs = new Runs(home::state, clock);
    steps = new RunSteps(home::state, clock);
    files = new RunFiles(home.workspace().home());
    old = new OldReports(home::state, clock, runs, steps, home.workspace().home(), () -> keeping);
    run = runs.find(id).orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void pass(Duration time) {
    clock.set(clock.instant().plus(time).toString());
  }

  private boolean hasFiles(Run which) {
    return files.areAsRendered(which);
  }

  /** The same report made once more, with files of its own. */
  private Run copy() throws IOException {
    String id = UUID.randomUUID().toString();
    home.state()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into report_run (id, client, report, period, locale, formats, state,
                    requested_by, requested_at, started_at, finished_at)
                  select ?, client, report, period, locale, formats, state,
                    requested_by, ?, ?, ? from report_run where id = ?
                  """,
                  id,
                  clock.instant(),
                  clock.instant(),
                  clock.instant(),
                  run.id());
              handle.execute(
                  """
                  insert into report_file (run_id, format, name, bytes, sha256)
                  select ?, format, name, bytes, sha256 from report_file where run_id = ?
                  """,
                  id,
                  run.id());
            });
    Path from = files.path(run, run.files().get(0)).getParent();
    Path to = Files.createDirectory(from.resolveSibling(id));
    for (RunFile file : run.files()) {
      Files.copy(from.resolve(file.name()), to.resolve(file.name()));
    }
    return runs.find(id).orElseThrow();
  }

  private void step(Run which, RunStep.Kind kind) {
    steps.once(which.id(), kind, Optional.empty(), "");
  }

  @Test
  void areKeptForEverWhereNobodySaysOtherwise() {
    keeping = Optional.empty();
    pass(Duration.ofDays(4000));

    assertThat(old.clear()).isZero();
    assertThat(hasFiles(run)).isTrue();
  }

  @Test
  void loseTheirFilesOnceAndKeepWhatHappened() throws IOException {
    Path there = files.path(run, run.files().get(0)).getParent();
    pass(KEPT.minusHours(1));
    assertThat(old.clear()).as("not old enough").isZero();

    pass(Duration.ofHours(2));
    assertThat(old.clear()).isOne();
    assertThat(old.clear()).as("the second time").isZero();

    assertThat(there).doesNotExist();
    Run after = runs.find(run.id()).orElseThrow();
    assertThat(after.state()).isEqualTo(Run.State.READY);
    assertThat(after.files()).as("hashes, to know a copy by").isEqualTo(run.files());
    assertThat(steps.of(run))
        .filteredOn(step -> step.kind() == RunStep.Kind.CLEARED)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.at()).isEqualTo(clock.instant());
              assertThat(step.note()).isEqualTo("400");
            });
  }

  @Test
  void theLatestThatAClientWasIssuedStaysToBeComparedWith() throws IOException {
    step(run, RunStep.Kind.ISSUED);
    pass(Duration.ofDays(30));
    Run later = copy();
    step(later, RunStep.Kind.ISSUED);
    pass(Duration.ofDays(1));
    Run lookedAt = copy();
    pass(KEPT.multipliedBy(3));

    assertThat(old.clear()).isEqualTo(2);
    assertThat(hasFiles(run)).isFalse();
    assertThat(hasFiles(lookedAt)).as("never issued").isFalse();
    assertThat(hasFiles(later)).isTrue();
  }

  @Test
  void whatIsOnItsWayOrWaitsForSomebodyStays() {
    new Deliveries(home::state, clock, "agency.example")
        .add(run.id(), run.client(), List.of("anna@nordic.example"));
    pass(KEPT.multipliedBy(2));
    assertThat(old.clear()).as("a mail waits").isZero();

    home.state().useHandle(handle -> handle.execute("update delivery set state = 'sent'"));
    home.state()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into report_schedule (id, client, report, rule, kind, locale, formats,
                    recipients, enabled, planned_until, created_by, created_at)
                  values ('s', 'fjell', 'monthly-performance', 'day 5 at 08:00', 'month', 'fi',
                    'pdf', 'anna@nordic.example', true, ?, 'maria', ?)
                  """,
                  clock.instant(),
                  clock.instant());
              handle.execute(
                  """
                  insert into occurrence (id, schedule_id, period, repetition, state, run_id,
                    planned_for, created_at)
                  values ('o', 's', '2026-10', 0, 'held', ?, ?, ?)
                  """,
                  run.id(),
                  clock.instant(),
                  clock.instant());
            });
    assertThat(old.clear()).as("a person has to decide").isZero();

    home.state().useHandle(handle -> handle.execute("update occurrence set state = 'rejected'"));
    assertThat(old.clear()).isOne();
  }

  @Test
  void whatAReaderOutsideMayOpenStaysUntilTheLinkEnds() {
    pass(KEPT.minusDays(10));
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into issue_link (id, run_id, fingerprint, made_by, made_at, expires_at)
                    values ('l', ?, 'f', 'maria', ?, ?)
                    """,
                    run.id(),
                    clock.instant(),
                    clock.instant().plus(Duration.ofDays(30))));
    pass(Duration.ofDays(20));
    assertThat(old.clear()).as("the link is good for ten more days").isZero();

    pass(Duration.ofDays(11));
    assertThat(old.clear()).isOne();
  }
}
