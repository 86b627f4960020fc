package io.retainer.cli;

import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateInPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where to something of a home is moved, or only counted. */
final class MoveOptions {

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "address of the database, like jdbc:postgresql://db.example/retainer")
  private String to;

  @Option(names = "--dry-run", description = "count what would be moved, and move nothing")
  private boolean isRehearsal;

  String to() {
    return to;
  }

  boolean isRehearsal() {
    return isRehearsal;
  }

  /**
   * The home.
   *
   * @throws WrongUsage when there is none, a server works in it, or the address is none
   */
  HomeFolder from(HomeOption home) throws IOException {
    return from(home, StateInPostgres::problemOf);
  }

  /**
   * As {@link #from(HomeOption)}, to another kind of address.
   *
   * @param problemOf what was expected of an address that is none
   */
  HomeFolder from(HomeOption home, Function<String, Optional<String>> problemOf)
      throws IOException {
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    problemOf
        .apply(to)
        .ifPresent(
            expected -> {
              throw new WrongUsage("--to is \"" + to + "\"; " + expected + ".");
            });
    Optional<RunningServer> server = RunningServer.of(home.folder());
    if (server.isPresent()) {
      throw new WrongUsage(
          "The server at " + server.get().address() + " works in it; stop it first.");
    }
    return home.work();
  }
}
