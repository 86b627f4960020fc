package io.retainer.model.fact;

import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How rows of a period become one number. A {@code where} inside narrows this number only. */
public sealed interface Aggregation {

  Optional<Condition> where();

  /** Number of rows. */
  record Count(Optional<Condition> where) implements Aggregation {}

  /** Sum over rows; rows whose value is missing do not count. No row with a value: no number. */
  record Sum(RowValue value, Optional<Condition> where) implements Aggregation {}

  /** Number of different values of a column, missing ones aside. */
  record Distinct(String column, Optional<Condition> where) implements Aggregation {}

  /** A statistic over rows that have the value. */
  record Statistic(Function function, RowValue value, Optional<Condition> where)
      implements Aggregation {}

  /**
   * The value below which so many percent of the sorted values lie, drawn straight between the two
   * nearest of them; 50 is the median.
   *
   * @param percent between 0 and 100, with at most one decimal
   */
  record Percentile(RowValue value, BigDecimal percent, Optional<Condition> where)
      implements Aggregation {
    public Percentile {
      boolean fits =
          percent.signum() >= 0
              && percent.compareTo(BigDecimal.valueOf(100)) <= 0
              && percent.stripTrailingZeros().scale() <= 1;
      if (!fits) {
        throw new IllegalArgumentException(
            "A percentile lies between 0 and 100 with at most one decimal, saw " + percent);
      }
    }
  }

  /**
   * The level on the last (or first) day of the period that has one, found for each profile of each
   * source and account, and summed over them.
   *
   * @param profile columns that tell profiles of an account apart, such as networks: one that was
   *     read a day earlier is there as well. A table may lack them
   */
  record Level(String column, boolean first, List<String> profile, Optional<Condition> where)
      implements Aggregation {

    public Level {
      profile = List.copyOf(profile);
    }

    /** Every account is one profile. */
    public Level(String column, boolean first, Optional<Condition> where) {
      this(column, first, List.of(), where);
    }
  }

  /**
   * Sum of value times weight over sum of weight, of rows that have both. No number when the
   * weights sum to zero.
   */
  record WeightedMean(RowValue value, RowValue weight, Optional<Condition> where)
      implements Aggregation {}

  /**
   * Number of rows of the last day of the period that has any, found for each profile of each
   * source and account, and summed over them. The day is found before this aggregation's own {@code
   * where} narrows: keywords of the last check that stand in the top ten.
   *
   * @param profile columns that tell apart what is checked by itself, such as search engines: one
   *     that was checked a day earlier is there as well. A table may lack them
   */
  record CountOnLastDay(List<String> profile, Optional<Condition> where) implements Aggregation {

    public CountOnLastDay {
      profile = List.copyOf(profile);
    }

    /** Every account is one profile. */
    public CountOnLastDay(Optional<Condition> where) {
      this(List.of(), where);
    }
  }

  /**
   * Sum over the rows of {@link CountOnLastDay}: of the last day of the period that has any, found
   * before this aggregation's own {@code where} narrows.
   */
  record SumOnLastDay(RowValue value, List<String> profile, Optional<Condition> where)
      implements Aggregation {

    public SumOnLastDay {
      profile = List.copyOf(profile);
    }

    /** Every account is one profile. */
    public SumOnLastDay(RowValue value, Optional<Condition> where) {
      this(value, List.of(), where);
    }
  }

  /**
   * People as the source counted them for single rows, added in spite of that: who is in several
   * rows counts several times.
   */
  record SumOfCounts(String column, Optional<Condition> where) implements Aggregation {}

  /** Number of keys that have a row before the period begins. */
  record ExistingKeys(String key, Optional<Condition> where) implements Aggregation {}

  /** Number of keys that have a row before the period begins and another one in it. */
  record RetainedKeys(String key, Optional<Condition> where) implements Aggregation {}

  /** Number of keys that have a row in so many days before the period begins. */
  record ActiveKeys(String key, int days, Optional<Condition> where) implements Aggregation {}

  /**
   * Number of {@link ActiveKeys} that have no row in so many days before the period's end: they
   * were active when it began and are no longer.
   */
  record LostKeys(String key, int days, Optional<Condition> where) implements Aggregation {}

  /** Number of keys whose first row is so many days old on a day of the period. */
  record MaturedKeys(String key, int days, Optional<Condition> where) implements Aggregation {}

  /** Of {@link MaturedKeys}, the sum over their rows of the first so many days. */
  record MaturedSum(String key, RowValue value, int days, Optional<Condition> where)
      implements Aggregation {}

  /**
   * What had begun and was not over when the period ended: rows on any earlier day whose end is
   * missing or later.
   *
   * @param ended a column with a date or moment
   * @param value summed over them; their number when empty
   */
  record OpenAtEnd(String ended, Optional<RowValue> value, Optional<Condition> where)
      implements Aggregation {}

  /** The number of the last of several steps that any row fulfils, from 1; zero when none does. */
  record Furthest(List<Condition> steps, Optional<Condition> where) implements Aggregation {
    public Furthest {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Number of rows of which nobody can tell whether the question's own {@code where} holds, because
   * a value is kept back or missing. They are in no other number of the question.
   *
   * @param lack one for a row that lacks the value
   * @param where which of them there should be a value in
   * @param ever whether those of the days before the period matter as well
   */
  record Undecided(RowValue lack, Optional<Condition> where, boolean ever) implements Aggregation {}

  /**
   * Number of profiles that had a row that counts shortly before the period begins and have none in
   * it, although others of their series have: a level that is found for each of them lacks them.
   * Whether they have one in the period is asked over all groups.
   *
   * @param profile columns that tell them apart
   */
  record AbsentProfiles(List<String> profile, Optional<Condition> where) implements Aggregation {

    /** A period may be shorter than the time between two readings. */
    public static final int FEWEST_DAYS = 31;

    public AbsentProfiles {
      profile = List.copyOf(profile);
    }

    /** How many days before a period matter: as many as it has, and a month of them at least. */
    public static int daysBefore(DateSpan period) {
      return (int) Math.max(FEWEST_DAYS, period.days());
    }
  }

  /** Whether it is about the rows of the last day of the period that has any. */
  default boolean isOfLastRows() {
    return this instanceof CountOnLastDay || this instanceof SumOnLastDay;
  }

  /** Columns that tell apart what is read or checked on days of its own. */
  default List<String> profiles() {
    if (this instanceof Level level) {
      return level.profile();
    } else if (this instanceof CountOnLastDay count) {
      return count.profile();
    } else if (this instanceof AbsentProfiles absent) {
      return absent.profile();
    }
    return this instanceof SumOnLastDay sum ? sum.profile() : List.of();
  }

  /** Whether rows before the period matter. */
  default boolean looksBack() {
    return this instanceof ExistingKeys
        || this instanceof RetainedKeys
        || this instanceof ActiveKeys
        || this instanceof LostKeys
        || this instanceof MaturedKeys
        || this instanceof MaturedSum
        || this instanceof OpenAtEnd;
  }

  /** How many days before the period it needs; none where whatever is there will do. */
  default int daysBefore() {
    if (this instanceof ActiveKeys active) {
      return active.days();
    } else if (this instanceof LostKeys lost) {
      return lost.days();
    } else if (this instanceof MaturedKeys matured) {
      return matured.days();
    }
    return this instanceof MaturedSum matured ? matured.days() : 0;
  }

  /** The statistics. */
  enum Function {
    MIN,
    MAX,
    MEDIAN
  }
}
