package io.retainer.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A home where servers of earlier tests have run. All of it is gone but their container, which is
 * laid out, and the classes they have archived: a start costs a fifth of what the first one of a
 * home does, which other tests see to.
 */
public final class UsedHome {

  private static final Path HOMES = Path.of("target", "homes").toAbsolutePath();

  private static final Own OWN = firstFree();

  private UsedHome() {}

  /** Of this process alone as long as it runs: others run tests beside it. */
  private record Own(Path home, FileLock lock) {}

  private static Own firstFree() {
    try {
      for (int number = 1; ; number++) {
        Path home = Files.createDirectories(HOMES.resolve(String.valueOf(number)));
        FileChannel file =
            FileChannel.open(
                HOMES.resolve(number + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock != null) {
          return new Own(home, lock);
        }
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("There is no home for tests in " + HOMES, e);
    }
  }

  /** One test after another. */
  public static Path cleared() throws IOException {
    Path home = OWN.home();
    Path kept = home.resolve("run/payara");
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        if (!each.startsWith(kept) && !kept.startsWith(each)) {
          Files.deleteIfExists(each);
        }
      }
    }
    return home;
  }
}
