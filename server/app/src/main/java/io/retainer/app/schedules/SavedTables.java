package io.retainer.app.schedules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables that were saved, each in one piece with what it did. */
public final class SavedTables {

  private static final int LATEST = 10;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public SavedTables(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * @param work what the table does, in the same transaction
   */
  SavedTable add(List<SavedTable.Change> changes, String by, Consumer<Handle> work) {
    int added = (int) changes.stream().filter(change -> change.before().isEmpty()).count();
    var table =
        new SavedTable(
            UUID.randomUUID().toString(),
            by,
            clock.instant(),
            added,
            changes.size() - added,
            changes,
            Optional.empty());
    state
        .get()
        .useTransaction(
            handle -> {
              work.accept(handle);
              handle
                  .createUpdate(
                      """
                      insert into schedule_table (id, saved_by, saved_at, added, changed, changes)
                      values (:id, :by, :at, :added, :changed, :changes)
                      """)
                  .bind("id", table.id())
                  .bind("by", by)
                  .bind("at", table.at())
                  .bind("added", table.added())
                  .bind("changed", table.changed())
                  .bind("changes", Json.array(changes, SavedTables::json).toString())
                  .execute();
            });
    return table;
  }

  /**
   * @param work what undoes it, in the same transaction
   * @return false when somebody else has undone it
   */
  boolean undo(String id, String by, Consumer<Handle> work) {
    return state
        .get()
        .inTransaction(
            handle -> {
              boolean isMine =
                  handle
                          .createUpdate(
                              """
                              update schedule_table set undone_by = :by, undone_at = :now
                              where id = :id and undone_by is null
                              """)
                          .bind("id", id)
                          .bind("by", by)
                          .bind("now", clock.instant())
                          .execute()
                      == 1;
              if (isMine) {
                work.accept(handle);
              }
              return isMine;
            });
  }

  List<SavedTable> latest() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from schedule_table order by saved_at desc limit :most")
                    .bind("most", LATEST)
                    .map(SavedTables::read)
                    .list());
  }

  private static ObjectNode json(SavedTable.Change change) {
    ObjectNode json = Json.object().put("id", change.id());
    json.set("before", cells(change.before()));
    json.set("after", cells(change.after()));
    return json;
  }

  private static ObjectNode cells(Map<String, String> cells) {
    ObjectNode json = Json.object();
    cells.forEach(json::put);
    return json;
  }

  private static Map<String, String> cells(JsonNode json) {
    Map<String, String> cells = new TreeMap<>();
    json.properties().forEach(each -> cells.put(each.getKey(), each.getValue().asText()));
    return cells;
  }

  private static SavedTable read(ResultSet row, StatementContext context) throws SQLException {
    List<SavedTable.Change> changes = new ArrayList<>();
    try {
      for (JsonNode each : Json.read(row.getString("changes"))) {
        changes.add(
            new SavedTable.Change(
                each.path("id").asText(), cells(each.path("before")), cells(each.path("after"))));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not written by us: saved table " + row.getString("id"), e);
    }
    return new SavedTable(
        row.getString("id"),
        row.getString("saved_by"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        row.getInt("added"),
        row.getInt("changed"),
        changes,
        Optional.ofNullable(row.getString("undone_by")));
  }
}
