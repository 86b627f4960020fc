package io.retainer.cli.doctor;

import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.SharedHome;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at everything one after another; what is broken hides nothing else.
 *
 * @param environment of a server that would be started now
 * @param clock of this machine
 */
public record Doctor(
    Path home, Installation installation, Map<String, String> environment, Clock clock) {

  public static Doctor of(Path home, Installation installation, Map<String, String> environment) {
    return new Doctor(home, installation, environment, Clock.systemDefaultZone());
  }

  /** In the order in which a start meets them. */
  public List<Finding> findings() throws IOException {
    Configuration set;
    List<Finding> findings = new ArrayList<>();
    try {
      set = Configuration.ofServer(home, environment);
    } catch (ConfigurationException e) {
      return e.problems().stream().map(Doctor::broken).toList();
    }
    Path work = SharedHome.of(home, set);
    if (!work.equals(home)) {
      findings.addAll(new Shared(new HomeFolder(work), environment).findings());
      if (findings.stream().anyMatch(each -> each.level() == Finding.Level.BROKEN)) {
        return findings;
      }
      set = Configuration.ofServer(work, environment);
    }
    List<String> problems = set.problems();
    problems.forEach(problem -> findings.add(broken(problem)));
    if (problems.isEmpty()) {
      findings.add(Finding.fine("settings", "all that is set can be used"));
    }
    Optional<RunningServer> server = RunningServer.of(home);
    findings.addAll(new Machine(home, server, port(set), clock).findings());
    findings.addAll(new Home(work, server, set).findings());
    if (problems.isEmpty()) {
      findings.addAll(new Parts(installation, work, set).findings());
      findings.addAll(MailDoor.findings(set));
      findings.addAll(new DestinationDoor(work, server, set).findings());
      findings.add(new MailSignature(work, Dns::texts).finding(set));
    }
    return findings;
  }

  private static Optional<Integer> port(Configuration set) {
    return set.value("retainer.http.port")
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(Integer::valueOf);
  }

  private static Finding broken(String problem) {
    return Finding.broken("settings", problem, "The server does not start with it.");
  }
}
