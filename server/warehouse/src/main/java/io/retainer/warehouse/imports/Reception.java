package io.retainer.warehouse.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The folder of received bytes, each file under its hash. A file is copied in first and read from
 * the copy, so that nobody changes it on the way; it gets its lasting name in one move.
 */
final class Reception {

  private final Path received;
  private final Path arriving;
  private final long largestFile;

  Reception(Path received, long largestFile) throws IOException {
    this.received = received;
    this.arriving = received.resolve(".arriving");
    this.largestFile = largestFile;
    Files.createDirectories(arriving);
    clean();
  }

  /** What a killed process left behind. */
  private void clean() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(arriving)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
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
      return new ArrivedFile(file.name(), copy, bytes, HexFormat.of().formatHex(digest.digest()));
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
      return;
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
