package io.retainer.workspace.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.HomeInUseException;
import io.retainer.workspace.Installation;
import io.retainer.workspace.State;
import io.retainer.workspace.StateException;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.StateInPostgres;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeMoveTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private HomeFolder home;
  private final StateInPostgres target =
      new StateInPostgres(TestDatabase.empty(), Optional.empty(), Optional.empty());

  @BeforeEach
  void fill() throws IOException {
    home = new HomeFolder(folder.resolve("дом"));
    Files.createDirectories(home.root());
    try (State state = State.open(new StateInFile(home.state()))) {
      StateRows.fill(state);
    }
  }

  private HomeMove move() {
    return new HomeMove(home, CLOCK);
  }

  @Test
  void everyValueOfEveryTableArrives() {
    List<StateCopy.Table> progress = new ArrayList<>();

    StateCopy copy = move().to(target, progress::add);

    try (State file = State.open(new StateInFile(folder.resolve("copy/retainer")));
        State there = State.open(target)) {
      assertThat(progress).isEqualTo(copy.tables());
      assertThat(copy.tables())
          .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isPositive());
      StateRows.fill(file);
      assertThat(StateRows.of(there)).isEqualTo(StateRows.of(file));
      assertThat(StateRows.nextAuditEntry(there)).isEqualTo(StateRows.nextAuditEntry(file));
    }
  }

  @Test
  void theFileStaysAsItIsAndIsNotOpenedByMistake() throws IOException {
    byte[] before = Files.readAllBytes(home.stateFile());

    move().to(target, table -> {});

    assertThat(Files.readAllBytes(home.stateFile())).isEqualTo(before);
    assertThat(home.run()).isEmptyDirectory();
    var none = new Installation(folder, folder, folder);
    try (var workspace = Workspace.open(home, none, CLOCK)) {
      assertThatExceptionOfType(StateException.class)
          .isThrownBy(workspace::state)
          .withMessageContaining("on 2026-11-27T08:00:00Z to " + target.url())
          .withMessageContaining("Set retainer.database.url");
    }
    Files.delete(home.root().resolve("state-moved.txt"));
    try (var workspace = Workspace.open(home, none, CLOCK)) {
      assertThat(StateRows.of(workspace.state())).isNotEmpty();
    }
  }

  @Test
  void theHomeGoesOnInThePostgres() throws IOException {
    move().to(target, table -> {});
    Files.writeString(
        home.root().resolve("retainer.properties"), "retainer.database.url=" + target.url());

    try (var workspace = Workspace.open(home, new Installation(folder, folder, folder), CLOCK)) {
      assertThat(workspace.state().database()).isInstanceOf(StateInPostgres.class);
      assertThat(StateRows.of(workspace.state())).isNotEmpty();
    }
  }

  @Test
  void aRehearsalCountsAndMovesNothing() {
    StateCopy copy = move().rehearse(target);

    assertThat(copy.rows()).isPositive();
    assertThat(target.version().version()).isEmpty();
    assertThat(home.root().resolve("state-moved.txt")).doesNotExist();
  }

  @Test
  void aTargetThatHoldsAStateIsNotTouched() {
    move().to(target, table -> {});
    try (State there = State.open(target)) {
      there.jdbi().useHandle(handle -> handle.execute("delete from report_run"));
    }
    new StateInFile(home.state()).moved().toFile().delete();

    assertThatExceptionOfType(StateException.class)
        .isThrownBy(() -> move().to(target, table -> {}))
        .withMessageContaining("holds a state already");
    assertThatExceptionOfType(StateException.class)
        .isThrownBy(() -> move().rehearse(target))
        .withMessageContaining("holds a state already");
    assertThat(new StateInFile(home.state()).moved()).doesNotExist();
  }

  @Test
  void whatPostgresCannotKeepIsToldAndNothingIsMoved() {
    try (State state = State.open(new StateInFile(home.state()))) {
      state
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into setting (name, content) values ('nul', ?)", "a\u0000b"));
    }

    assertThatExceptionOfType(StateException.class)
        .isThrownBy(() -> move().to(target, table -> {}))
        .withMessageContaining("Nothing was copied");
    try (State there = State.open(target)) {
      assertThat(StateRows.of(there)).isEmpty();
    }
    assertThat(new StateInFile(home.state()).moved()).doesNotExist();
  }

  /** Within one process the file's lock would not show: it is taken as another process takes it. */
  @Test
  void aHomeInUseIsNotMoved() throws IOException {
    try (var file = FileChannel.open(home.stateFile(), StandardOpenOption.WRITE);
        var lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatExceptionOfType(HomeInUseException.class)
          .isThrownBy(() -> move().to(target, table -> {}));
    }
  }

  @Test
  void aBackupOfAPostgresIsTheFileThatAHomeHas() throws Exception {
    move().to(target, table -> {});
    Path file = folder.resolve("retainer.mv.db");

    try (State there = State.open(target)) {
      StateCopy.toFile(there, file);
      try (State copy = State.open(new StateInFile(folder.resolve("retainer")))) {
        assertThat(StateRows.of(copy)).isEqualTo(StateRows.of(there));
      }
    }
  }
}
