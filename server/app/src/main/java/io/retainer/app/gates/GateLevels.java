package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.client.ClientId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** How much gates matter to a client or a schedule, where that differs from the usual. */
public final class GateLevels {

  /** Stands where other owners have an id. */
  static final String AGENCY = "agency";

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public GateLevels(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Whose levels they are. */
  public enum Owner {
    AGENCY,
    CLIENT,
    SCHEDULE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The level of each gate: a schedule's own word comes first, then its client's, then the
   * agency's, then the usual.
   */
  Map<String, GateLevel> inForce(
      Map<String, GateLevel> usual, ClientId client, Optional<String> schedule) {
    Map<String, GateLevel> levels = new LinkedHashMap<>(usual);
    of(Owner.AGENCY, AGENCY).forEach(levels::replace);
    of(Owner.CLIENT, client.value()).forEach(levels::replace);
    schedule.ifPresent(id -> of(Owner.SCHEDULE, id).forEach(levels::replace));
    return levels;
  }

  /** What each level is for this owner where it says nothing itself. */
  Map<String, GateLevel> inherited(
      Map<String, GateLevel> usual, Owner owner, Optional<ClientId> client) {
    Map<String, GateLevel> levels = new LinkedHashMap<>(usual);
    if (owner != Owner.AGENCY) {
      of(Owner.AGENCY, AGENCY).forEach(levels::replace);
    }
    if (owner == Owner.SCHEDULE) {
      of(Owner.CLIENT, client.orElseThrow().value()).forEach(levels::replace);
    }
    return levels;
  }

  /** What was said for this owner, by gate. */
  Map<String, GateLevel> of(Owner owner, String id) {
    return state
        .get()
        .withHandle(
            handle -> {
              Map<String, GateLevel> levels = new LinkedHashMap<>();
              handle
                  .createQuery(
                      "select gate, level from gate_level where owner_kind = :kind and owner_id = :id")
                  .bind("kind", owner.word())
                  .bind("id", id)
                  .map(
                      (row, context) ->
                          Map.entry(row.getString("gate"), GateLevel.of(row.getString("level"))))
                  .forEach(each -> levels.put(each.getKey(), each.getValue()));
              return levels;
            });
  }

  /** Says all of them anew; a gate that is not named has its usual level again. */
  public void set(Owner owner, String id, Map<String, GateLevel> wanted, String by) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute(
                  "delete from gate_level where owner_kind = ? and owner_id = ?", owner.word(), id);
              wanted.forEach(
                  (gate, level) ->
                      handle
                          .createUpdate(
                              """
                              insert into gate_level
                                (owner_kind, owner_id, gate, level, set_by, set_at)
                              values (:kind, :id, :gate, :level, :by, :now)
                              """)
                          .bind("kind", owner.word())
                          .bind("id", id)
                          .bind("gate", gate)
                          .bind("level", level.word())
                          .bind("by", by)
                          .bind("now", clock.instant())
                          .execute());
            });
  }
}
