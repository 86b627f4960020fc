package io.retainer.app.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often somebody has failed, by a key of who it is. */
interface Failures {

  /** So often, the last time then. */
  record Count(int failures, Instant last) {}

  Optional<Count> of(String key);

  void add(String key, Instant now);

  void forget(String key);

  /** Known to this process, and only of the latest ten thousand. */
  static Failures inMemory() {
    return new Failures() {
      private static final int REMEMBERED = 10_000;

      private final Map<String, Count> counts =
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
              return size() > REMEMBERED;
            }
          };

      @Override
      public synchronized Optional<Count> of(String key) {
        return Optional.ofNullable(counts.get(key));
      }

      @Override
      public synchronized void add(String key, Instant now) {
        Count known = counts.remove(key);
        counts.put(key, new Count(known == null ? 1 : known.failures() + 1, now));
      }

      @Override
      public synchronized void forget(String key) {
        counts.remove(key);
      }
    };
  }
}
