package io.retainer.warehouse.connector;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The calls of one JAR. A thread that was given up cannot be killed and may stay busy for ever, so
 * a JAR that has several of them is not called any more.
 */
final class CallsUnderWay {

  private static final int MOST_STUCK = 3;

  private final Set<WatchedCall> running = new HashSet<>();
  private final Set<WatchedCall> stuck = new HashSet<>();

  synchronized void admit() {
    if (stuck.size() >= MOST_STUCK) {
      throw new ConnectorFailure(
          stuck.size()
              + " of its calls never ended, so it is not asked any more; replace its JAR, or start"
              + " the server again");
    }
  }

  <T> T during(WatchedCall call, Callable<T> work) throws Exception {
    synchronized (this) {
      running.add(call);
    }
    try {
      return work.call();
    } finally {
      synchronized (this) {
        running.remove(call);
        stuck.remove(call);
      }
    }
  }

  synchronized void stuck(WatchedCall call) {
    if (running.contains(call)) {
      stuck.add(call);
    }
  }
}
