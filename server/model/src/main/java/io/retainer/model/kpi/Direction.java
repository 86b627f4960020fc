package io.retainer.model.kpi;

/** Which way is better. */
public enum Direction {
  HIGHER,
  LOWER,
  /** Neither: a change is never coloured. */
  NEUTRAL
}
