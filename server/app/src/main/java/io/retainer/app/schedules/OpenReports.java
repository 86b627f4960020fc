package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports of schedules that are not done with, whenever they were planned for. */
public final class OpenReports {

  private final Occurrences occurrences;
  private final Deliveries deliveries;

  public OpenReports(Occurrences occurrences, Deliveries deliveries) {
    this.occurrences = occurrences;
    this.deliveries = deliveries;
  }

  /** Those that wait, are made, are looked at, are held, are being sent or were lost. */
  public List<Occurrence> all() {
    return Stream.of(
            occurrences.in(Occurrence.State.PLANNED),
            occurrences.in(Occurrence.State.RENDERING),
            occurrences.in(Occurrence.State.REVIEW),
            occurrences.in(Occurrence.State.RENDERED),
            occurrences.held(),
            lost())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Occurrence::plannedFor))
        .toList();
  }

  /**
   * Those that were given up, came back or may not have arrived, of which nobody has decided what
   * becomes: sent again, to another address, stopped, or made once more; and whose recipients have
   * no later one of the same schedule.
   */
  List<Occurrence> lost() {
    List<Occurrence> failed = occurrences.failed();
    Set<String> runs = deliveries.undecided(runs(failed));
    return failed.stream().filter(each -> each.run().filter(runs::contains).isPresent()).toList();
  }

  /**
   * Those of some that are being sent, and wait for nothing but destinations that somebody paused.
   *
   * @param since when their mails were to be looked at, at the earliest
   */
  List<Occurrence> paused(List<Occurrence> some, Instant since) {
    Set<String> runs = deliveries.paused(runs(some), since);
    return some.stream().filter(each -> each.run().filter(runs::contains).isPresent()).toList();
  }

  private static Set<String> runs(List<Occurrence> some) {
    return some.stream().flatMap(each -> each.run().stream()).collect(Collectors.toSet());
  }
}
