package io.retainer.warehouse.connector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * The calls of one JAR. A thread that was given up cannot be killed and may stay busy for ever, so
 * a connector that has such a call is set aside until the call ends, and a JAR that has several of
 * them is not called any more.
 */
final class CallsUnderWay {

  private static final int MOST_STUCK = 3;

  private final Set<WatchedCall> running = new HashSet<>();
  private final Map<WatchedCall, String> stuck = new HashMap<>();

  synchronized void admit(String name) {
    if (stuck.containsValue(name)) {
      throw new ConnectorFailure(
          "it is set aside, as an earlier call of it never ended; replace its JAR, or start the"
              + " server again");
    }
    if (stuck.size() >= MOST_STUCK) {
      throw new ConnectorFailure(
          stuck.size()
              + " calls of its JAR never ended, so it is not asked any more; replace its JAR, or"
              + " start the server again");
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

  synchronized void stuck(WatchedCall call, String name) {
    if (running.contains(call)) {
      stuck.put(call, name);
    }
  }

  /** Connectors that are not called, as a call of theirs goes on although it was given up. */
  synchronized Set<String> setAside() {
    return new TreeSet<>(stuck.values());
  }
}
