package io.retainer.workspace.move;

import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.State;
import io.retainer.workspace.StateException;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.StateInPostgres;
import io.retainer.workspace.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Moves the state of a home that nobody works in from its file into a PostgreSQL. */
public record HomeMove(HomeFolder home, Clock clock) {

  private static final String COPY = "retainer.mv.db";

  /**
   * The file is copied first, and the copy is brought to this version, so that the file itself
   * stays as it is; a note beside it says where the state went, and nobody opens it by mistake.
   *
   * @param progress hears of each table once it is filled
   * @throws StateException when there is nothing to move, it was moved before, or the target is not
   *     empty; then nothing was moved
   */
  public StateCopy to(StateInPostgres target, Consumer<StateCopy.Table> progress) {
    StateInFile file = file();
    return apart(
        file,
        source -> {
          try (State there = State.open(target)) {
            StateCopy copy = StateCopy.of(source, there, progress);
            note(file, target);
            return copy;
          }
        });
  }

  /**
   * What would be moved, without a change to anything but a look at the target.
   *
   * @throws StateException as {@link #to}
   */
  public StateCopy rehearse(StateInPostgres target) {
    return apart(
        file(),
        source -> {
          if (target.version().version().isPresent()) {
            refuseWhenFull(target);
          }
          return counted(source);
        });
  }

  private static void refuseWhenFull(StateInPostgres target) {
    try (State there = State.open(target)) {
      long rows = counted(there).rows();
      if (rows > 0) {
        throw new StateException(
            "%s holds a state already, %d rows; expected an empty database"
                .formatted(target.title(), rows));
      }
    }
  }

  private static StateCopy counted(State state) {
    try (Connection connection = state.dataSource().getConnection()) {
      List<StateCopy.Table> tables = new ArrayList<>();
      for (String name : StateTables.inOrder(connection)) {
        tables.add(new StateCopy.Table(name, StateTables.rows(connection, name)));
      }
      return new StateCopy(tables);
    } catch (SQLException e) {
      throw new StateException("The state cannot be counted: " + e.getMessage(), e);
    }
  }

  private StateInFile file() {
    if (!Files.exists(home.stateFile())) {
      throw new StateException(
          "There is no state in %s; expected the file %s".formatted(home.root(), home.stateFile()));
    }
    return new StateInFile(home.state());
  }

  /** What is done with a copy of the state. */
  @FunctionalInterface
  private interface Work {
    StateCopy with(State source);
  }

  private StateCopy apart(StateInFile file, Work work) {
    Connection held = file.hold();
    try {
      Path folder = PrivateFolder.of(Files.createTempDirectory(home.run(), "move-"));
      try {
        Files.copy(home.stateFile(), folder.resolve(COPY));
        try (State copy = State.open(new StateInFile(new HomeFolder(folder).state()))) {
          return work.with(copy);
        }
      } finally {
        WholeFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The state cannot be copied: " + e.getMessage(), e);
    } finally {
      letGo(held);
    }
  }

  private static void letGo(Connection held) {
    try {
      held.close();
    } catch (SQLException e) {
      throw new StateException("The state cannot be let go: " + e.getMessage(), e);
    }
  }

  private void note(StateInFile file, StateInPostgres target) {
    try {
      Files.writeString(
          file.moved(),
          "on %s to %s%n"
              .formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS), target.title()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Everything was moved to "
              + target.title()
              + ", but "
              + file.moved()
              + " cannot be written; set retainer.database.url before the next start",
          e);
    }
  }
}
