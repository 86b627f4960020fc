package io.retainer.cli.doctor;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateDatabase;
import io.retainer.workspace.StateException;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.StateInPostgres;
import io.retainer.workspace.StateVersion;
import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Files;
import java.util.Optional;

/** The state database, in the file of the home or in a PostgreSQL; looked at without a change. */
record StateDoor(HomeFolder home, Configuration set) {

  /** Empty when the first start makes it. */
  Optional<Finding> finding() {
    boolean isMoved = Files.exists(home.root().resolve(StateInFile.MOVED));
    StateDatabase database = StateDatabase.of(home, set);
    if (database instanceof StateInFile) {
      return isMoved
          ? Optional.of(
              Finding.broken(
                  "database",
                  "the state was moved to a PostgreSQL, and retainer.database.url is not set",
                  "Set it to what " + StateInFile.MOVED + " in the home says."))
          : Optional.of(database).filter(file -> Files.exists(home.stateFile())).map(this::of);
    }
    return Files.exists(home.stateFile()) && !isMoved
        ? Optional.of(
            Finding.broken(
                "database",
                home.stateFile() + " holds a state that was not moved to " + database.title(),
                "Unset retainer.database.url, then: retainer home move --to URL."))
        : Optional.of(of(database));
  }

  private Finding of(StateDatabase database) {
    try {
      return of(database, database.version());
    } catch (StateException e) {
      return Finding.broken(
          "database",
          e.getMessage(),
          database instanceof StateInPostgres
              ? "The server does not start without it."
              : "Stop what holds it, or restore the last backup: retainer restore FILE --home NEW.");
    }
  }

  private Finding of(StateDatabase database, StateVersion state) {
    String saw = "state at version " + state.version().orElse("none");
    if (database instanceof StateInPostgres) {
      saw += " in " + database.title();
    }
    if (state.isNewer()) {
      return Finding.broken(
          "database",
          saw + ", written by a newer Retainer",
          "Install that one again, or restore a backup from before the upgrade.");
    }
    return state.pending() == 0
        ? Finding.fine("database", saw)
        : Finding.look(
            "database",
            saw + "; the next start brings it " + state.pending() + " versions on",
            database instanceof StateInPostgres
                ? "Make a backup first: retainer backup FILE."
                : "Make a backup first: retainer backup FILE. If the upgrade fails, the state is put back by itself.");
  }
}
