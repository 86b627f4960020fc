package io.retainer.app.bounces;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.ReturnAddress;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Everything that reads bounces, put together by hand. */
public final class Bounces {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Optional<BounceMailbox> mailbox;

  /**
   * @param settings of the mailbox; without one nothing is read
   * @param address where mail servers return reports to
   */
  public Bounces(
      Optional<ImapSettings> settings,
      Optional<ReturnAddress> address,
      Deliveries deliveries,
      Postman postman,
      Supplier<Jdbi> state,
      Clock clock) {
    var returnedTo = new ReturnedTo(deliveries, postman, address);
    mailbox =
        settings.map(
            imap ->
                new BounceMailbox(
                    imap, new ImapConnection(imap), new BounceCursor(state), returnedTo, clock));
  }

  /** Empty without a mailbox. */
  public Optional<RecurringTask<Void>> task() {
    return mailbox.map(
        box ->
            Tasks.recurring("bounces", FixedDelay.of(EVERY))
                .execute((instance, context) -> box.look()));
  }

  /** How the last look went; empty without a mailbox. */
  public Optional<ImapLook> last() {
    return mailbox.map(BounceMailbox::last);
  }
}
