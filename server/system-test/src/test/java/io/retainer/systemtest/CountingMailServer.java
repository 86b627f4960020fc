package io.retainer.systemtest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes mails and remembers when; for some recipients it takes its time to say so. */
final class CountingMailServer implements AutoCloseable {

  private final List<Arrival> arrivals = new ArrayList<>();
  private final String slow;
  private final Duration slowness;
  private final OwnMailServer server = new OwnMailServer(this::takes);

  /**
   * A mail.
   *
   * @param nanos of System.nanoTime, when it was said that it was taken
   */
  record Arrival(String recipient, long nanos) {}

  /**
   * @param slow domain whose mails are answered late
   */
  CountingMailServer(String slow, Duration slowness) throws IOException {
    this.slow = slow;
    this.slowness = slowness;
  }

  int port() {
    return server.port();
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  private boolean takes(String recipient) {
    if (recipient.endsWith("@" + slow)) {
      try {
        Thread.sleep(slowness.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    synchronized (this) {
      arrivals.add(new Arrival(recipient, System.nanoTime()));
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
