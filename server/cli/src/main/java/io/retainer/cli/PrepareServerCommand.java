package io.retainer.cli;

import io.retainer.cli.server.ClassArchive;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the build runs once, so that the server starts in half the time. */
@Command(name = "prepare-server", hidden = true)
final class PrepareServerCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    ClassArchive.make(Installed.here());
    return ExitStatus.DONE;
  }
}
