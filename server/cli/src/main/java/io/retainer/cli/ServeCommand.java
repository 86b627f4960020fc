package io.retainer.cli;

import io.retainer.cli.server.RunningServer;
import io.retainer.cli.server.ServerProcess;
import io.retainer.workspace.ServerRole;
import io.retainer.workspace.SharedHome;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the server on a home folder, until Ctrl-C.",
    footer = {
      "",
      "The server listens on this machine only. Options for its Java machine: RETAINER_SERVER_OPTS.",
      "",
      "Examples:",
      "  retainer serve",
      "  retainer serve --home /srv/retainer --port 9000",
      "  retainer serve --home /srv/worker --role worker"
    })
final class ServeCommand implements Callable<Integer> {

  private static final Duration ENDING = Duration.ofSeconds(10);
  private static final String ROLE = "RETAINER_ROLE";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private PortOption port;

  @Option(
      names = "--role",
      paramLabel = "all|web|worker",
      description =
          "what this server does beside others, with retainer.shared.home: pages (web), the work"
              + " behind them (worker), or both (all, unless set)")
  private String role;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = home.folder();
    Optional<RunningServer> other = other(folder);
    if (other.isPresent()) {
      spec.commandLine()
          .getErr()
          .println("A server runs on this home already: " + other.get().address());
      return ExitStatus.FINDINGS;
    }
    Map<String, String> chosen = role == null ? Map.of() : Map.of(ROLE, role);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(chosen);
    Configuration set = Configuration.ofServer(folder, environment).usable();
    out.println("Starting the server on " + folder);
    try (var server = ServerProcess.start(Installed.here(), folder, port.free(folder), chosen)) {
      print(out, folder, set, server.awaitReady());
      out.println("Ctrl-C stops it.");
      int status = server.awaitEnd();
      out.println(
          "The server has ended (status " + status + "). Its log: " + ServerProcess.log(folder));
      return status == 0 ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }

  /** The server that works in a home. One that has just been killed takes a moment to be gone. */
  private static Optional<RunningServer> other(Path folder)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + ENDING.toNanos();
    Optional<RunningServer> other = RunningServer.of(folder);
    while (other.isPresent() && !other.get().answers() && System.nanoTime() < limit) {
      Thread.sleep(100);
      other = RunningServer.of(folder);
    }
    return other;
  }

  static void print(PrintWriter out, Path home, Configuration set, RunningServer server) {
    out.println();
    out.println("Retainer is ready.");
    out.println("  Address   " + server.address());
    if (server.ownerLink().isPresent()) {
      out.println("  Sign in   open this link once, within 24 hours, and choose your password:");
      out.println("            " + server.ownerLink().get());
    } else if (set.value(ServerRole.KEY)
        .map(ServerRole::of)
        .map(ServerRole::hasPages)
        .orElse(true)) {
      out.println("  Sign in   with your account, at " + server.address());
    } else {
      out.println("  Role      worker: reports, uploads and mails of the home; no pages");
    }
    Path work = SharedHome.of(home, set);
    out.println("  Home      " + (work.equals(home) ? home : home + ", working in " + work));
    out.println("  Reports   " + work.resolve("reports"));
    out.println("  Mailbox   " + work.resolve("mailbox") + " (unless a mail server is configured)");
    out.println("  Log       " + ServerProcess.log(home));
  }
}
