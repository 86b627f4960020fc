package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whom schedules send to, as far as it is corrected where a mail did not arrive. */
public interface ScheduleRecipients {

  /** A schedule that sends a report. */
  record Use(String schedule, String report) {}

  /** The schedules of a client that a recipient is among the recipients of. */
  List<Use> sendingTo(ClientId client, String recipient);

  /**
   * Puts a recipient into the place of another one, for the next times, in the handle's
   * transaction. A schedule that is gone, or has the old one no more, stays as it is.
   *
   * @throws IllegalArgumentException when the new one cannot stand in a schedule
   */
  void replace(Handle handle, String schedule, String recipient, String now);
}
