package io.retainer.workspace.backup;

import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.move.StateCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A home folder in one ZIP, made while it is in use. The state is copied first and what it names
 * afterwards, so that nothing it names is missing; an import that ends meanwhile may be there
 * already. The key of credentials is left out.
 *
 * @param files how many it holds
 */
public record Backup(Path archive, long bytes, int files, long factRows) {

  /**
   * Writes a backup, and reads it again before it has its name.
   *
   * @param archive where to; there must be no such file
   * @throws BackupException when it cannot be written or is not what was read
   */
  public static Backup write(Workspace workspace, Path archive) {
    Path target = archive.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new BackupException(target + " is there already; name another file");
    }
    try {
      Path folder = Files.createDirectories(target.getParent());
      Path work = PrivateFolder.of(Files.createTempDirectory(folder, ".backup-"));
      try {
        return written(workspace, target, work);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new BackupException("The backup cannot be written to " + target, e);
    }
  }

  private static Backup written(Workspace workspace, Path target, Path work) throws IOException {
    Instant taken = workspace.clock().instant();
    Path state = work.resolve(HomeFiles.STATE);
    StateCopy.toFile(workspace.state(), state);
    Path facts = work.resolve(HomeFiles.FACTS);
    long rows = workspace.warehouse().copyTo(facts);
    Path archive = work.resolve("archive");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put(HomeFiles.STATE, state);
    files.put(HomeFiles.FACTS, facts);
    files.putAll(HomeFiles.of(workspace.home().root()));
    Manifest manifest = zip(archive, new Manifest(taken, rows, Map.of()), files);
    new Archive(archive).check();
    Files.move(archive, target, StandardCopyOption.ATOMIC_MOVE);
    return new Backup(target, Files.size(target), manifest.files().size(), rows);
  }

  private static Manifest zip(Path archive, Manifest head, Map<String, Path> files)
      throws IOException {
    Map<String, Manifest.Content> contents = new LinkedHashMap<>();
    try (OutputStream out = Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      readableByOwner(archive);
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        try (InputStream in = Files.newInputStream(file.getValue())) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          contents.put(file.getKey(), copy(in, zip));
          zip.closeEntry();
        } catch (NoSuchFileException e) {
          // It has just been taken away by whoever works in the home.
        }
      }
      Manifest whole = new Manifest(head.taken(), head.factRows(), contents);
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(whole.text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return whole;
    }
  }

  private static Manifest.Content copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest sha256 = sha256();
    long bytes = in.transferTo(new DigestOutputStream(out, sha256));
    return new Manifest.Content(bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readableByOwner(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
