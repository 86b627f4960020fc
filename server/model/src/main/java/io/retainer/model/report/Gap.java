package io.retainer.model.report;

import io.retainer.spi.DateSpan;
import java.util.List;

/**
 * Days of a period that a report ought to show and nobody has imported yet.
 *
 * @param dataset the canonical dataset whose days they are
 * @param sources the ids of the connectors that brought its other days; sorted
 * @param missing the days; sorted
 */
public record Gap(String dataset, List<String> sources, List<DateSpan> missing) {

  /** A source that has been silent for longer was given up: nobody waits for it. */
  public static final int DAYS_UNTIL_GIVEN_UP = 92;

  public Gap {
    sources = List.copyOf(sources);
    missing = List.copyOf(missing);
    if (missing.isEmpty()) {
      throw new IllegalArgumentException("A gap has days; none are missing of " + dataset);
    }
  }
}
