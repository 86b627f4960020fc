package io.retainer.app.shell;

import io.retainer.workspace.ClientScope;
import java.util.Optional;

/**
 * Somebody who may sign in, or a program with a token.
 *
 * @param name what they sign in with and what the log shows
 * @param isLimited whether they see only the clients that are listed for them
 * @param owesSecondStep whether their role asks for a second step that they have not set up
 */
public record Account(
    String id, String name, Role role, boolean isLimited, boolean owesSecondStep) {

  public Account(String id, String name, Role role, boolean isLimited) {
    this(id, name, role, isLimited, false);
  }

  /** Somebody who sees all clients. */
  public Account(String id, String name, Role role) {
    this(id, name, role, false);
  }

  public ClientScope scope() {
    return new ClientScope(
        isLimited ? Optional.of(id) : Optional.empty(), role == Role.STAKEHOLDER);
  }
}
