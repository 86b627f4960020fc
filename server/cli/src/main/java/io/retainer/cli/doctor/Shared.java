package io.retainer.cli.doctor;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.ServerRole;
import io.retainer.workspace.Servers;
import io.retainer.workspace.SharedHome;
import io.retainer.workspace.StateDatabase;
import io.retainer.workspace.StateException;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.ConfigurationException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The home that a server works in beside others. */
record Shared(HomeFolder home, Map<String, String> environment) {

  private static final String SUBJECT = "shared home";

  List<Finding> findings() {
    if (!Files.isDirectory(home.root()) || !Files.isWritable(home.root())) {
      return List.of(
          Finding.broken(
              SUBJECT,
              home.root() + " is no folder that this user may write in",
              "Mount it, for the user that runs the server, or correct " + SharedHome.KEY + "."));
    }
    try {
      return findings(Configuration.ofServer(home.root(), environment));
    } catch (ConfigurationException e) {
      return List.of(Finding.broken(SUBJECT, e.getMessage(), "The server does not start with it."));
    }
  }

  private List<Finding> findings(Configuration set) {
    Optional<String> problem = SharedHome.problem(home, set);
    if (problem.isPresent()) {
      return List.of(
          Finding.broken(SUBJECT, problem.get(), "A server beside others does not start."));
    }
    try {
      return servers(Servers.in(StateDatabase.of(home, set)));
    } catch (StateException e) {
      // The finding about the database says why.
      return List.of();
    }
  }

  private static String named(Servers.Running server) {
    return server.role() == ServerRole.ALL
        ? server.place()
        : server.place() + " (" + server.role().word() + ")";
  }

  private List<Finding> servers(List<Servers.Running> servers) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.fine(
            SUBJECT,
            servers.isEmpty()
                ? home.root() + "; no server works in it now"
                : home.root()
                    + "; servers in it: "
                    + servers.stream().map(Shared::named).collect(Collectors.joining(", "))));
    if (!servers.isEmpty() && servers.stream().noneMatch(server -> server.role().works())) {
      findings.add(
          Finding.broken(
              SUBJECT,
              "the servers in it have pages only: no report is made and no mail sent",
              "Start one that does it: retainer serve --role worker."));
    }
    for (Servers.Running server : servers) {
      if (!Servers.isIn(home, server)) {
        findings.add(
            Finding.broken(
                SUBJECT,
                "the server " + server.place() + " works on the same PostgreSQL in another folder",
                "Give both the same folder, or one of them a database of its own."));
      }
    }
    return findings;
  }
}
