package io.retainer.app.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which files of one folder have arrived whole: those whose size and time did not change
 * between two looks, and those that were written under another name and renamed into place. It
 * remembers the last look.
 */
final class Stillness {

  static final Duration STILL = Duration.ofSeconds(10);

  /** How long a file that cannot be taken holds the others up after it has last grown. */
  private static final Duration STALLED = Duration.ofMinutes(1);

  /** How long a whole file waits for others that go on growing. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private Map<String, Since> last = Map.of();

  private record Since(Sight sight, Instant unchanged) {

    boolean isStill(Duration duration, Instant now) {
      return !unchanged.plus(duration).isAfter(now);
    }

    boolean isWhole(Instant now) {
      return sight.size() > 0 && !sight.hasUnfinishedName() && isStill(STILL, now);
    }

    boolean holdsOthersUp(Instant now) {
      boolean cannotBeTaken = sight.size() == 0 || sight.hasUnfinishedName();
      return !isStill(cannotBeTaken ? STALLED : STILL, now);
    }
  }

  /**
   * @param whole to be taken now, by name
   */
  record Look(List<Sight> whole, List<Waiting> waiting) {}

  /**
   * Takes a look.
   *
   * @param sights every file that is there now
   */
  Look look(List<Sight> sights, Instant now) {
    Map<String, Since> current = new HashMap<>();
    for (Sight sight : sights) {
      current.put(sight.name(), new Since(sight, unchangedSince(sight, now)));
    }
    last = current;
    List<Since> byName =
        current.values().stream()
            .sorted(Comparator.comparing(each -> each.sight().name()))
            .toList();
    return sorted(byName, now);
  }

  private Instant unchangedSince(Sight sight, Instant now) {
    Since before = last.get(sight.name());
    if (before != null && sight.isAs(before.sight())) {
      return before.unchanged();
    }
    boolean renamed =
        last.values().stream()
            .map(Since::sight)
            .anyMatch(other -> other.hasUnfinishedName() && sight.wasRenamedFrom(other));
    return renamed ? now.minus(STILL) : now;
  }

  private static Look sorted(List<Since> files, Instant now) {
    boolean othersGrow = files.stream().anyMatch(each -> each.holdsOthersUp(now));
    boolean longEnough =
        files.stream().anyMatch(each -> each.isWhole(now) && each.isStill(LONGEST_WAIT, now));
    List<Sight> whole = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    for (Since each : files) {
      if (!each.isWhole(now)) {
        waiting.add(waiting(each, why(each.sight())));
      } else if (othersGrow && !longEnough) {
        waiting.add(waiting(each, Waiting.Why.FOR_OTHERS));
      } else {
        whole.add(each.sight());
      }
    }
    return new Look(whole, waiting);
  }

  private static Waiting waiting(Since each, Waiting.Why why) {
    return new Waiting(each.sight().name(), each.sight().size(), why);
  }

  private static Waiting.Why why(Sight sight) {
    if (sight.hasUnfinishedName()) {
      return Waiting.Why.UNFINISHED;
    }
    return sight.size() == 0 ? Waiting.Why.EMPTY : Waiting.Why.GROWING;
  }
}
