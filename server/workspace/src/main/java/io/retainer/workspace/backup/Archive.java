package io.retainer.workspace.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is there: each file of it is what the list says, or it is refused. */
record Archive(Path file) {

  private static final long LONGEST_LIST = 200L << 20;

  /** Reads all of it. */
  Manifest check() {
    return each((path, in) -> in.transferTo(OutputStream.nullOutputStream()));
  }

  /** Lays the files out in a folder that is empty. */
  Manifest extract(Path folder) {
    return each(
        (path, in) -> {
          Path target = inside(folder, path);
          Files.createDirectories(target.getParent());
          try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
          }
        });
  }

  /** What is done with one file. */
  @FunctionalInterface
  private interface Reading {
    void read(String path, InputStream in) throws IOException;
  }

  private Manifest each(Reading reading) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Manifest manifest = manifest(zip);
      for (Map.Entry<String, Manifest.Content> content : manifest.files().entrySet()) {
        read(zip, content.getKey(), content.getValue(), reading);
      }
      if (zip.size() != manifest.files().size() + 1) {
        throw new BackupException(
            file + " holds more files than its list names; it was changed after it was made");
      }
      return manifest;
    } catch (IOException e) {
      throw new BackupException(file + " cannot be read as a backup; was it copied whole?", e);
    }
  }

  private Manifest manifest(ZipFile zip) throws IOException {
    ZipEntry list = zip.getEntry(Manifest.NAME);
    if (list == null || list.getSize() > LONGEST_LIST) {
      throw new BackupException(
          file
              + " is no backup: there is no "
              + Manifest.NAME
              + " in it; name a file that 'retainer"
              + " backup' wrote");
    }
    try (InputStream in = zip.getInputStream(list)) {
      return Manifest.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void read(ZipFile zip, String path, Manifest.Content expected, Reading reading)
      throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null || entry.getSize() != expected.bytes()) {
      throw damaged(path);
    }
    MessageDigest sha256 = Backup.sha256();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), sha256)) {
      reading.read(path, in);
    }
    if (!HexFormat.of().formatHex(sha256.digest()).equals(expected.sha256())) {
      throw damaged(path);
    }
  }

  private BackupException damaged(String path) {
    return new BackupException(
        "%s is damaged: %s in it is not what was backed up. Take another copy"
            .formatted(file, path));
  }

  private Path inside(Path folder, String path) {
    Path target = folder.resolve(path).normalize();
    if (!target.startsWith(folder) || target.equals(folder) || path.indexOf('\\') >= 0) {
      throw new BackupException(file + " names a file outside of the home: " + path);
    }
    return target;
  }
}
