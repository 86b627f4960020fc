package io.retainer.app.access;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Role and clients, as a form and as a program says them. */
final class ReachInput {

  private ReachInput() {}

  /**
   * @param chosen without problems
   */
  static Reach of(Workspace workspace, ReachForm chosen) {
    Role role = chosen.role().orElseThrow();
    return chosen.sees().equals("some")
        ? new Reach(role, Optional.of(clients(workspace, List.copyOf(chosen.clients()))))
        : Reach.everywhere(role);
  }

  /** Without clients, or with null for them, it is all there are and will be. */
  static Reach of(Workspace workspace, JsonInput input) {
    Optional<Role> role = input.read(input.required("role"), Role::of);
    List<String> clients = input.texts("clients");
    boolean some = input.hasList("clients");
    input.check();
    return some
        ? new Reach(role.orElseThrow(), Optional.of(clients(workspace, clients)))
        : Reach.everywhere(role.orElseThrow());
  }

  private static Set<ClientId> clients(Workspace workspace, List<String> ids) {
    Set<ClientId> clients = new LinkedHashSet<>();
    for (String id : ids) {
      clients.add(workspace.clients().named(Input.value(id, ClientId::new)).id());
    }
    return clients;
  }
}
