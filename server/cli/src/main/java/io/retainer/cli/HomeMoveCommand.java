package io.retainer.cli;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.StateInPostgres;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.move.HomeMove;
import io.retainer.workspace.move.StateCopy;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Moves a home's state into a PostgreSQL. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description =
        "Moves the state of a home (clients, schedules, runs, mails, people; not the facts and files) from its"
            + " file into an empty PostgreSQL 15 or newer. All rows arrive and are counted again, or none does.",
    footer = {
      "",
      "The server has to be stopped. User and password are the settings retainer.database.user and",
      "retainer.database.password (or -file). The file stays as it is, beside a note that keeps it from being opened",
      "by mistake: to go back to the state as it was, delete the note and unset retainer.database.url.",
      "",
      "Examples:",
      "  retainer home move --to jdbc:postgresql://db.example/retainer --dry-run --home /srv/retainer",
      "  retainer home move --to jdbc:postgresql://db.example/retainer?sslmode=verify-full --home /srv/retainer"
    })
final class HomeMoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private MoveOptions options;

  @Override
  public Integer call() throws IOException {
    HomeFolder folder = options.from(home);
    var move = new HomeMove(folder, Clock.systemUTC());
    StateInPostgres target = StateInPostgres.at(options.to(), Configuration.of(home.folder()));
    PrintWriter out = spec.commandLine().getOut();
    if (options.isRehearsal()) {
      StateCopy counted = move.rehearse(target);
      counted.tables().forEach(table -> print(out, table));
      out.println(
          "%,d rows of %d tables would be moved to %s. Nothing was changed."
              .formatted(counted.rows(), counted.tables().size(), target.title()));
      return ExitStatus.DONE;
    }
    StateCopy copy = move.to(target, table -> print(out, table));
    out.println(
        "%,d rows of %d tables were moved to %s, and counted again."
            .formatted(copy.rows(), copy.tables().size(), target.title()));
    out.println("Set retainer.database.url to it, then: retainer serve --home " + home.folder());
    out.println(
        "%s stays as it is. To go back to it: delete %s and unset retainer.database.url."
            .formatted(folder.stateFile(), new StateInFile(folder.state()).moved()));
    return ExitStatus.DONE;
  }

  private static void print(PrintWriter out, StateCopy.Table table) {
    out.println("  %-22s %,10d".formatted(table.name(), table.rows()));
    out.flush();
  }
}
