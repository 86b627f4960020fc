package io.retainer.cli;

import io.retainer.cli.api.Api;
import io.retainer.cli.demo.DemoTour;
import io.retainer.cli.server.RunningServer;
import io.retainer.cli.server.ServerProcess;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole way, from exports to mail, with two clients who do not exist. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server with two demo clients: a café in Minsk and an outdoor shop in Helsinki,"
          + " with 15 months of exports in the platforms' own layouts.",
      "It uploads them as a user would, has the reports of the last month issued and mailed, says"
          + " where they are, and runs until Ctrl-C. A second start repeats nothing."
    },
    footer = {
      "",
      "Mails go to <home>/mailbox unless a mail server is configured.",
      "",
      "Examples:",
      "  retainer demo",
      "  retainer demo --home /tmp/demo --port 9000 --exit"
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;
  @Mixin private PortOption port;

  @Option(names = "--exit", description = "stop the server when everything is there")
  private boolean exit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = home.folder();
    Optional<RunningServer> running = RunningServer.of(folder);
    if (running.isPresent()) {
      out.println("Using the server that runs on " + folder);
      return show(out, folder, running.get());
    }
    out.println("Starting the server on " + folder);
    long begun = System.nanoTime();
    try (var process = ServerProcess.start(Installed.here(), folder, port.free(folder), Map.of())) {
      RunningServer server = process.awaitReady();
      out.printf(
          "Server ready at %s  %.1f s%n", server.address(), (System.nanoTime() - begun) / 1e9);
      int status = show(out, folder, server);
      if (exit) {
        out.println("Stopping it, as asked. Again: retainer serve --home " + folder);
      } else {
        out.println("Ctrl-C stops it.");
        process.awaitEnd();
      }
      return status;
    }
  }

  private static int show(PrintWriter out, Path folder, RunningServer server)
      throws IOException, InterruptedException {
    boolean isComplete =
        new DemoTour(new Api(server.url(), server.token()), folder, Clock.systemUTC(), out).run();
    ServeCommand.print(out, folder, Configuration.ofServer(folder, System.getenv()), server);
    return isComplete ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
