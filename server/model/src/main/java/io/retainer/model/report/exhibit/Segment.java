package io.retainer.model.report.exhibit;

/**
 * What customers are called by how lately and how often they bought, 1 to 5 each. Every pair of
 * scores belongs to exactly one.
 */
public enum Segment {
  CHAMPIONS,
  LOYAL,
  PROMISING,
  RECENT,
  FADING,
  AT_RISK,
  LAPSED;

  public static Segment of(int recency, int frequency) {
    if (recency >= 4) {
      return frequency >= 4 ? CHAMPIONS : frequency == 3 ? PROMISING : RECENT;
    } else if (recency == 3) {
      return frequency >= 4 ? LOYAL : FADING;
    }
    return frequency >= 3 ? AT_RISK : LAPSED;
  }
}
