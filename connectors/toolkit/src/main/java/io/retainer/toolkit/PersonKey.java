package io.retainer.toolkit;

import io.retainer.spi.ReadSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes the key by which a person is counted from a customer number or an address, so that neither
 * is kept: SHA-256, salted with the setting {@code salt} when there is one.
 */
public final class PersonKey {

  private final MessageDigest digest;
  private final byte[] salt;

  private PersonKey(String salt) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    this.salt = salt.getBytes(StandardCharsets.UTF_8);
  }

  public static PersonKey of(ReadSettings settings) {
    return new PersonKey(settings.values().getOrDefault("salt", ""));
  }

  /**
   * @param id an e-mail address in any case, or a customer number
   * @return null for a blank id: an unknown customer
   */
  public String key(String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    digest.update(salt);
    byte[] hash =
        digest.digest(Words.trim(id).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }
}
