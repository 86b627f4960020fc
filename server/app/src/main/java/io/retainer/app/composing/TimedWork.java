package io.retainer.app.composing;

import io.retainer.app.shell.Problem;
import io.retainer.workspace.ClientScope;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that somebody waits for, no longer than a person would. Little of it goes on at a time, and
 * what is waited for no more still counts until it ends: it is not broken off, as a state database
 * in a file does not outlive that.
 */
final class TimedWork {

  private final Semaphore places;
  private final Duration longest;
  private final ExecutorService threads = Executors.newCachedThreadPool(TimedWork::named);

  TimedWork(int atATime, Duration longest) {
    this.places = new Semaphore(atATime);
    this.longest = longest;
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "preview");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What the work makes, for whoever this thread works for.
   *
   * @throws Problem when too much of it goes on, or it takes too long
   */
  <T> T of(Supplier<T> work) {
    if (!places.tryAcquire()) {
      // They may be one's own: of a page that was left, or a preview that nobody waits for any
      // more.
      throw Problem.tooMany(
          "As many previews as the server makes at a time are being made. Try again in some seconds.");
    }
    ClientScope scope = ClientScope.current();
    var made =
        threads.submit(
            () -> {
              scope.enter();
              try {
                return work.get();
              } finally {
                ClientScope.leave();
                places.release();
              }
            });
    try {
      return made.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Problem.impossible(
          "The preview takes longer than %d seconds and is not waited for any more. Try again when the server has less to do, or choose the preview with invented figures."
              .formatted(longest.toSeconds()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server stops", e);
    }
  }
}
