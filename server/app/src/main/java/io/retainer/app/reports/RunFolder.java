package io.retainer.app.reports;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Servers;
import io.retainer.workspace.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one run: {@code reports/<client>/<period>/<run>}. They appear together by one rename
 * and are never written again.
 */
final class RunFolder {

  private static final String UNFINISHED = ".unfinished-";

  static final String MAIL = "mail.json";

  /** The mail of a schedule's report for whoever was sent an earlier one of the same period. */
  static final String CORRECTION = "correction.json";

  static final String OVERVIEW = "overview.json";
  static final String KPIS = "kpis.json";

  /** The page for the agency, and the one for readers outside. */
  static final String PAGE = "page.html";

  static final String SHARED_PAGE = "shared.html";

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  static RunFolder of(HomeFolder home, Run run) {
    // Client ids, periods and run ids have no character that leads out of the folder.
    return new RunFolder(
        home.reports()
            .resolve(run.client().value())
            .resolve(run.period().toString())
            .resolve(run.id()));
  }

  /** Writes them beside the folder, where nobody looks, and no other server writes. */
  void prepare(Map<String, byte[]> files) throws IOException {
    WholeFolder.delete(unfinished());
    Files.createDirectories(unfinished());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(unfinished().resolve(file.getKey()), file.getValue());
    }
  }

  /** Puts what was prepared in the place of what interrupted attempts may have left. */
  void put() throws IOException {
    WholeFolder.delete(folder);
    Files.move(unfinished(), folder, StandardCopyOption.ATOMIC_MOVE);
    dropUnfinished(folder.getFileName() + UNFINISHED);
  }

  /** Takes back what this server prepared. */
  void drop() throws IOException {
    WholeFolder.delete(unfinished());
  }

  /** Nothing of it is left. */
  void delete() throws IOException {
    WholeFolder.delete(folder);
  }

  private Path unfinished() {
    return folder.resolveSibling(folder.getFileName() + UNFINISHED + Servers.HERE);
  }

  private void dropUnfinished(String prefix) throws IOException {
    List<Path> left;
    try (Stream<Path> beside = Files.list(folder.getParent())) {
      left = beside.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path each : left) {
      WholeFolder.delete(each);
    }
  }

  /**
   * @throws NoSuchFileException when somebody has removed it from the disk
   */
  Path existing(String name) throws NoSuchFileException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  String text(String name) throws IOException {
    return Files.readString(existing(name), StandardCharsets.UTF_8);
  }
}
