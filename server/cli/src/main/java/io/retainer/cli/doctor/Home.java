package io.retainer.cli.doctor;

import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.FactsOfHome;
import io.retainer.workspace.HomeAge;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.OthersRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The home folder: whose it is, and whether what lies in it can be read. */
record Home(Path home, Optional<RunningServer> server, Configuration set) {

  List<Finding> findings() throws IOException {
    if (!Files.exists(home)) {
      return List.of(canBeMade());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(rights());
    for (String secret : List.of("secret.key", "run/server.json")) {
      Path file = home.resolve(secret);
      if (OthersRights.mayRead(file) || OthersRights.mayWrite(file)) {
        findings.add(
            Finding.broken("rights", file + " may be read by others", "chmod 600 " + file));
      }
    }
    findings.addAll(databases());
    return findings;
  }

  private Finding canBeMade() {
    Path there = Machine.nearest(home);
    return Files.isWritable(there)
        ? Finding.fine("home", home + " is not there yet; the first start makes it")
        : Finding.broken(
            "home",
            home + " is not there, and " + there + " cannot be written",
            "Make the folder for the user that runs the server, or name another one with --home.");
  }

  private Finding rights() throws IOException {
    if (!Files.isDirectory(home)) {
      return Finding.broken("home", home + " is a file", "Name a folder with --home.");
    }
    String owner = Files.getOwner(home).getName();
    if (!Files.isWritable(home)) {
      return Finding.broken(
          "home",
          home + " belongs to " + owner + " and cannot be written",
          "Run Retainer as " + owner + ", or: chown -R " + user() + " " + home);
    }
    return owner.equals(user())
        ? Finding.fine("home", home + ", of " + owner)
        : Finding.look(
            "home",
            home + " belongs to " + owner + ", and this is " + user(),
            "Run Retainer as " + owner + ": files that " + user() + " makes are not its own.");
  }

  private static String user() {
    return System.getProperty("user.name", "");
  }

  private List<Finding> databases() {
    if (server.isPresent()) {
      return List.of(
          Finding.fine("databases", "open in the server; " + server.get().url() + "status"));
    }
    var folder = new HomeFolder(home);
    List<Finding> findings = new ArrayList<>();
    new StateDoor(folder, set).finding().ifPresent(findings::add);
    if (Files.exists(folder.stateFile())) {
      age(folder.state()).ifPresent(findings::add);
    }
    new FactsDoor(FactsOfHome.of(folder, set)).finding().ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> age(Path database) {
    try {
      return Optional.of(Finding.fine("made", HomeAge.ofFile(database).sentence()));
    } catch (SQLException e) {
      return Optional.empty(); // the finding about the database says why
    }
  }
}
