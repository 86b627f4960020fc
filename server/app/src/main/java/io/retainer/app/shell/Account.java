package io.retainer.app.shell;

import io.retainer.workspace.ClientScope;
import java.util.Optional;

/**
 * Somebody who may sign in, or a program with a token.
 *
 * @param name what they sign in with and what the log shows
 * @param isLimited whether they see only the clients that are listed for them
 */
public record Account(String id, String name, Role role, boolean isLimited) {

  /** Somebody who sees all clients. */
  public Account(String id, String name, Role role) {
    this(id, name, role, false);
  }

  public ClientScope scope() {
    return new ClientScope(
        isLimited ? Optional.of(id) : Optional.empty(), role == Role.STAKEHOLDER);
  }
}
