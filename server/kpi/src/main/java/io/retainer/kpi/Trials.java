package io.retainer.kpi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trials of computations that nobody knows, one after the other on a thread of their own: what
 * takes long keeps no other definition waiting. The file that took the least time so far is next,
 * so that nobody waits for more than one trial of somebody else. Safe for several threads.
 */
final class Trials {

  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

  /** What failed on a busy machine may do better later. */
  private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Runnable afterAFile;
  private final Map<Object, Trial> waiting = new LinkedHashMap<>();
  private final Map<Object, Known> verdicts = new HashMap<>();
  private final Map<String, Duration> spent = new HashMap<>();
  private final Set<Object> asked = new HashSet<>();
  private boolean isAtWork;
  private long began;

  private record Known(Verdict verdict, Instant at) {}

  /**
   * @param afterAFile told when everything of a file was tried
   */
  Trials(Clock clock, Runnable afterAFile) {
    this.clock = clock;
    this.afterAFile = afterAFile;
  }

  /** What became of it; empty when it has to wait for its turn. */
  synchronized Optional<Verdict> of(Trial trial) {
    Object key = key(trial);
    asked.add(key);
    Known known = verdicts.get(key);
    boolean isToBeTried =
        known == null
            || !known.verdict.isGood()
                && known.at.plus(UNTIL_TRIED_AGAIN).isBefore(clock.instant());
    if (isToBeTried) {
      wait(key, trial);
    }
    return Optional.ofNullable(known).map(Known::verdict);
  }

  /** What is known of it, for whoever does not want it to be tried. */
  synchronized Optional<Verdict> known(Trial trial) {
    return Optional.ofNullable(verdicts.get(key(trial))).map(Known::verdict);
  }

  private static Object key(Trial trial) {
    return List.of(trial.draft(), trial.computation().sums());
  }

  private void wait(Object key, Trial trial) {
    if (waiting.isEmpty()) {
      began = System.nanoTime();
    }
    waiting.putIfAbsent(key, trial);
    if (!isAtWork) {
      isAtWork = true;
      Thread thread = new Thread(this::work, "kpi-trials");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Forgets what no script asked for since the last time. */
  synchronized void forgetTheRest() {
    verdicts.keySet().retainAll(asked);
    waiting.keySet().retainAll(asked);
    asked.clear();
    notifyAll();
  }

  /**
   * Waits until everything was tried, but for no longer than some time after the first of them had
   * to wait.
   *
   * @return false when that time is over
   */
  synchronized boolean areOver(Duration most) {
    try {
      while (!waiting.isEmpty()) {
        long left = most.minusNanos(System.nanoTime() - began).toMillis();
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  private void work() {
    for (Optional<Object> key = next(); key.isPresent(); key = next()) {
      Trial trial;
      synchronized (this) {
        trial = waiting.get(key.get());
      }
      if (trial != null) {
        tried(key.get(), trial);
      }
    }
  }

  private synchronized Optional<Object> next() {
    Optional<Object> next =
        waiting.entrySet().stream()
            .min(Comparator.comparing(one -> spent.getOrDefault(file(one), Duration.ZERO)))
            .map(Map.Entry::getKey);
    isAtWork = next.isPresent();
    if (!isAtWork) {
      spent.clear();
    }
    return next;
  }

  private static String file(Map.Entry<Object, Trial> one) {
    return one.getValue().draft().file();
  }

  private void tried(Object key, Trial trial) {
    long start = System.nanoTime();
    Verdict verdict;
    try {
      verdict = Verdict.of(trial);
    } catch (RuntimeException | Error e) {
      LOG.error("{} cannot be tried: {}", trial.draft().id(), e.toString());
      verdict =
          new Verdict(
              List.of(
                  new KpiProblem(
                      trial.draft().file(),
                      trial.draft().at().line(),
                      trial.draft().at().column(),
                      "this brings about a fault of the program ("
                          + e.getClass().getSimpleName()
                          + ")",
                      "write it in another way, and report this with what the server's log says")),
              List.of());
    }
    String file = trial.draft().file();
    boolean isLast;
    synchronized (this) {
      verdicts.put(key, new Known(verdict, clock.instant()));
      spent.merge(file, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
      isLast =
          waiting.entrySet().stream()
              .noneMatch(other -> !other.getKey().equals(key) && file(other).equals(file));
    }
    if (isLast) {
      afterAFile.run();
    }
    synchronized (this) {
      waiting.remove(key);
      notifyAll();
    }
  }
}
