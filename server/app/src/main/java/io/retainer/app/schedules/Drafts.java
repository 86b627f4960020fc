package io.retainer.app.schedules;

import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.model.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What the agency's own people were shown, and what they said to it. */
public final class Drafts {

  private static final String NOT_BEGUN =
      """
      not exists (select 1 from occurrence done
        where done.schedule_id = :schedule and done.period = :period)
      """;

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final RunSteps steps;

  public Drafts(Supplier<Jdbi> state, Clock clock, RunSteps steps) {
    this.state = state;
    this.clock = clock;
    this.steps = steps;
  }

  /** Takes a period that has neither been shown nor begun. Of several who try, one gets it. */
  boolean claim(Schedule schedule, Schedule.Time time) {
    return change(
            """
            insert into draft (schedule_id, period, planned_for, shown, created_at)
            select :schedule, :period, :plannedFor, false, :now
            where not exists
              (select 1 from draft where schedule_id = :schedule and period = :period) and
            """
                + NOT_BEGUN,
            Map.of(
                "schedule", schedule.id(),
                "period", time.period().toString(),
                "plannedFor", time.at(),
                "now", clock.instant()))
        == 1;
  }

  void uses(Draft draft, String run) {
    change(
        "update draft set run_id = :run where schedule_id = :schedule and period = :period",
        Map.of("run", run, "schedule", draft.schedule(), "period", draft.period().toString()));
  }

  void shown(Draft draft) {
    change(
        "update draft set shown = true where schedule_id = :schedule and period = :period",
        Map.of("schedule", draft.schedule(), "period", draft.period().toString()));
  }

  /** Claimed ones, of which not every copy is on its way yet. */
  List<Draft> unshown() {
    return list("not shown", Map.of());
  }

  Optional<Draft> ofRun(String run) {
    return list("run_id = :run", Map.of("run", run)).stream().findFirst();
  }

  /** What somebody does not want to go out like this. */
  Optional<Draft> rejected(String schedule, Period period) {
    return list(
            "schedule_id = :schedule and period = :period and rejected_by is not null",
            Map.of("schedule", schedule, "period", period.toString()))
        .stream()
        .findFirst();
  }

  /**
   * Says no to a draft, or takes that back, in one piece with the step in its run's life.
   *
   * @param isRejection whether it shall not go out like this
   * @return false when the period has begun to go out, or it says so already
   */
  boolean decide(Draft draft, String run, boolean isRejection, String by, String note) {
    return state
        .get()
        .inTransaction(
            handle -> {
              int changed =
                  handle
                      .createUpdate(
                          """
                          update draft set rejected_by = :rejectedBy, reason = :reason
                          where schedule_id = :schedule and period = :period
                            and (rejected_by is null) = :isRejection and
                          """
                              + NOT_BEGUN)
                      .bind("rejectedBy", isRejection ? by : null)
                      .bind("reason", isRejection ? note : null)
                      .bind("isRejection", isRejection)
                      .bind("schedule", draft.schedule())
                      .bind("period", draft.period().toString())
                      .execute();
              if (changed == 1) {
                RunStep.Kind kind = isRejection ? RunStep.Kind.REJECTED : RunStep.Kind.APPROVED;
                steps.add(handle, run, kind, Optional.of(by), note);
              }
              return changed == 1;
            });
  }

  private List<Draft> list(String condition, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from draft where " + condition)
                    .bindMap(arguments)
                    .map(Drafts::read)
                    .list());
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(handle -> handle.createUpdate(statement).bindMap(arguments).execute());
  }

  private static Draft read(ResultSet row, StatementContext context) throws SQLException {
    return new Draft(
        row.getString("schedule_id"),
        Period.parse(row.getString("period")),
        row.getObject("planned_for", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("run_id")),
        row.getBoolean("shown"),
        Optional.ofNullable(row.getString("rejected_by")),
        Optional.ofNullable(row.getString("reason")));
  }
}
