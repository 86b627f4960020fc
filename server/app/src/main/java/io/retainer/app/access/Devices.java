package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.workspace.sealing.SealingException;
import io.retainer.workspace.sealing.SealingKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Browsers that have signed in to an account before: each keeps a word of its own, sealed for that
 * account's name. Wrong passwords that others send do not keep it out (the device cookies of
 * OWASP); it lets nobody in.
 */
public final class Devices {

  static final Duration LIFETIME = Duration.ofDays(400);

  private static final int LONGEST = 200;

  private final Supplier<SealingKey> key;

  public Devices(Supplier<SealingKey> key) {
    this.key = key;
  }

  /** The word for a browser that has just signed in. */
  String word(Account account) {
    try {
      SealingKey.Sealed sealed = key.get().seal(fresh(), owner(account.name()));
      String bytes = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.bytes());
      return sealed.keyId() + "." + bytes;
    } catch (SealingException e) {
      // Who signs in to a server whose key is lost is let in, and new at the next time.
      return "";
    }
  }

  /** 128 bits: it has to fit into a cookie, and only to be told from others. */
  private static String fresh() {
    return Secrets.fresh().substring(0, 22);
  }

  /**
   * What a browser brings, if it is the word for this name; the same each time.
   *
   * @param cookie null without one
   */
  Optional<String> known(String cookie, String name) {
    int dot = cookie == null || cookie.length() > LONGEST ? -1 : cookie.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cookie.substring(dot + 1));
      return Optional.of(
          key.get().open(new SealingKey.Sealed(cookie.substring(0, dot), bytes), owner(name)));
    } catch (SealingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String owner(String name) {
    return "device of " + name;
  }
}
