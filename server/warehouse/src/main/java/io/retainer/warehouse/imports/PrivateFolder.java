package io.retainer.warehouse.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder for exports, which hold names and addresses: nobody else on the machine reads it. */
public final class PrivateFolder {

  private PrivateFolder() {}

  /** Makes it if need be. Where files have no such rights, those of the folder above hold. */
  public static Path of(Path folder) throws IOException {
    Files.createDirectories(folder);
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }
}
