package io.retainer.workspace.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** What others than its owner may do with a file. Where files have no such rights, nothing. */
public final class OthersRights {

  private static final Set<PosixFilePermission> READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private static final Set<PosixFilePermission> WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private OthersRights() {}

  public static boolean mayRead(Path file) {
    return may(READ, file);
  }

  public static boolean mayWrite(Path file) {
    return may(WRITE, file);
  }

  private static boolean may(Set<PosixFilePermission> rights, Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(rights::contains);
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }
}
