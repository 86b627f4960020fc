package io.retainer.app.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many requests of each address hold a thread just now. */
final class Crowd {

  private final int most;
  private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();

  Crowd(int most) {
    this.most = most;
  }

  /**
   * Comes in, in any case; goes again by {@link #leaves}.
   *
   * @return false when so many of this address are inside already
   */
  boolean enters(String address) {
    return inside.merge(address, 1, Integer::sum) <= most;
  }

  void leaves(String address) {
    inside.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }
}
