package io.retainer.app.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mails as they came, each under its hash. */
final class KeptMails {

  private static final String UNFINISHED = ".mail";

  private final Supplier<Path> folder;
  private final Optional<Duration> keeping;

  /**
   * @param keeping for how long; empty for ever
   */
  KeptMails(Supplier<Path> folder, Optional<Duration> keeping) {
    this.folder = folder;
    this.keeping = keeping;
  }

  /** A mail in a file. */
  record Kept(String sha256, Path file) {}

  /** The mail is larger than a file may be. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @throws TooLargeException when it turns out to have more bytes than it should
   * @throws IOException when it cannot be had, or not be kept
   */
  Kept keep(MimeMessage mail, long largest) throws IOException, MessagingException {
    Path unfinished = Files.createTempFile(folder.get(), UNFINISHED, null);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream file = Files.newOutputStream(unfinished);
          OutputStream out = new DigestOutputStream(new Limited(file, largest), digest)) {
        mail.writeTo(out);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Path kept = folder.get().resolve(sha256 + ".eml");
      Files.move(unfinished, kept, StandardCopyOption.REPLACE_EXISTING);
      return new Kept(sha256, kept);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Deletes those that are older than received files are to be, and what a kill left half-kept. */
  void forgetOld(Instant now) throws IOException {
    Optional<Instant> oldest = keeping.map(now::minus);
    try (Stream<Path> all = Files.list(folder.get())) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Instant kept = Files.getLastModifiedTime(file).toInstant();
        if (file.getFileName().toString().startsWith(UNFINISHED)
            || oldest.filter(kept::isBefore).isPresent()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static final class Limited extends OutputStream {

    private final OutputStream out;
    private long left;

    Limited(OutputStream out, long left) {
      this.out = out;
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new TooLargeException();
      }
      out.write(bytes, offset, length);
    }
  }
}
