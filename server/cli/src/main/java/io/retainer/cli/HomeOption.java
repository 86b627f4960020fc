package io.retainer.cli;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.SharedHome;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the work of the agency lies. */
final class HomeOption {

  @Option(
      names = "--home",
      paramLabel = "H",
      description = "home folder (default: RETAINER_HOME, else ./retainer-home)")
  private Path home;

  Path folder() {
    Path folder =
        Optional.ofNullable(home)
            .or(() -> Optional.ofNullable(System.getenv("RETAINER_HOME")).map(Path::of))
            .orElse(Path.of("retainer-home"))
            .toAbsolutePath()
            .normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrongUsage("The home " + folder + " is a file; name a folder with --home.");
    }
    return folder;
  }

  /** Where the server of this home works, which is elsewhere when it works beside others. */
  HomeFolder work() {
    Path own = folder();
    return new HomeFolder(SharedHome.of(own, Configuration.ofServer(own, System.getenv())));
  }

  Workspace open() {
    return Workspace.open(work(), Installed.here().parts(), Clock.systemUTC());
  }
}
