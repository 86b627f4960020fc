package io.retainer.workspace;

import io.retainer.warehouse.imports.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the tables of a state file to this version, or leaves the file as it was. H2 commits each
 * change of a table by itself, so the way back from half an upgrade is a copy made before it. The
 * copy of the last upgrade stays: with it and the former program one can go back.
 *
 * @param database as {@link HomeFolder#state} names it
 */
record Upgrade(Path database) {

  private static final String UNDER_WAY = "under-way.mv.db";

  /** Where the copies lie; backups leave it out. */
  static final String FOLDER = "before-upgrade";

  /** Whether the last process ended within an upgrade. To be asked by who has the file's lock. */
  boolean wasCutOff() {
    return Files.exists(folder().resolve(UNDER_WAY));
  }

  /** Puts back what there was before. Nobody may have the file open. */
  void takeBack() {
    try {
      Files.move(folder().resolve(UNDER_WAY), file(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The state as it was before the upgrade, "
              + folder().resolve(UNDER_WAY)
              + ", cannot be put back. Move it to "
              + file()
              + " by hand",
          e);
    }
  }

  /**
   * @throws UpgradeException when a newer Retainer wrote the file, or when it cannot be brought to
   *     this version; whoever gets that closes the file and calls {@link #takeBack} if there is
   *     something to take back
   */
  void carryOut(DataSource pool, Flyway migrations) {
    StateVersion before = StateVersion.of(migrations);
    Optional<String> from = before.version();
    if (before.isNewer()) {
      throw new UpgradeException(
          "%s has tables of version %s, written by a newer Retainer, and this one knows only %s. Nothing was changed. Start the newer one again, or restore a backup from before its upgrade."
              .formatted(file(), from.orElse("?"), newest(migrations)));
    }
    if (before.pending() == 0) {
      return;
    }
    if (from.isPresent()) {
      copy(pool);
    }
    try {
      migrations.migrate();
    } catch (FlywayException e) {
      throw new UpgradeException(
          "%s cannot be brought from version %s to %s; it is as it was, and the former Retainer can go on with it. Please report this: %s"
              .formatted(file(), from.orElse("none"), newest(migrations), e.getMessage().strip()),
          e);
    }
    from.ifPresent(this::keep);
  }

  private static String newest(Flyway migrations) {
    return Stream.of(migrations.info().all())
        .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS)
        .reduce((earlier, later) -> later)
        .map(migration -> migration.getVersion().toString())
        .orElse("none");
  }

  private void copy(DataSource pool) {
    try (Connection connection = pool.getConnection()) {
      Path folder = PrivateFolder.of(folder());
      Path draft = folder.resolve("draft.mv.db");
      Files.deleteIfExists(draft);
      FileCopy.write(connection, draft);
      Files.move(draft, folder.resolve(UNDER_WAY), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new UpgradeException(
          "%s has to be brought to a new version, and cannot be copied before: %s. Nothing was changed. Make room on the disk and start again."
              .formatted(file(), e.getMessage()),
          e);
    }
  }

  /** One way back is enough; an older one would miss what was written since. */
  private void keep(String version) {
    try (Stream<Path> copies = Files.list(folder())) {
      for (Path earlier : copies.filter(copy -> !copy.endsWith(UNDER_WAY)).toList()) {
        Files.delete(earlier);
      }
      Files.move(
          folder().resolve(UNDER_WAY),
          folder().resolve("state-of-version-" + version + ".mv.db"),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The copy from before the upgrade cannot be kept", e);
    }
  }

  private Path folder() {
    return database.resolveSibling(FOLDER);
  }

  private Path file() {
    return database.resolveSibling(database.getFileName() + ".mv.db");
  }
}
