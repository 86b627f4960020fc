package io.retainer.model.target;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client's KPI has to be in each period of a kind.
 *
 * @param period months, quarters, weeks or years
 * @param currency of the bounds, when they are money
 * @param from the first day it holds for: periods that begin earlier have the target before it, or
 *     none
 */
public record Target(
    KpiId kpi, Period.Kind period, Goal goal, Optional<String> currency, LocalDate from) {

  /** From here on every period there can be. */
  public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  public Target {
    if (period == Period.Kind.DAYS) {
      throw new IllegalArgumentException(
          "A target is for each month, quarter, week or year; plain days do not come again");
    }
    if (from.isBefore(ALWAYS)) {
      throw new IllegalArgumentException("A target holds from " + ALWAYS + " at the earliest");
    }
  }

  /** The target that the period has: the latest one that begins with it or before it. */
  public static Optional<Target> inForce(List<Target> targets, KpiId kpi, Period period) {
    return targets.stream()
        .filter(target -> target.kpi().equals(kpi) && target.period() == period.kind())
        .filter(target -> !target.from().isAfter(period.span().start()))
        .max(Comparator.comparing(Target::from));
  }

  /**
   * Reads {@code month}, {@code quarter}, {@code week} or {@code year}.
   *
   * @throws IllegalArgumentException saying what was seen and what can be written
   */
  public static Period.Kind kind(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "month" -> Period.Kind.MONTH;
      case "quarter" -> Period.Kind.QUARTER;
      case "week" -> Period.Kind.WEEK;
      case "year" -> Period.Kind.YEAR;
      default ->
          throw new IllegalArgumentException(
              "\"" + word + "\" is no kind of period; write month, quarter, week or year");
    };
  }

  /** The word that {@link #kind} reads. */
  public String periodWord() {
    return period.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The first day of what is written: a day, or a period as everywhere.
   *
   * @throws IllegalArgumentException saying what was seen and what can be written
   */
  public static LocalDate from(String text) {
    String word = text.strip();
    return Period.parse(word.matches("\\d{4}-\\d{2}-\\d{2}") ? word + ".." + word : word)
        .span()
        .start();
  }
}
