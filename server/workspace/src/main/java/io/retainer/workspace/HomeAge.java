package io.retainer.workspace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Which versions a home went through, from the one that made it to the one it has.
 *
 * @param steps at least one in a state that was ever opened
 */
public record HomeAge(List<Step> steps) {

  /** Migrations of one start lie nearer together than this. */
  private static final Duration ONE_START = Duration.ofMinutes(10);

  /**
   * @param version of the tables, as in {@code V101}
   * @param at when it was reached, by the machine's clock of then
   */
  public record Step(String version, LocalDateTime at) {}

  public static HomeAge of(DataSource state) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Connection connection = state.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select "version", "installed_on" from "flyway_schema_history"
                where "version" is not null and "success" order by "installed_rank"
                """)) {
      while (rows.next()) {
        var step = new Step("V" + rows.getString(1), rows.getTimestamp(2).toLocalDateTime());
        if (!steps.isEmpty()
            && Duration.between(steps.get(steps.size() - 1).at(), step.at()).compareTo(ONE_START)
                < 0) {
          steps.remove(steps.size() - 1);
        }
        steps.add(step);
      }
    }
    return new HomeAge(List.copyOf(steps));
  }

  /** Of a file that nobody works with. */
  public static HomeAge ofFile(java.nio.file.Path database) throws SQLException {
    return of(new StateInFile(database).readOnly());
  }

  /** {@code made with V85 on 2026-11-20, V101 since 2026-11-26}. */
  public String sentence() {
    var text = new StringBuilder();
    for (Step step : steps) {
      text.append(
          text.isEmpty()
              ? "made with %s on %s".formatted(step.version(), step.at().toLocalDate())
              : ", %s since %s".formatted(step.version(), step.at().toLocalDate()));
    }
    return text.isEmpty() ? "never opened" : text.toString();
  }
}
