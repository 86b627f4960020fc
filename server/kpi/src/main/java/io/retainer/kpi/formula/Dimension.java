package io.retainer.kpi.formula;

import io.retainer.spi.Unit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a number measures, as powers of what it is made of: money by orders is money, position times
 * impressions by impressions is a position. Counts and fractions are plain numbers.
 */
public record Dimension(Map<String, Integer> powers) {

  public static final Dimension NONE = new Dimension(Map.of());
  public static final Dimension MONEY = one("money");
  public static final Dimension POSITION = one("position");
  public static final Dimension SECONDS = one("seconds");
  public static final Dimension MINUTES = one("minutes");
  public static final Dimension HOURS = one("hours");
  public static final Dimension DAYS = one("days");

  public Dimension {
    powers = Map.copyOf(powers);
  }

  private static Dimension one(String what) {
    return new Dimension(Map.of(what, 1));
  }

  public static Dimension of(Unit unit) {
    return switch (unit) {
      case MONEY -> MONEY;
      case SECONDS -> SECONDS;
      case POSITION -> POSITION;
      case COUNT, FRACTION, NONE -> NONE;
    };
  }

  public Dimension times(Dimension other) {
    return joined(other, 1);
  }

  public Dimension dividedBy(Dimension other) {
    return joined(other, -1);
  }

  private Dimension joined(Dimension other, int sign) {
    Map<String, Integer> joined = new TreeMap<>(powers);
    other.powers.forEach((what, power) -> joined.merge(what, sign * power, Integer::sum));
    joined.values().removeIf(power -> power == 0);
    return new Dimension(joined);
  }

  /** In the words of an error: {@code money}, {@code a plain number}. */
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "a plain number";
    } else if (equals(POSITION)) {
      return "a position";
    } else if (powers.size() == 1 && powers.containsValue(1)) {
      return powers.keySet().iterator().next();
    }
    return new TreeMap<>(powers)
        .entrySet().stream()
            .map(power -> power.getKey() + "^" + power.getValue())
            .collect(Collectors.joining(" "));
  }
}
