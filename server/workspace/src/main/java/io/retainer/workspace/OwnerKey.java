package io.retainer.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;

/**
 * The secret of the link that makes an owner: the first one, or one more when all have lost their
 * way in. Whoever can write the home may have it; it works once, for a day.
 */
public final class OwnerKey {

  public static final Duration LIFETIME = Duration.ofHours(24);

  private static final int BYTES = 32;

  private OwnerKey() {}

  /**
   * Makes a new one; earlier ones stop working.
   *
   * @return the secret, kept only as a fingerprint
   */
  public static String renew(Jdbi state, Instant now) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    state.useTransaction(
        handle -> {
          handle.execute("delete from owner_link");
          handle.execute(
              "insert into owner_link (fingerprint, expires_at) values (?, ?)",
              fingerprint(secret),
              now.plus(LIFETIME));
        });
    return secret;
  }

  private static String fingerprint(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
