package io.retainer.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words nobody can guess, and the form in which they are kept. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** A new secret, safe in addresses and cookies. */
  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored in place of a secret. Long random words need no slow hash. */
  public static String fingerprint(String secret) {
    return HexFormat.of().formatHex(sha256(secret));
  }

  /** A second secret that only the holder of the first one can know. */
  static String derived(String purpose, String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(purpose + ":" + secret));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
