package io.retainer.warehouse.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * From a connector's thread to the importing one, in order and some hundreds at a time. The
 * connector never touches what the server has, and both work at once.
 */
final class Handover {

  private static final int BATCH = 256;
  private static final int WAITING = 4;

  private final WatchedCall call;
  private final BlockingQueue<List<Runnable>> waiting = new ArrayBlockingQueue<>(WAITING);
  private List<Runnable> batch = new ArrayList<>(BATCH);

  Handover(WatchedCall call) {
    this.call = call;
  }

  /** Hands over something to be done on the importing thread. Called by the connector's. */
  synchronized void give(Runnable step) {
    batch.add(step);
    if (batch.size() == BATCH) {
      send();
    }
  }

  private void send() {
    List<Runnable> full = batch;
    batch = new ArrayList<>(BATCH);
    boolean isTaken = false;
    while (!isTaken) {
      call.sign();
      try {
        isTaken = waiting.offer(full, 200, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WatchedCall.CutOff();
      }
    }
  }

  /** Nothing comes after this. */
  synchronized void end() {
    if (!batch.isEmpty()) {
      send();
    }
    send();
  }

  /**
   * Takes what comes next.
   *
   * @return null when nothing came in time; empty at the end
   */
  List<Runnable> take(long nanoseconds) throws InterruptedException {
    return waiting.poll(nanoseconds, TimeUnit.NANOSECONDS);
  }
}
