package io.retainer.model.report;

import java.util.List;

/**
 * What changed most among the figures of a scorecard, against the first thing the report is
 * compared with; what weighs most for a reader first.
 *
 * @param better changes that are good news
 * @param worse changes that are bad news
 */
public record Findings(List<Moved> better, List<Moved> worse) {

  /** Nothing changed that can be judged. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  public boolean isEmpty() {
    return better.isEmpty() && worse.isEmpty();
  }
}
