package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home in which schedules were removed by a version that left what was under way alone. */
class RemovedBeforeTest {

  private static final String BEFORE = "172";

  @TempDir Path home;

  @Test
  void whatWasUnderWayEndsWithTheUpgradeAndWhatGoesOnGoesOn() throws SQLException {
    Path database = home.resolve("retainer");
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + database);
    source.setUser("sa");
    source.setPassword("");
    Flyway.configure().dataSource(source).target(BEFORE).load().migrate();
    try (var connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into report_schedule (id, client, report, rule, kind, locale, formats, recipients,
            enabled, planned_until, created_by, created_at)
          values ('there', 'acme', 'seo', 'day 5 at 08:00', 'month', 'en', 'pdf', 'a@b.example',
            true, current_timestamp, 'olga', current_timestamp)
          """);
      run(statement, "goes-on", "there", "2026-10", "held");
      run(statement, "reviewed", "gone", "2026-10", "held");
      run(statement, "half-sent", "gone", "2026-09", "issued");
      run(statement, "sent", "gone", "2026-08", "issued");
      run(statement, "copied", "gone", "2026-08", "computed");
      run(statement, "rejected", "gone", "2026-07", "rejected");
      mail(statement, "goes-on", "queued");
      mail(statement, "half-sent", "queued");
      mail(statement, "sent", "sent");
    }

    try (State state = State.open(database)) {
      assertThat(withdrawn(state, "reviewed")).isTrue();
      assertThat(withdrawn(state, "half-sent")).isTrue();
      for (String other : new String[] {"goes-on", "sent", "copied", "rejected"}) {
        assertThat(withdrawn(state, other)).as(other).isFalse();
      }
      assertThat(text(state, "select state from delivery where id = 'goes-on'")).hasValue("queued");
      assertThat(text(state, "select state from delivery where id = 'sent'")).hasValue("sent");
      assertThat(text(state, "select state from delivery where id = 'half-sent'"))
          .hasValue("failed");
      assertThat(text(state, "select answer from delivery where id = 'half-sent'"))
          .hasValue("Stopped by the upgrade, as its schedule had been removed.");
    }
  }

  private static void run(
      Statement statement, String id, String schedule, String period, String step)
      throws SQLException {
    statement.execute(
        """
        insert into report_run (id, client, report, period, locale, formats, state, requested_by,
          requested_at, schedule_id)
        values ('%s', 'acme', 'seo', '%s', 'en', 'pdf', 'ready', 'schedule', current_timestamp, '%s')
        """
            .formatted(id, period, schedule));
    statement.execute(
        "insert into run_step (id, run_id, kind, at, note) values ('%s-%s', '%s', '%s', current_timestamp, '')"
            .formatted(id, step, id, step));
  }

  private static void mail(Statement statement, String run, String state) throws SQLException {
    statement.execute(
        """
        insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
          interrupted, created_at, updated_at, next_attempt_at)
        values ('%s', '%s', 'acme', 'a@b.example', '%s', '%s', 1, false, current_timestamp,
          current_timestamp, current_timestamp)
        """
            .formatted(run, run, run, state));
  }

  private static boolean withdrawn(State state, String run) {
    return text(
            state, "select kind from run_step where kind = 'withdrawn' and run_id = '" + run + "'")
        .isPresent();
  }

  private static Optional<String> text(State state, String question) {
    return state
        .jdbi()
        .withHandle(handle -> handle.createQuery(question).mapTo(String.class).findOne());
  }
}
