package io.retainer.app.access;

import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do, and for which clients.
 *
 * @param clients those they see; empty for all there are and will be
 */
public record Reach(Role role, Optional<Set<ClientId>> clients) {

  public Reach {
    if (role == Role.OWNER && clients.isPresent()) {
      throw Problem.invalid("An owner sees all clients. Choose another role, or all clients.");
    }
    if (clients.isPresent() && clients.get().isEmpty()) {
      throw Problem.invalid("Choose at least one client, or all clients.");
    }
    clients = clients.map(Set::copyOf);
  }

  static Reach everywhere(Role role) {
    return new Reach(role, Optional.empty());
  }
}
