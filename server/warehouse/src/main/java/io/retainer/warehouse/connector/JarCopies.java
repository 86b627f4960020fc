package io.retainer.warehouse.connector;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folders of the copies that connectors are loaded from, one for each library of a process. */
final class JarCopies {

  private static final String PREFIX = "retainer-connectors-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

  private JarCopies() {}

  /** A new folder. What killed processes left behind is deleted. */
  static Path folder() throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
      for (Path each : all) {
        if (isOfNobody(each)) {
          delete(each);
        }
      }
    }
    return folder;
  }

  private static boolean isOfNobody(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Deletes as much as this user may; the rest is another user's. */
  static void delete(Path folder) {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder)) {
      for (Path copy : copies) {
        Files.deleteIfExists(copy);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
