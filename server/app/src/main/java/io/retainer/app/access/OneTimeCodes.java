package io.retainer.app.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds (RFC 6238, HMAC-SHA-1, as every app knows them).
 * Of Java's own parts: the one small library for it has had no release since 2022.
 */
final class OneTimeCodes {

  static final int KEY_BYTES = 20;
  static final int DIGITS = 6;
  static final int SECONDS = 30;

  /** A phone's clock may be off by as many steps. */
  private static final int WINDOW = 1;

  private OneTimeCodes() {}

  /**
   * The step whose code this is, of those around now.
   *
   * @param after the last step whose code was used: it and earlier ones are over
   */
  static OptionalLong step(byte[] key, String code, Instant now, long after) {
    long current = now.getEpochSecond() / SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - WINDOW; step <= current + WINDOW; step++) {
      boolean same =
          MessageDigest.isEqual(
              at(key, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.UTF_8));
      if (same && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String at(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
    }
  }
}
