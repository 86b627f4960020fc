package io.retainer.app.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is kept: {@code pbkdf2-sha512$rounds$salt$hash}. */
record PasswordHash(String text) {

  private static final String ALGORITHM = "pbkdf2-sha512";
  // OWASP's figure for PBKDF2 with HMAC-SHA-512.
  private static final int ROUNDS = 210_000;
  private static final int BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A hash no password has: checked when the name is unknown, so that both answers take as long.
   */
  static final PasswordHash NOBODY = of(Secrets.fresh(), 1).withRounds();

  static PasswordHash of(String password) {
    return of(password, ROUNDS);
  }

  private static PasswordHash of(String password, int rounds) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new PasswordHash(
        ALGORITHM
            + "$"
            + rounds
            + "$"
            + encoded(salt)
            + "$"
            + encoded(derive(password, salt, rounds)));
  }

  private PasswordHash withRounds() {
    return new PasswordHash(text.replace("$1$", "$" + ROUNDS + "$"));
  }

  boolean matches(String password) {
    String[] parts = text.split("\\$");
    if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      throw new IllegalStateException("A password is kept in an unknown form: " + parts[0]);
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    return MessageDigest.isEqual(
        Base64.getDecoder().decode(parts[3]), derive(password, salt, Integer.parseInt(parts[1])));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    var key = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2", e);
    } finally {
      key.clearPassword();
    }
  }

  @Override
  public String toString() {
    return ALGORITHM;
  }
}
