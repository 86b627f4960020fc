package io.retainer.app.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests hold a thread just now, of each who asks and of all together. */
final class Crowd {

  private final int most;
  private final int mostTogether;
  private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();
  private final AtomicInteger together = new AtomicInteger();

  /**
   * @param most of one
   * @param mostTogether of all
   */
  Crowd(int most, int mostTogether) {
    this.most = most;
    this.mostTogether = mostTogether;
  }

  /**
   * Comes in, in any case; goes again by {@link #leaves}.
   *
   * @return false when so many are inside already
   */
  boolean enters(String who) {
    int all = together.incrementAndGet();
    return inside.merge(who, 1, Integer::sum) <= most && all <= mostTogether;
  }

  void leaves(String who) {
    inside.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
    together.decrementAndGet();
  }
}
