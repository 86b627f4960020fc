package io.retainer.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipFile;

/** The file of an H2 database as it is in one moment, while others write. */
final class FileCopy {

  private FileCopy() {}

  /**
   * @param file is made, as H2 names it
   */
  static void write(Connection database, Path file) throws IOException, SQLException {
    Path zipped = Files.createTempFile(file.getParent(), "state", ".zip");
    try {
      try (PreparedStatement backup = database.prepareStatement("backup to ?")) {
        backup.setString(1, zipped.toString());
        backup.execute();
      }
      try (ZipFile zip = new ZipFile(zipped.toFile());
          InputStream in =
              zip.getInputStream(
                  zip.stream()
                      .filter(entry -> entry.getName().endsWith(".mv.db"))
                      .findFirst()
                      .orElseThrow())) {
        Files.copy(in, file);
      }
    } finally {
      Files.delete(zipped);
    }
  }
}
