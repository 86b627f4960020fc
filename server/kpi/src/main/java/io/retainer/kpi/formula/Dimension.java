package io.retainer.kpi.formula;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Unit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a number measures, as powers of what it is made of: money by orders is money, position times
 * impressions by impressions is a position. Counts and fractions are plain numbers.
 */
public record Dimension(Map<String, Integer> powers) {

  private static final String SUMMED = "summed";

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

  public static Dimension of(KpiUnit unit) {
    return switch (unit) {
      case MONEY -> MONEY;
      case SECONDS -> SECONDS;
      case MINUTES -> MINUTES;
      case HOURS -> HOURS;
      case DAYS -> DAYS;
      case POSITION -> POSITION;
      case COUNT, RATIO, PERCENT, POINTS, SCORE -> NONE;
    };
  }

  /**
   * What a sum over rows measures: positions that were added up, each by its weight, are no
   * position before they are divided by that weight.
   */
  public Dimension summed() {
    return powers.containsKey("position") ? joined(one(SUMMED), 1) : this;
  }

  /** Whether places are a part of it. */
  boolean isOfPositions() {
    return powers.containsKey("position");
  }

  /** Whether it is a sum of positions that their weight makes a position of. */
  boolean isOfSummedPositions() {
    return equals(POSITION.summed());
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
    } else if (powers.containsKey("position") && powers.containsKey(SUMMED)) {
      return "a sum of positions";
    } else if (powers.size() == 1 && powers.containsValue(1)) {
      return powers.keySet().iterator().next();
    }
    String above = joined(1, " times ");
    return (above.isEmpty() ? "a number" : above) + joined(-1, "");
  }

  /** Those on one side of the line: {@code money squared}, {@code per day}. */
  private String joined(int sign, String between) {
    return new TreeMap<>(powers)
        .entrySet().stream()
            .filter(power -> Integer.signum(power.getValue()) == sign)
            .map(power -> words(power.getKey(), power.getValue()))
            .collect(Collectors.joining(between));
  }

  private static String words(String what, int power) {
    String one = power > 0 ? what : " per " + what.replaceAll("s$", "");
    return switch (Math.abs(power)) {
      case 1 -> one;
      case 2 -> one + " squared";
      default -> one + " to the power of " + Math.abs(power);
    };
  }

  /** Whether it is so much of another in a time: money per day. */
  public boolean isPerTimeOf(Dimension other) {
    return Stream.of(SECONDS, MINUTES, HOURS, DAYS).anyMatch(time -> equals(other.dividedBy(time)));
  }
}
