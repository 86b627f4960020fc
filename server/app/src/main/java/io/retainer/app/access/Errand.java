package io.retainer.app.access;

import io.retainer.app.oidc.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a browser is sent to the provider for, as its cookie keeps it. All that ties the way back to
 * this browser is derived from the whole of it, so that no part can be exchanged.
 *
 * @param about a page of ours, the secret of an invitation or the id of an account
 */
record Errand(String secret, Kind kind, String about) {

  /** What is to happen when it comes back. */
  enum Kind {
    ENTER,
    ACCEPT,
    CONNECT
  }

  static Errand fresh(Kind kind, String about) {
    return new Errand(Secrets.fresh(), kind, about);
  }

  /**
   * @param cookie null without one
   */
  static Optional<Errand> of(String cookie) {
    String[] parts = cookie == null ? new String[0] : cookie.split("[.]", -1);
    if (parts.length != 3 || !parts[0].matches("[A-Za-z0-9_-]{43}")) {
      return Optional.empty();
    }
    try {
      byte[] about = Base64.getUrlDecoder().decode(parts[2]);
      return Optional.of(
          new Errand(parts[0], Kind.valueOf(parts[1]), new String(about, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  String cookie() {
    byte[] bytes = about.getBytes(StandardCharsets.UTF_8);
    return secret
        + "."
        + kind
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  Attempt attempt() {
    return new Attempt(derived("state"), derived("nonce"), derived("verifier"));
  }

  private String derived(String part) {
    return Secrets.derived("provider-" + part, cookie());
  }
}
