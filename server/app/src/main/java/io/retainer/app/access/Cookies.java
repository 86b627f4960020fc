package io.retainer.app.access;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookies of the pages. */
final class Cookies {

  static final String SESSION = "retainer-session";

  /** Of a browser that is not signed in: what its forms are tied to. */
  static final String VISIT = "retainer-visit";

  /** Of a browser that has given the password and not yet the code. */
  static final String HALFWAY = "retainer-halfway";

  /** Of a browser that is on its way to the provider: what it comes back for. */
  static final String PROVIDER = "retainer-provider";

  /** Of a browser that somebody has signed in with before. It stays when they sign out. */
  static final String DEVICE = "retainer-device";

  static final String LANGUAGE = "retainer-language";
  static final String THEME = "retainer-theme";

  private Cookies() {}

  static NewCookie set(String name, String value, Duration lifetime, boolean secure) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) lifetime.toSeconds())
        .build();
  }

  static NewCookie clear(String name, boolean secure) {
    return set(name, "", Duration.ZERO, secure);
  }
}
