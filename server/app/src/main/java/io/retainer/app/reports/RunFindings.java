package io.retainer.app.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What gates found in runs. */
public final class RunFindings {

  private static final int MOST = 50;

  private final Supplier<Jdbi> state;

  public RunFindings(Supplier<Jdbi> state) {
    this.state = state;
  }

  /** Keeps them in the place of those of an earlier attempt. */
  void keep(String run, List<Finding> findings) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute("delete from run_finding where run_id = ?", run);
              for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
                handle
                    .createUpdate(
                        """
                        insert into run_finding (run_id, position, gate, level, texts)
                        values (:run, :position, :gate, :level, :texts)
                        """)
                    .bind("run", run)
                    .bind("position", i)
                    .bind("gate", findings.get(i).gate())
                    .bind("level", findings.get(i).level().word())
                    .bind("texts", text(findings.get(i)))
                    .execute();
              }
            });
  }

  /** In the order of the gates. */
  public List<Finding> of(String run) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from run_finding where run_id = :run order by position")
                    .bind("run", run)
                    .map(RunFindings::read)
                    .list());
  }

  /** The first finding that holds each of some runs; nothing for those that none holds. */
  public Map<String, Finding> holding(List<String> runs) {
    Map<String, Finding> holding = new HashMap<>();
    if (!runs.isEmpty()) {
      state
          .get()
          .useHandle(
              handle ->
                  handle
                      .createQuery(
                          "select * from run_finding where run_id in (<runs>) order by position")
                      .bindList("runs", runs)
                      .map((row, context) -> Map.entry(row.getString("run_id"), read(row, context)))
                      .filter(each -> each.getValue().isHold())
                      .forEach(each -> holding.putIfAbsent(each.getKey(), each.getValue())));
    }
    return holding;
  }

  private static String text(Finding finding) {
    ObjectNode json = Json.object();
    finding.texts().forEach(json::put);
    return json.toString();
  }

  private static Finding read(ResultSet row, StatementContext context) throws SQLException {
    try {
      JsonNode json = Json.read(row.getString("texts"));
      Map<String, String> texts = new HashMap<>();
      json.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
      return new Finding(row.getString("gate"), GateLevel.of(row.getString("level")), texts);
    } catch (JsonProcessingException e) {
      throw new SQLException("Not written by us: " + row.getString("texts"), e);
    }
  }
}
