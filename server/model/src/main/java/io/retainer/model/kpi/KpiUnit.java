package io.retainer.model.kpi;

/** How a KPI's value is read and printed. Values are always unscaled: a percent is a fraction. */
public enum KpiUnit {
  COUNT,
  RATIO,
  PERCENT,
  /** Points of a scale, such as a net promoter score: 50 is 50 points, and never a percent. */
  POINTS,
  MONEY,
  SECONDS,
  MINUTES,
  HOURS,
  DAYS,
  POSITION,
  SCORE;

  /** The word scripts, command line and API use. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
