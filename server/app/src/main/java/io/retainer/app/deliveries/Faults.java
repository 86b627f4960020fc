package io.retainer.app.deliveries;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a report that something on this side keeps from being handed over. */
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /** Puts a report into a letter and hands that over. */
  interface Sending {
    /**
     * @throws IOException when the report is no longer on the disk
     */
    Transport.Outcome send() throws IOException;
  }

  /**
   * @param what leaves, by its id, as the log has it
   */
  static Transport.Outcome guarded(String what, Sending sending) {
    try {
      return sending.send();
    } catch (IOException e) {
      return new Transport.Outcome.Refused(Said.FILES_GONE.of());
    } catch (RuntimeException e) {
      LOG.error("Sending {} failed", what, e);
      return new Transport.Outcome.NotNow(Said.FAULT.of(what));
    }
  }
}
