package io.retainer.model.report;

import java.util.List;

/**
 * What changed most among the figures of a scorecard, against the first thing the report is
 * compared with; what weighs most for a reader first.
 *
 * @param isWanted whether the report says them, and how many goals are met
 * @param better changes that are good news
 * @param worse changes that are bad news
 */
public record Findings(boolean isWanted, List<Moved> better, List<Moved> worse) {

  /** Nothing changed that can be judged. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  /** The report does not want any. */
  public static final Findings UNWANTED = new Findings(false, List.of(), List.of());

  public Findings(List<Moved> better, List<Moved> worse) {
    this(true, better, worse);
  }

  public Findings {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  public boolean isEmpty() {
    return better.isEmpty() && worse.isEmpty();
  }
}
