package io.retainer.workspace.backup;

import io.retainer.workspace.FactsOfHome;
import io.retainer.workspace.StateInFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a home that a backup takes as they are. */
final class HomeFiles {

  static final String STATE = "retainer.mv.db";
  static final String FACTS = "facts.duckdb";

  /** The key stands apart: who has the backup alone cannot read the credentials in it. */
  static final String KEY = "secret.key";

  /** These too: who has the backup alone cannot write mails in the agency's name. */
  private static final String MAIL_KEYS = "dkim";

  /** Of the running process, or made anew; the databases are copied by themselves. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "run",
          "logs",
          "backups",
          "before-upgrade",
          STATE,
          StateInFile.MOVED,
          FactsOfHome.MOVED,
          "retainer.trace.db",
          "retainer.lock.db",
          FACTS,
          FACTS + ".wal",
          FACTS + ".lock",
          FACTS + ".tmp",
          KEY,
          KEY + ".new",
          MAIL_KEYS);

  private HomeFiles() {}

  /** By path inside the home, with slashes. What a link leads to belongs to somebody else. */
  static SortedMap<String, Path> of(Path home) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isLeftOut(file)) {
              files.put(home.relativize(file).toString().replace('\\', '/'), file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** It has just gone. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }

          private boolean isLeftOut(Path path) {
            return home.equals(path.getParent())
                && LEFT_OUT.contains(path.getFileName().toString());
          }
        });
    return files;
  }
}
