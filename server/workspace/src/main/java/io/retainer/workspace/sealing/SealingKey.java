package io.retainer.workspace.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which credentials and keys of second steps are sealed (AES-256-GCM). It lies in a
 * file of its own, so that a copy of the database alone opens nothing.
 */
public final class SealingKey {

  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final byte[] key;

  private SealingKey(Path file, byte[] key) {
    this.file = file;
    this.key = key;
  }

  /**
   * @param keyId of the key that sealed it
   */
  public record Sealed(String keyId, byte[] bytes) {}

  /** Makes the key on first use, readable by the owner of the process alone. */
  public static SealingKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY) {
        throw new IllegalArgumentException(key.length + " bytes");
      }
      return new SealingKey(file, key);
    } catch (IllegalArgumentException e) {
      throw new SealingException(
          file
              + " is not the key of stored credentials; expected 32 bytes in base64. Put the file"
              + " of this home back from its backup.");
    } catch (IOException e) {
      throw new UncheckedIOException("The key of stored credentials cannot be used: " + file, e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[KEY];
    new SecureRandom().nextBytes(key);
    FileAttribute<?>[] ownersOnly =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly)) {
      channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
      // What is sealed with it must not outlive it.
      channel.force(true);
    } catch (FileAlreadyExistsException another) {
      // It was made at the same moment; that one holds.
    }
  }

  /** What the key is called; nothing can be learnt about it from this. */
  String id() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 4));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param owner whose secret it is; it opens for the same owner only
   */
  public Sealed seal(String secret, String owner) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return new Sealed(
          id(), ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A credential cannot be sealed", e);
    }
  }

  /**
   * @throws SealingException when another key sealed it, or it is another owner's
   */
  public String open(Sealed sealed, String owner) {
    if (!sealed.keyId().equals(id())) {
      throw new SealingException(
          "It was sealed with the key %s, and %s holds %s. Put the file back from its backup."
              .formatted(sealed.keyId(), file, id()));
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE);
      byte[] rest = Arrays.copyOfRange(sealed.bytes(), NONCE, sealed.bytes().length);
      return new String(
          cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(rest), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SealingException("What is stored is damaged or belongs to another.");
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
