package io.retainer.spi;

/** What a column's number counts. */
public enum Unit {
  /** Not a number. */
  NONE,
  COUNT,
  /** An amount in the row's currency. */
  MONEY,
  /** A fraction, 0.125 for 12.5 %. */
  FRACTION,
  SECONDS,
  /** A place in a list, 1 is the best. */
  POSITION
}
