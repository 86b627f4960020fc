package io.retainer.cli.server;

import io.retainer.cli.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The container's classes as one trial start loaded them. Half of the time and of the work of a
 * start is the loading of classes.
 */
public final class ClassArchive {

  private static final int FIRST_PORT = 18_100;
  private static final int PORTS = 200;

  private ClassArchive() {}

  /** Makes the archive of this Java version, unless it is there. */
  public static void make(Installed installed) throws IOException, InterruptedException {
    var layout = new PayaraLayout(installed);
    layout.prepare();
    Path archive = layout.classArchive();
    if (Files.exists(archive)) {
      return;
    }
    Path home = Files.createTempDirectory("retainer-trial");
    Path draft = home.resolve("draft.jsa");
    try {
      int port =
          Ports.firstFree(FIRST_PORT, PORTS)
              .orElseThrow(() -> new IOException("No port is free for a trial start"));
      try (var server =
          ServerProcess.start(
              installed, home, port, List.of("-XX:ArchiveClassesAtExit=" + draft))) {
        server.awaitAnswer();
      }
      if (Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      PayaraLayout.delete(home);
    }
  }
}
