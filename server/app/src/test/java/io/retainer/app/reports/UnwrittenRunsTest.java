package io.retainer.app.reports;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TestHome;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of a run cannot be written down, as on a full disk. */
class UnwrittenRunsTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final Duration SOON = Duration.ofMillis(200);

  @TempDir private Path folder;
  private TestHome home;
  private Runs runs;
  private RunRenderer renderer;
  private volatile boolean isDiskFull;
  private volatile int rendered;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, NOVEMBER);
    runs = new Runs(this::state, NOVEMBER);
    Inspection fills =
        draft -> {
          rendered++;
          isDiskFull = rendered == 1;
          return List.of();
        };
    renderer = new RunRenderer(home.workspace(), runs, fills, new RunFindings(home::state));
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private Jdbi state() {
    if (isDiskFull) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    return home.state();
  }

  private static RunRequest october() {
    return new RunRequest(
        SHOP.id(),
        "monthly-performance",
        Period.month(YearMonth.of(2026, 10)),
        Optional.empty(),
        Set.of(ReportFormat.values()));
  }

  @Test
  void isMadeAnewByWhoeverAsksNextAndNotForEverSaidToBeRunning() {
    String id = runs.add(october(), SHOP, "maria").id();

    assertThatThrownBy(() -> renderer.render(id)).hasMessageContaining("No space left");
    isDiskFull = false;
    renderer.render(id);

    assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.READY);
    assertThat(rendered).isEqualTo(2);
    renderer.render(id);
    assertThat(rendered).as("one that is ready stays as it is").isEqualTo(2);
  }

  /** It is no fault of the report, and nobody should have to make it by hand. */
  @Test
  void isMadeByWhoeverAsksNextWhereItsFilesFoundNoRoom() throws Exception {
    Path clients = home.workspace().home().reports().resolve(SHOP.id().value());
    Path run = home.workspace().home().run();
    Path aside = run.resolveSibling("aside");
    Inspection blocks =
        draft -> {
          if (rendered++ == 0) {
            block(clients, run, aside);
          }
          return List.of();
        };
    var blocked = new RunRenderer(home.workspace(), runs, blocks, new RunFindings(home::state));
    String id = runs.add(october(), SHOP, "maria").id();

    assertThatThrownBy(() -> blocked.render(id)).hasMessageContaining("cannot be written");
    assertThat(runs.find(id).orElseThrow().state().isOver()).isFalse();

    Files.delete(run);
    Files.move(aside, run);
    Files.delete(clients);
    blocked.render(id);
    assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.READY);
  }

  private static void block(Path clients, Path run, Path aside) {
    try {
      Files.createFile(clients);
      Files.move(run, aside);
      Files.createFile(run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatSomebodyAskedForIsMadeOnceTheDiskHasRoomAgain() throws Exception {
    try (var queue = new RunQueue(home.workspace(), runs, renderer, true, SOON)) {
      String id = queue.submit(october(), "maria").id();
      while (!isDiskFull) {
        Thread.sleep(20);
      }
      Thread.sleep(SOON.toMillis() * 3);
      isDiskFull = false;

      long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (!runs.find(id).orElseThrow().state().isOver()) {
        assertThat(System.nanoTime()).isLessThan(limit);
        Thread.sleep(20);
      }

      assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.READY);
    }
  }
}
