package io.retainer.app.schedules;

import io.retainer.app.deliveries.Withdrawal;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes a schedule, so that nothing goes out by it any more: its mails that wait are stopped, and
 * no report of it waits for a decision. What was sent stays as it is.
 */
final class Removal {

  /** Made, or being made, and not handed over; also what was shown before its time. */
  private static final String OPEN =
      """
      select run_id from occurrence
      where schedule_id = :id and run_id is not null
        and state in ('planned', 'rendering', 'review')
      union
      select run_id from draft
      where schedule_id = :id and run_id is not null and not exists
        (select 1 from occurrence done
         where done.schedule_id = draft.schedule_id and done.period = draft.period)
      """;

  private static final String ALL =
      """
      select run_id from occurrence where schedule_id = :id and run_id is not null
      union
      select run_id from draft where schedule_id = :id and run_id is not null
      """;

  private final Supplier<Jdbi> state;
  private final Schedules schedules;
  private final RunSteps steps;
  private final Withdrawal mails;

  Removal(Supplier<Jdbi> state, Clock clock, Schedules schedules) {
    this.state = state;
    this.schedules = schedules;
    this.steps = new RunSteps(state, clock);
    this.mails = new Withdrawal(clock);
  }

  void remove(String id, String by) {
    state.get().useTransaction(handle -> remove(handle, id, by));
  }

  private void remove(Handle handle, String id, String by) {
    // What is released just now has its mails by now, or finds no schedule any more.
    if (!Schedules.isThere(handle, id)) {
      return;
    }
    List<String> all = found(handle, ALL, id);
    Set<String> withdrawn = new TreeSet<>(found(handle, OPEN, id));
    withdrawn.addAll(mails.of(handle, all, by));
    schedules.save(handle, List.of(), List.of(), List.of(id), by);
    withdrawn.forEach(run -> steps.add(handle, run, RunStep.Kind.WITHDRAWN, Optional.of(by), ""));
  }

  private static List<String> found(Handle handle, String question, String id) {
    return handle.createQuery(question).bind("id", id).mapTo(String.class).list();
  }
}
