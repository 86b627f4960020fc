package io.retainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A reader of the folder never sees half a file. */
final class WholeFile {

  private WholeFile() {}

  /** Writes it, with the folders it lies in; what was there before is replaced. */
  static Path write(Path file, byte[] bytes) throws IOException {
    Path whole = file.toAbsolutePath().normalize();
    Files.createDirectories(whole.getParent());
    Path draft = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      Files.write(draft, bytes);
      Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return whole;
  }
}
