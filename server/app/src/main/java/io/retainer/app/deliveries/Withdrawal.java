package io.retainer.app.deliveries;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps all that has not left of some runs from leaving, within the transaction of who removes
 * their schedule. The owner need not be told: who does it knows.
 */
public final class Withdrawal {

  private final Clock clock;

  public Withdrawal(Clock clock) {
    this.clock = clock;
  }

  /**
   * Mails and internal copies that wait are stopped. What is being handed over just then may still
   * arrive, but is not tried again.
   *
   * @param by who removes the schedule
   * @return the runs of which mails were stopped
   */
  public List<String> of(Handle handle, List<String> runs, String by) {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<String> stopped =
        handle
            .createQuery(
                """
                select distinct run_id from delivery
                where run_id in (<runs>) and state = 'queued'
                """)
            .bindList("runs", runs)
            .mapTo(String.class)
            .list();
    String answer = Said.STOPPED_REMOVING.of(by);
    // At once, as a mail may go from the one state to the other meanwhile. What is being sent and
    // has no time of a next attempt is to have none: see DeliveryProgress.
    change(
        handle,
        """
        update delivery
        set state = case when state = 'queued' then 'failed' else state end,
            told_at = case when state = 'queued' then cast(:now as timestamp with time zone)
              else told_at end,
            answer = :answer, updated_at = :now, next_attempt_at = null
        where run_id in (<runs>) and state in ('queued', 'sending')
        """,
        runs,
        answer);
    change(
        handle,
        """
        update run_copy
        set state = 'failed', answer = :answer, updated_at = :now, next_attempt_at = null,
            told_at = :now
        where run_id in (<runs>) and state = 'queued' and kind = 'internal'
        """,
        runs,
        answer);
    return stopped;
  }

  private void change(Handle handle, String statement, List<String> runs, String answer) {
    handle
        .createUpdate(statement)
        .bindList("runs", runs)
        .bind("answer", answer)
        .bind("now", clock.instant())
        .execute();
  }
}
