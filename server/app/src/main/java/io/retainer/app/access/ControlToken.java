package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import java.util.Optional;

/**
 * How the launcher on the same machine speaks to its server: a token of this process only, readable
 * by the user who started it ({@code run/server.json}).
 */
public final class ControlToken {

  private static final Account LAUNCHER = new Account("launcher", "launcher", Role.OWNER);

  private final String secret = Secrets.fresh();
  private final String fingerprint = Secrets.fingerprint(secret);

  public String secret() {
    return secret;
  }

  Optional<Account> holder(String presented) {
    return Secrets.fingerprint(presented).equals(fingerprint)
        ? Optional.of(LAUNCHER)
        : Optional.empty();
  }
}
