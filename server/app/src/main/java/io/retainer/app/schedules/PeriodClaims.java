package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Takes the periods of schedules: by the clock, for somebody, or to leave them out. */
final class PeriodClaims {

  private final Occurrences occurrences;
  private final Supplier<Jdbi> state;
  private final Clock clock;

  PeriodClaims(Occurrences occurrences, Supplier<Jdbi> state, Clock clock) {
    this.occurrences = occurrences;
    this.state = state;
    this.clock = clock;
  }

  /**
   * What the clock plans.
   *
   * @param held why it is held from the beginning
   */
  record Planned(Schedule.Time time, Optional<Reason> held) {}

  /** Plans the times that have come. Of several processes that see the same times, one does. */
  void plan(Schedules.Watched watched, Instant now, List<Planned> planned) {
    String schedule = watched.schedule().id();
    state
        .get()
        .useTransaction(
            handle -> {
              int mine =
                  handle
                      .createUpdate(
                          """
                          update report_schedule set planned_until = :now
                          where id = :id and planned_until = :seen and enabled
                          """)
                      .bind("id", schedule)
                      .bind("seen", watched.plannedUntil())
                      .bind("now", now)
                      .execute();
              if (mine == 1) {
                planned.forEach(each -> insert(handle, schedule, each));
              }
            });
  }

  /** A period that somebody has already had run stays theirs, unless nothing went out then. */
  private void insert(Handle handle, String schedule, Planned planned) {
    Period period = planned.time().period();
    Optional<Occurrence> latest = Occurrences.latest(handle, schedule, period);
    boolean isOpen =
        latest.isEmpty()
            || latest.get().requestedBy().isPresent()
                && (latest.get().state() == Occurrence.State.HELD
                    || latest.get().state() == Occurrence.State.REJECTED);
    if (isOpen) {
      insert(
          handle,
          new Claim(
              schedule,
              period,
              latest.map(earlier -> earlier.repetition() + 1).orElse(0),
              planned.time().at(),
              planned.held().isPresent() ? Occurrence.State.HELD : Occurrence.State.PLANNED,
              planned.held(),
              Optional.empty(),
              Optional.empty()),
          clock.instant());
    }
  }

  /**
   * Writes down what a change of a schedule makes it miss, unless somebody has taken it; what an
   * earlier change made it miss, and this one does not, comes after all.
   */
  static void note(Handle handle, String schedule, Missed.Change change, Instant now) {
    for (Period period : change.coming()) {
      Occurrences.latest(handle, schedule, period)
          .filter(each -> each.state() == Occurrence.State.HELD && each.run().isEmpty())
          .filter(each -> each.reason().filter(Reason::isOfChange).isPresent())
          .ifPresent(each -> handle.execute("delete from occurrence where id = ?", each.id()));
    }
    for (Missed missed : change.missed()) {
      if (Occurrences.latest(handle, schedule, missed.period()).isEmpty()) {
        insert(
            handle,
            new Claim(
                schedule,
                missed.period(),
                0,
                missed.plannedFor(),
                missed.state(),
                Optional.of(missed.reason()),
                Optional.empty(),
                Optional.empty()),
            now);
      }
    }
  }

  /**
   * Takes a period for somebody.
   *
   * @param repetition one more than that of the latest, 0 when there is none
   * @param correction why it is issued once more; empty when nobody says
   * @return empty when somebody else has just taken it
   */
  Optional<Occurrence> request(
      String schedule, Period period, int repetition, String by, Optional<String> correction) {
    try {
      String id =
          state
              .get()
              .inTransaction(
                  handle -> {
                    refuseRemoved(handle, schedule);
                    return insert(
                        handle,
                        new Claim(
                            schedule,
                            period,
                            repetition,
                            clock.instant(),
                            Occurrence.State.PLANNED,
                            Optional.empty(),
                            Optional.of(by),
                            correction),
                        clock.instant());
                  });
      return occurrences.find(id);
    } catch (UnableToExecuteStatementException e) {
      Optional<Occurrence> taken = occurrences.latest(schedule, period);
      if (taken.isEmpty() || taken.get().repetition() < repetition) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Who is as quick as somebody who removes it reads that it is gone. */
  private static void refuseRemoved(Handle handle, String schedule) {
    if (!Schedules.isThere(handle, schedule)) {
      throw Refusal.missing(schedule);
    }
  }

  /**
   * What was claimed before its time, by a clock that was ahead, is given back and comes at its
   * time; unless it was made by then, or is a person's. What waits is looked at now.
   *
   * @return how many periods
   */
  int giveBack(Instant now) {
    return state
        .get()
        .inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      "update report_schedule set planned_until = :now where planned_until > :now")
                  .bind("now", now)
                  .execute();
              handle
                  .createUpdate(
                      "update occurrence set look_again_at = :now where look_again_at > :now")
                  .bind("now", now)
                  .execute();
              return handle
                  .createUpdate(
                      """
                      delete from occurrence
                      where state in ('planned', 'held') and run_id is null
                        and requested_by is null and planned_for > :now
                      """)
                  .bind("now", now)
                  .execute();
            });
  }

  private record Claim(
      String schedule,
      Period period,
      int repetition,
      Instant plannedFor,
      Occurrence.State state,
      Optional<Reason> reason,
      Optional<String> by,
      Optional<String> correction) {}

  private static String insert(Handle handle, Claim claim, Instant now) {
    String id = UUID.randomUUID().toString();
    handle
        .createUpdate(
            """
            insert into occurrence
              (id, schedule_id, period, repetition, state, reason, requested_by, correction,
               planned_for, created_at, finished_at)
            values (:id, :schedule, :period, :repetition, :state, :reason, :by, :correction,
               :plannedFor, :now, :finished)
            """)
        .bind("id", id)
        .bind("schedule", claim.schedule())
        .bind("period", claim.period().toString())
        .bind("repetition", claim.repetition())
        .bind("state", claim.state().word())
        .bind("reason", claim.reason().map(Reason::stored).orElse(null))
        .bind("by", claim.by().orElse(null))
        .bind("correction", claim.correction().orElse(null))
        .bind("plannedFor", claim.plannedFor())
        .bind("now", now)
        .bind("finished", claim.state().isOver() ? now : null)
        .execute();
    return id;
  }

  /**
   * Leaves a period out: the claim of a period that nobody has taken yet.
   *
   * @return empty when somebody has just taken it
   */
  Optional<Occurrence> skip(String schedule, Period period, Instant plannedFor, String by) {
    String id = UUID.randomUUID().toString();
    int mine =
        state
            .get()
            .inTransaction(
                handle -> {
                  refuseRemoved(handle, schedule);
                  return handle
                      .createUpdate(
                          """
                          insert into occurrence
                            (id, schedule_id, period, repetition, state, requested_by,
                             planned_for, created_at, finished_at)
                          select :id, :schedule, :period, 0, 'skipped', :by,
                             :plannedFor, :now, :now
                          where not exists
                            (select 1 from occurrence
                             where schedule_id = :schedule and period = :period)
                          """)
                      .bind("id", id)
                      .bind("schedule", schedule)
                      .bind("period", period.toString())
                      .bind("by", by)
                      .bind("plannedFor", plannedFor)
                      .bind("now", clock.instant())
                      .execute();
                });
    return mine == 1 ? occurrences.find(id) : Optional.empty();
  }

  /**
   * Leaves out one that waits for a person, for data or for its paused schedule.
   *
   * @return false when it does not wait any more
   */
  boolean leaveOut(Occurrence waiting, String by) {
    return change(
            """
            update occurrence
            set state = 'skipped', requested_by = :by, reason = null, look_again_at = null,
              finished_at = :now
            where id = :id and (state = 'held'
              or state = 'planned' and requested_by is null and approved_by is null
                and not exists (select 1 from delivery where delivery.run_id = occurrence.run_id))
            """,
            Map.of("id", waiting.id(), "by", by, "now", clock.instant()))
        == 1;
  }

  /**
   * @return false when it was not left out
   */
  boolean unskip(String schedule, Period period) {
    return change(
            """
            delete from occurrence
            where schedule_id = :schedule and period = :period and state = 'skipped'
              and repetition = 0 and planned_for > :now
            """,
            Map.of("schedule", schedule, "period", period.toString(), "now", clock.instant()))
        == 1;
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(handle -> handle.createUpdate(statement).bindMap(arguments).execute());
  }
}
