package io.retainer.warehouse.imports;

import io.retainer.spi.ReadIssue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder of received bytes, each file under its hash. A file is copied in first and read from
 * the copy, so that nobody changes it on the way; it gets its lasting name in one move.
 */
final class Reception {

  /** No file is read for so long. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Path received;
  private final Path arriving;
  private final long largestFile;
  private final Optional<Duration> keeping;

  /**
   * @param isAlone whether no other process receives files there
   */
  Reception(Path received, long largestFile, Optional<Duration> keeping, boolean isAlone)
      throws IOException {
    this.received = received;
    this.keeping = keeping;
    this.arriving = received.resolve(".arriving");
    this.largestFile = largestFile;
    PrivateFolder.of(received);
    Files.createDirectories(arriving);
    clean(isAlone ? Instant.MAX : Instant.now().minus(FORGOTTEN));
  }

  /** What a killed process left behind. */
  private void clean(Instant before) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(arriving)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process has done with it; what is left is deleted next time.
    }
  }

  /**
   * @throws TooLarge when the file has more bytes than are taken
   */
  ArrivedFile receive(ReceivedFile file) throws IOException {
    if (Files.isDirectory(file.path())) {
      throw new IOException("it is a folder; name the files in it");
    }
    if (Files.size(file.path()) > largestFile) {
      throw new TooLarge(Files.size(file.path()), largestFile);
    }
    Path copy = Files.createTempFile(arriving, "file", "");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long bytes;
      try (InputStream in = Files.newInputStream(file.path());
          OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
        bytes = in.transferTo(out);
      }
      return new ArrivedFile(
          file.name(), copy, bytes, HexFormat.of().formatHex(digest.digest()), file.folder());
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Keeps the bytes under their hash. The arrived copy stays, for the files that came with it. */
  void keep(ArrivedFile file) throws IOException {
    Path lasting = received.resolve(file.sha256());
    if (Files.exists(lasting)) {
      Files.setLastModifiedTime(lasting, Files.getLastModifiedTime(file.path()));
      return;
    }
    // On the disk before the facts that came from it are.
    try (FileChannel bytes = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
      bytes.force(true);
    }
    try {
      Files.createLink(lasting, file.path());
    } catch (FileAlreadyExistsException e) {
      // Somebody kept the same bytes in this moment.
    } catch (UnsupportedOperationException | FileSystemException e) {
      Path copy = Files.createTempFile(arriving, "kept", "");
      Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, lasting, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The bytes of this hash, while they are kept. */
  Optional<Path> kept(String sha256) {
    return Optional.of(sha256)
        .filter(hash -> hash.matches("[0-9a-f]{64}"))
        .map(received::resolve)
        .filter(Files::isRegularFile);
  }

  /** Deletes what was received longer ago than it is to be kept. */
  void forgetOld() throws IOException {
    if (keeping.isEmpty()) {
      return;
    }
    FileTime oldest = FileTime.from(Instant.now().minus(keeping.get()));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(received, Files::isRegularFile)) {
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Why a file could not be received. */
  static List<ReadIssue> told(IOException cause) {
    boolean tooLarge = cause instanceof TooLarge;
    String reason =
        cause instanceof NoSuchFileException
            ? "there is no file " + cause.getMessage()
            : cause.getMessage();
    return List.of(
        ReadIssue.ofFile(
            tooLarge ? "a file too large: " + reason : "a file that cannot be read: " + reason,
            "a file that can be read",
            tooLarge ? "Export a shorter period." : "Check the file's name and rights."));
  }

  void drop(ArrivedFile file) throws IOException {
    Files.deleteIfExists(file.path());
  }

  /** A file that nobody wants to wait for. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    final long bytes;

    TooLarge(long bytes, long most) {
      super("it has %,d bytes, and files up to %,d bytes are taken".formatted(bytes, most));
      this.bytes = bytes;
    }
  }
}
