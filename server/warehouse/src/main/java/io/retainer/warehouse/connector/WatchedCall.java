package io.retainer.warehouse.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One call of a connector, on a thread of its own whose context class loader is the connector's.
 * Whatever the connector does there ends in a value, an {@link IOException} of the file or a {@link
 * ConnectorFailure}. A call that takes too long is cut off: its thread is interrupted, it can read
 * no more bytes, and nothing that it hands over is taken any more.
 */
final class WatchedCall {

  /** What is to be done. */
  interface Step<T> {
    T take(Handover over) throws Exception;
  }

  /** Ends a call that goes on after it was cut off. No exception, as strangers catch those. */
  static final class CutOff extends Error {
    private static final long serialVersionUID = 1;

    CutOff() {
      super("The server has given this call up", null, false, false);
    }
  }

  private final CallsUnderWay others;
  private final Duration silence;
  private final Duration whole;
  private final Handover over = new Handover(this);
  private final long begun = System.nanoTime();
  private volatile long lastSign = begun;
  private volatile boolean isCutOff;

  WatchedCall(CallsUnderWay others, Duration silence, Duration whole) {
    this.others = others;
    this.silence = silence;
    this.whole = whole;
  }

  /** The connector did something; a call that was cut off ends here. */
  void sign() {
    if (isCutOff) {
      throw new CutOff();
    }
    lastSign = System.nanoTime();
  }

  <T> T run(String name, ClassLoader loader, Step<T> step) throws IOException {
    others.admit(name);
    FutureTask<T> task = new FutureTask<>(() -> others.during(this, () -> worked(step)));
    Thread thread = new Thread(task, "connector " + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      takeOver(thread);
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorFailure("the server is stopping");
    } finally {
      cutOff(name, thread, task);
    }
  }

  private <T> T worked(Step<T> step) throws Exception {
    try {
      return step.take(over);
    } finally {
      if (!isCutOff) {
        // Left behind by the connector itself; it would keep the end from being told.
        Thread.interrupted();
      }
      over.end();
    }
  }

  /** Does on this thread what the connector hands over, until it has ended. */
  private void takeOver(Thread thread) throws InterruptedException {
    while (true) {
      long now = System.nanoTime();
      long left = Math.min(silence.toNanos() - (now - lastSign), whole.toNanos() - (now - begun));
      List<Runnable> steps = over.take(Math.max(left, 1));
      if (steps == null) {
        giveUpWhenDue(thread);
      } else if (steps.isEmpty()) {
        return;
      } else {
        steps.forEach(Runnable::run);
        // The time that the server took for them is not the connector's.
        lastSign = System.nanoTime();
        giveUpWhenDue(thread);
      }
    }
  }

  private void giveUpWhenDue(Thread thread) {
    long now = System.nanoTime();
    if (now - begun >= whole.toNanos()) {
      throw new ConnectorFailure(
          "it was not done after " + words(whole) + " and was stopped" + place(thread));
    }
    if (now - lastSign >= silence.toNanos()) {
      throw new ConnectorFailure(
          "it did nothing for " + words(silence) + " and was stopped" + place(thread));
    }
  }

  private void cutOff(String name, Thread thread, FutureTask<?> task) {
    isCutOff = true;
    if (!task.isDone()) {
      others.stuck(this, name);
      thread.interrupt();
    }
  }

  /** Where it hangs, for its author. */
  private static String place(Thread thread) {
    for (StackTraceElement element : thread.getStackTrace()) {
      String in = element.getClassName();
      if (!in.startsWith("java.") && !in.startsWith("jdk.") && !in.startsWith("sun.")) {
        return in.startsWith(WatchedCall.class.getPackageName()) ? "" : ", at " + element;
      }
    }
    return "";
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  private static IOException rethrown(Throwable thrown) {
    if (thrown instanceof IOException file) {
      return file;
    }
    throw new ConnectorFailure(thrown);
  }
}
