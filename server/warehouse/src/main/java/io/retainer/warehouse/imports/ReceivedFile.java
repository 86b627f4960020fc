package io.retainer.warehouse.imports;

import java.nio.file.Path;

/**
 * A file as it arrived.
 *
 * @param name the name it arrived with; folders in it are dropped
 * @param path where its bytes are now; they are copied, never moved
 * @param folder the folder it arrived in, empty when that is not known: only the files of one
 *     folder belong together
 */
public record ReceivedFile(String name, Path path, String folder) {

  private static final int LONGEST_NAME = 200;

  public ReceivedFile {
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    if (name.length() > LONGEST_NAME) {
      name = name.substring(name.length() - LONGEST_NAME);
    }
    if (name.isBlank()) {
      name = "unnamed";
    }
  }

  /** A file that arrived without a folder. */
  public ReceivedFile(String name, Path path) {
    this(name, path, "");
  }

  /** A file of this machine under its own name. */
  public static ReceivedFile of(Path path) {
    Path file = path.toAbsolutePath().normalize();
    return new ReceivedFile(file.getFileName().toString(), path, String.valueOf(file.getParent()));
  }
}
