package io.retainer.app.schedules;

import io.retainer.app.audit.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that was saved.
 *
 * @param added how many schedules it added
 * @param changed how many it changed
 * @param undone by whom; empty when it was not
 */
public record SavedTable(
    String id,
    String by,
    Instant at,
    int added,
    int changed,
    List<Change> changes,
    Optional<String> undone) {

  public SavedTable {
    changes = List.copyOf(changes);
  }

  /** Has the log of each client say that its schedules were saved, or undone, with others. */
  SavedTable written(Parts log) {
    for (Change change : changes) {
      String client = change.after().get(TableColumn.CLIENT.word());
      log.does("/clients/%s/schedules/%s".formatted(client, change.id()), () -> true);
    }
    return this;
  }

  /**
   * What it did to a schedule, by column.
   *
   * @param before empty when it added the schedule
   */
  record Change(String id, Map<String, String> before, Map<String, String> after) {}
}
