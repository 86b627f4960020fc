package io.retainer.app.reports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.workspace.HomeFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the files of reports that are older than the operator keeps them. What happened to a
 * report stays known, with the hashes of its files, so that a copy elsewhere can still be told from
 * a changed one.
 */
public final class OldReports {

  private static final Logger LOG = LoggerFactory.getLogger(OldReports.class);
  private static final Duration EVERY = Duration.ofHours(12);

  /** So that the first look at years of reports is none that keeps the disk from others. */
  private static final int AT_ONCE = 500;

  /**
   * Kept however old: the latest that a client was issued of each report, which the next one is
   * compared with; what waits for a person or is on its way; and what a reader outside may still
   * open.
   */
  private static final String OLD =
      """
      select run.id from report_run run
      where run.state = 'ready' and run.finished_at < :before
        and not exists (select 1 from run_step gone
          where gone.run_id = run.id and gone.kind = 'cleared')
        and not exists (select 1 from occurrence due
          where due.run_id = run.id
            and due.state in ('planned', 'rendering', 'review', 'rendered', 'held'))
        and not exists (select 1 from delivery mail
          where mail.run_id = run.id and mail.state in ('queued', 'sending'))
        and not exists (select 1 from run_copy copy
          where copy.run_id = run.id and copy.state in ('queued', 'sending'))
        and not exists (select 1 from issue_link link
          where link.run_id = run.id and link.revoked_at is null and link.expires_at > :now)
        and (not exists (select 1 from run_step issued
              where issued.run_id = run.id and issued.kind = 'issued')
          or exists (select 1 from report_run later
              join run_step issued on issued.run_id = later.id and issued.kind = 'issued'
              where later.client = run.client and later.report = run.report
                and issued.at > (select max(own.at) from run_step own
                  where own.run_id = run.id and own.kind = 'issued')))
      order by run.finished_at, run.id
      limit :most
      """;

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final Runs runs;
  private final RunSteps steps;
  private final HomeFolder home;
  private final Supplier<Optional<Duration>> keeping;

  /**
   * @param keeping how long files are kept; empty: for ever
   */
  public OldReports(
      Supplier<Jdbi> state,
      Clock clock,
      Runs runs,
      RunSteps steps,
      HomeFolder home,
      Supplier<Optional<Duration>> keeping) {
    this.keeping = keeping;
    this.state = state;
    this.clock = clock;
    this.runs = runs;
    this.steps = steps;
    this.home = home;
  }

  public RecurringTask<Void> task() {
    return Tasks.recurring("old-reports", FixedDelay.of(EVERY))
        .execute((instance, context) -> clear());
  }

  /**
   * @return how many reports have lost their files
   */
  int clear() {
    Optional<Duration> kept = keeping.get();
    if (kept.isEmpty()) {
      return 0;
    }
    List<String> old = olderThan(clock.instant().minus(kept.get()));
    int cleared = 0;
    for (String id : old) {
      Optional<Run> run = runs.find(id);
      if (run.isPresent() && isCleared(run.get(), kept.get())) {
        cleared++;
      }
    }
    if (cleared > 0) {
      LOG.info(
          "{} reports older than {} days have no files any more", cleared, kept.get().toDays());
    }
    return cleared;
  }

  private List<String> olderThan(Instant before) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(OLD)
                    .bind("before", before)
                    .bind("now", clock.instant())
                    .bind("most", AT_ONCE)
                    .mapTo(String.class)
                    .list());
  }

  /** The step comes last: who is stopped between the two removes nothing the second time. */
  private boolean isCleared(Run run, Duration kept) {
    try {
      RunFolder.of(home, run).delete();
    } catch (IOException e) {
      LOG.warn("The files of run {} cannot be removed: {}", run.id(), e.getMessage());
      return false;
    }
    steps.once(run.id(), RunStep.Kind.CLEARED, Optional.empty(), String.valueOf(kept.toDays()));
    return true;
  }
}
