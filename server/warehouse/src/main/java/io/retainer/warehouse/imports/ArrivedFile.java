package io.retainer.warehouse.imports;

import java.nio.file.Path;

/**
 * A file whose bytes lie safe and are known by their hash.
 *
 * @param folder the folder it arrived in, or empty
 */
record ArrivedFile(String name, Path path, long bytes, String sha256, String folder) {

  boolean isBeside(ArrivedFile other) {
    return other != this && other.folder.equals(folder);
  }
}
