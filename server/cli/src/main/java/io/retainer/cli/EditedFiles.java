package io.retainer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of report templates, and when somebody has saved one of them. */
final class EditedFiles {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** What a template is made of; what is rendered beside it is not read again. */
  private static final Set<String> READ = Set.of("yaml", "properties", "jrxml");

  private final List<Path> folders;
  private Map<Path, String> seen;

  EditedFiles(List<Path> folders) {
    this.folders = List.copyOf(folders);
    this.seen = look();
  }

  /**
   * Waits for an edit, and until nothing more is written for a moment: programs save in several
   * steps.
   *
   * @return false when the thread is told to end
   */
  boolean waitForEdit() {
    try {
      Map<Path, String> now = look();
      while (now.equals(seen)) {
        Thread.sleep(LOOK_EVERY.toMillis());
        now = look();
      }
      for (Map<Path, String> before = Map.of(); !now.equals(before); ) {
        before = now;
        Thread.sleep(LOOK_EVERY.toMillis());
        now = look();
      }
      seen = now;
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Each file with its time and size. */
  private Map<Path, String> look() {
    Map<Path, String> files = new TreeMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        look(folder, files);
      }
    }
    return files;
  }

  private static void look(Path folder, Map<Path, String> files) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : (Iterable<Path>) all.filter(EditedFiles::isRead)::iterator) {
        files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    } catch (NoSuchFileException e) {
      // It went away while somebody saved; the next look sees what is there.
      files.put(folder, "changing");
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("The folder " + folder + " cannot be read: " + e, e);
    }
  }

  private static boolean isRead(Path file) {
    String name = file.getFileName().toString();
    return READ.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }
}
