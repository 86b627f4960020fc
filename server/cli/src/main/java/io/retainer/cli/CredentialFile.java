package io.retainer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A credential in a file: on a command line, others would see it. */
final class CredentialFile {

  private static final int LARGEST = 16_000;

  private CredentialFile() {}

  /**
   * @param file {@code -} for standard input
   * @param option by which it was named
   */
  static String read(Path file, String option) throws IOException {
    try (var in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new WrongUsage(file + " is too large for a credential.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new WrongUsage(
          "There is no file " + file + "; name the credential with " + option + ".");
    }
  }
}
