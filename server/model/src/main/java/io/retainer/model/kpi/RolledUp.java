package io.retainer.model.kpi;

import java.util.List;

/**
 * One KPI of several clients, and of all of them together.
 *
 * @param clients a figure of each client, in the order asked
 * @param total of those that have one. Where clients are missing from it, it is partial and its
 *     reason names them; its changes are those of the clients that both periods have
 */
public record RolledUp(KpiDescriptor kpi, How how, List<KpiFigure> clients, KpiFigure total) {

  public RolledUp {
    clients = List.copyOf(clients);
  }

  /** What the total is made by. */
  public enum How {
    /** Clients' amounts and counts are added. */
    ADDED,
    /** The last level of each client is added; who is counted at several counts at each. */
    LEVELS_ADDED,
    /** Computed again from the added parts of the clients, never from their rates. */
    RECOMPUTED,
    /** There is no total of several clients. */
    NONE
  }
}
