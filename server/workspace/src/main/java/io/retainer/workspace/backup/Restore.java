package io.retainer.workspace.backup;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.State;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * A home folder out of a backup. Nothing of it goes out by itself: what was sent after the backup
 * was made is not known any more, and nobody shall get a report twice.
 *
 * @param taken when the backup was made
 * @param paused schedules that were running and wait for somebody to start them
 * @param unknown mails that may have left after the backup
 */
public record Restore(Instant taken, int files, int paused, int unknown) {

  /**
   * @param home is made; if it is there, it has to be empty
   * @throws BackupException when the backup is not whole; then there is no home
   */
  public static Restore into(Path archive, Path home, Installation installation, Clock clock) {
    Path target = home.toAbsolutePath().normalize();
    if (!isFree(target)) {
      throw new BackupException(
          target + " is not empty; name a folder that is not there yet with --home");
    }
    try {
      Files.createDirectories(target.getParent());
      Path laidOut = Files.createTempDirectory(target.getParent(), ".restoring-");
      try {
        Manifest manifest = new Archive(archive).extract(laidOut);
        int[] quieted = quiet(laidOut, manifest, installation, clock);
        Files.deleteIfExists(target);
        Files.move(laidOut, target, StandardCopyOption.ATOMIC_MOVE);
        return new Restore(manifest.taken(), manifest.files().size(), quieted[0], quieted[1]);
      } finally {
        delete(laidOut);
      }
    } catch (IOException e) {
      throw new BackupException("The home " + target + " cannot be made", e);
    }
  }

  private static boolean isFree(Path home) {
    if (!Files.exists(home)) {
      return true;
    }
    try (Stream<Path> files = Files.list(home)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens what was laid out, which also brings it to this version, and stops what would leave. */
  private static int[] quiet(Path home, Manifest manifest, Installation installation, Clock clock) {
    try (Workspace workspace = Workspace.openApart(new HomeFolder(home), installation, clock)) {
      long rows = workspace.warehouse().rowsOfAllTables();
      if (rows != manifest.factRows()) {
        throw new BackupException(
            "The backup should hold %d rows of facts and holds %d; take another copy"
                .formatted(manifest.factRows(), rows));
      }
      State state = workspace.state();
      String reason = reason(manifest.taken());
      return state
          .jdbi()
          .inTransaction(
              handle -> {
                int paused =
                    handle.execute(
                        """
                        update report_schedule
                        set enabled = false, restored_from = ?, restored_at = ? where enabled
                        """,
                        java.sql.Timestamp.from(manifest.taken()),
                        java.sql.Timestamp.from(clock.instant()));
                handle.execute(
                    """
                    update occurrence set state = 'held', finished_at = ?, reason = ?
                    where state in ('planned', 'rendering')
                    """,
                    java.sql.Timestamp.from(clock.instant()),
                    reason);
                int unknown =
                    handle.execute(
                        """
                        update delivery set state = 'unknown', interrupted = true, next_attempt_at = null
                        where state in ('queued', 'sending')
                        """);
                handle.execute("delete from session");
                return new int[] {paused, unknown};
              });
    }
  }

  /** As the server keeps the reason of an occurrence. */
  private static String reason(Instant taken) {
    return "{\"code\":\"RESTORED\",\"details\":[\"%s\"]}"
        .formatted(taken.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException failure)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
