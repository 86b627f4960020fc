package io.retainer.cli;

import io.retainer.warehouse.CopiedTable;
import io.retainer.warehouse.FactsElsewhere;
import io.retainer.workspace.FactsOfHome;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.move.FactsHomeMove;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Moves a home's facts into a PostgreSQL or a Trino. */
@Command(
    name = "move-facts",
    mixinStandardHelpOptions = true,
    description =
        "Moves the facts of a home (imported rows, the book of imports, what is there of which days) from their file"
            + " into the schema retainer_facts of a PostgreSQL 15 or newer, or into Iceberg tables of a Trino and the"
            + " schema retainer_ledger of the PostgreSQL that keeps the state. All rows arrive and are read again"
            + " there, or none does.",
    footer = {
      "",
      "The server has to be stopped. User and password are the settings retainer.facts.user and",
      "retainer.facts.password (or -file). The file stays as it is, beside a note that keeps it from being opened",
      "by mistake: to go back to the facts as they were, delete the note and unset retainer.facts.url.",
      "",
      "Examples:",
      "  retainer home move-facts --to jdbc:postgresql://db.example/retainer --dry-run --home /srv/retainer",
      "  retainer home move-facts --to jdbc:postgresql://db.example/retainer?sslmode=verify-full --home /srv/retainer",
      "  retainer home move-facts --to jdbc:trino://trino.example:8080/iceberg/retainer --home /srv/retainer"
    })
final class HomeMoveFactsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private MoveOptions options;

  @Override
  public Integer call() throws IOException {
    HomeFolder folder = options.from(home, FactsOfHome::problemOf);
    var move = new FactsHomeMove(folder, Clock.systemUTC());
    FactsElsewhere target = FactsOfHome.at(options.to(), Configuration.of(home.folder()));
    PrintWriter out = spec.commandLine().getOut();
    if (options.isRehearsal()) {
      List<CopiedTable> tables = move.rehearse(target);
      tables.forEach(table -> print(out, table));
      out.println(
          "%,d rows of %d tables would be moved to %s. Nothing was changed."
              .formatted(rows(tables), tables.size(), target.url()));
      return ExitStatus.DONE;
    }
    List<CopiedTable> tables = move.to(target, table -> print(out, table));
    out.println(
        "%,d rows of %d tables were moved to %s, and each was read again there."
            .formatted(rows(tables), tables.size(), target.url()));
    out.println("Set retainer.facts.url to it, then: retainer serve --home " + home.folder());
    out.println(
        "%s stays as it is. To go back to it: delete %s and unset retainer.facts.url."
            .formatted(folder.facts(), new FactsOfHome(folder, Optional.empty()).moved()));
    return ExitStatus.DONE;
  }

  private static long rows(List<CopiedTable> tables) {
    return tables.stream().mapToLong(CopiedTable::rows).sum();
  }

  private static void print(PrintWriter out, CopiedTable table) {
    if (table.rows() > 0) {
      out.println("  %-26s %,12d".formatted(table.name(), table.rows()));
      out.flush();
    }
  }
}
