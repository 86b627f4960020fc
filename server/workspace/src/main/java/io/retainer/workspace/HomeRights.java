package io.retainer.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A home holds names, addresses and figures of clients: it is for the user alone whose server or
 * command works in it. What lies deeper is out of reach for others by the folders above. Whoever
 * has opened a folder of the inbox to others keeps it, and the way there.
 */
final class HomeRights {

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> WAY = PosixFilePermissions.fromString("--x--x--x");

  private HomeRights() {}

  /** Takes others their rights; where files have none, or are another user's, they stay. */
  static void close(Path root) {
    if (!Files.isDirectory(root)) {
      return;
    }
    Path inbox = root.resolve("inbox");
    try {
      boolean isOpened = below(inbox).stream().anyMatch(HomeRights::isOpenToOthers);
      for (Path each : below(root)) {
        if (!each.equals(inbox)) {
          keep(each, OWN);
        }
      }
      Set<PosixFilePermission> most = EnumSet.copyOf(OWN);
      if (isOpened) {
        most.addAll(WAY);
      }
      keep(root, most);
    } catch (IOException e) {
      throw new UncheckedIOException("The rights of the home " + root + " cannot be read", e);
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(each -> !Files.isSymbolicLink(each)).toList();
    }
  }

  private static boolean isOpenToOthers(Path folder) {
    try {
      PosixFileAttributeView view = view(folder);
      return view != null && !OWN.containsAll(view.readAttributes().permissions());
    } catch (IOException e) {
      return false;
    }
  }

  private static void keep(Path path, Set<PosixFilePermission> most) {
    try {
      PosixFileAttributeView view = view(path);
      if (view != null) {
        Set<PosixFilePermission> now = view.readAttributes().permissions();
        Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
        kept.addAll(now);
        kept.retainAll(most);
        if (!kept.equals(now)) {
          view.setPermissions(kept);
        }
      }
    } catch (IOException e) {
      // It is gone again, or another user's, who has to decide about it.
    }
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(
        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
