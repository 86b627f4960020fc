package io.retainer.app.gates;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.util.Optional;
import java.util.function.Function;

/** Finds whose levels are meant. */
public final class GateOwners {

  private final Workspace workspace;
  private final Function<String, Optional<ClientId>> schedules;

  /**
   * @param schedules whose a schedule is, by its id; empty when there is none
   */
  public GateOwners(Workspace workspace, Function<String, Optional<ClientId>> schedules) {
    this.workspace = workspace;
    this.schedules = schedules;
  }

  /**
   * @throws Problem when there is no such client or schedule
   */
  Client client(GateLevels.Owner owner, String id) {
    return workspace
        .clients()
        .named(
            owner == GateLevels.Owner.CLIENT
                ? Input.value(id, ClientId::new)
                : schedules
                    .apply(id)
                    .orElseThrow(() -> Problem.missing("There is no schedule " + id + ".")));
  }

  static GateLevels.Owner owner(String word) {
    for (GateLevels.Owner owner : GateLevels.Owner.values()) {
      if (owner != GateLevels.Owner.AGENCY && owner.word().equals(word)) {
        return owner;
      }
    }
    throw Problem.missing(
        "Gates have levels for a client or a schedule; \"" + word + "\" is neither.");
  }
}
