package io.retainer.warehouse.imports;

import java.nio.file.Path;

/**
 * A file as it arrived.
 *
 * @param name the name it arrived with; folders in it are dropped
 * @param path where its bytes are now; they are copied, never moved
 */
public record ReceivedFile(String name, Path path) {

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

  /** A file of this machine under its own name. */
  public static ReceivedFile of(Path path) {
    return new ReceivedFile(path.toAbsolutePath().getFileName().toString(), path);
  }
}
