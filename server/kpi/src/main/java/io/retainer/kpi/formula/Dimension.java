package io.retainer.kpi.formula;

import io.retainer.spi.Unit;

/**
 * What a number measures, as powers: money by orders is money, position times impressions by
 * impressions is a position. Counts and fractions are plain numbers.
 */
public record Dimension(int money, int seconds, int position) {

  public static final Dimension NONE = new Dimension(0, 0, 0);

  public static Dimension of(Unit unit) {
    return switch (unit) {
      case MONEY -> new Dimension(1, 0, 0);
      case SECONDS -> new Dimension(0, 1, 0);
      case POSITION -> new Dimension(0, 0, 1);
      case COUNT, FRACTION, NONE -> NONE;
    };
  }

  public Dimension times(Dimension other) {
    return new Dimension(money + other.money, seconds + other.seconds, position + other.position);
  }

  public Dimension dividedBy(Dimension other) {
    return new Dimension(money - other.money, seconds - other.seconds, position - other.position);
  }

  /** In the words of an error: {@code money}, {@code a plain number}. */
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "a plain number";
    } else if (equals(of(Unit.MONEY))) {
      return "money";
    } else if (equals(of(Unit.SECONDS))) {
      return "seconds";
    } else if (equals(of(Unit.POSITION))) {
      return "a position";
    }
    return "money^%d seconds^%d position^%d".formatted(money, seconds, position);
  }
}
