package io.retainer.model.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a value is not there or not sure, as a code that each language has a sentence for.
 *
 * @param arguments what the sentence names: days, currencies, columns
 * @param english the sentence in English, for the command line, the API and logs; of several
 *     grounds all sentences
 * @param several the grounds, where there is more than one; code and arguments are the first one's
 */
public record Reason(Code code, List<String> arguments, String english, List<Reason> several) {

  public Reason {
    arguments = List.copyOf(arguments);
    several = List.copyOf(several);
  }

  /** The only ground there is. */
  public Reason(Code code, List<String> arguments, String english) {
    this(code, arguments, english, List.of());
  }

  /** All grounds as one reason, each of them once and the first one first; empty without any. */
  public static Optional<Reason> of(Stream<Reason> reasons) {
    List<Reason> grounds = reasons.flatMap(reason -> reason.grounds().stream()).distinct().toList();
    if (grounds.size() < 2) {
      return grounds.stream().findFirst();
    }
    Reason first = grounds.get(0);
    String english =
        grounds.stream().map(ground -> sentence(ground.english)).collect(Collectors.joining(" "));
    return Optional.of(new Reason(first.code, first.arguments, english, grounds));
  }

  private static String sentence(String english) {
    String begun = english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** Every single one. */
  public List<Reason> grounds() {
    return several.isEmpty() ? List.of(this) : several;
  }

  /** The reasons there are. */
  public enum Code {
    /** Nothing of this dataset was ever imported for the client. */
    NOTHING_IMPORTED,
    /** There is data, but none for the period. Arguments: first and last day there is. */
    NOT_IN_PERIOD,
    /** Only tables about other spans are there. Arguments: the spans. */
    OTHER_SPANS_ONLY,
    /** Days are missing. Arguments: the missing spans. */
    MISSING_DAYS,
    /**
     * Parts have different days, and the days that all of them have cannot give the number.
     * Arguments: the spans that one or another part lacks.
     */
    UNLIKE_DAYS,
    /** The source left rows out. */
    ROWS_LEFT_OUT,
    /**
     * The source keeps values back that are below its threshold. Arguments: how many, their
     * columns, and the threshold where the source says it.
     */
    BELOW_THRESHOLD,
    /** Rows lack a value that is added up. Arguments: how many, and the columns. */
    VALUES_MISSING,
    /**
     * Profiles that had a value shortly before have none in the period. Arguments: how many, and
     * the columns that tell them apart.
     */
    PROFILES_ABSENT,
    /**
     * It looks back to days before the first that there are. Arguments: the day it looks back to,
     * and the first that there is.
     */
    EARLIER_DAYS_MISSING,
    /** The denominator is zero. Arguments: its words. */
    ZERO_DENOMINATOR,
    /** The number has more digits than anything that is measured. */
    TOO_LARGE,
    /** There is no value to take a median or a maximum of. Arguments: its words. */
    NOTHING_TO_MEASURE,
    /**
     * Two variants cannot be compared. Arguments: {@code trials} when one has none, {@code
     * successes} when A has none, {@code more} when there are more of these than of those; and the
     * variant. Or {@code several}, the number of experiments that are no one comparison, and the
     * names of the first of them.
     */
    NO_UPLIFT,
    /** Amounts of several currencies. Arguments: the codes. */
    MIXED_CURRENCIES,
    /** Amounts cannot be converted. Arguments: their currency, the first day without a rate. */
    NO_EXCHANGE_RATE,
    /** Counted per day by the source, and distinct: days cannot be added. Arguments: the column. */
    DISTINCT_OVER_DAYS,
    /** A column the formula needs is in no imported table. Arguments: the columns. */
    COLUMN_NOT_IMPORTED,
    /** A list that the client must give is empty. Arguments: the parameters' names. */
    PARAMETER_NOT_SET,
    /** A client's value makes the definition illegal. Arguments: the parameter and its value. */
    PARAMETER_NOT_POSSIBLE,
    /** Too few customers came back to fit a model of their purchases. */
    NO_MODEL,
    /** Enough customers came back, but when they order fits no model. */
    ORDERS_FIT_NO_MODEL,
    /** What repeat orders are worth fits no model. */
    AMOUNTS_FIT_NO_MODEL,
    /**
     * The value is an estimate. Arguments, where it has an interval: low, high, the unit's word,
     * and the currency of money.
     */
    ESTIMATE,
    /** A computation has too few values to go by. Arguments: how many it has, how many it needs. */
    TOO_FEW_VALUES,
    /** A computation gives no value. Arguments: why, if its author says so, in their words. */
    NOT_COMPUTED,
    /** A computation was ended or refused. Arguments: why, in English. */
    COMPUTATION_FAILED,
    /** A dimension has too many values to be broken down by. Arguments: how many there may be. */
    TOO_MANY_GROUPS,
    /**
     * A total of several clients lacks figures of some of them, or a part of their figures.
     * Arguments: their names.
     */
    CLIENTS_LACKING,
    /** The same, and days are missing of what is added. Arguments: the clients' names. */
    CLIENTS_INCOMPLETE,
    /**
     * Counted once at each client, such as people: who is at several clients would count several
     * times. Arguments: the column.
     */
    CLIENTS_OVERLAP,
    /** A median, a maximum or a share of ranks of several clients is not made of theirs. */
    CLIENTS_STATISTIC,
    /** Clients' sources give the figure by different columns. Arguments: the formulas. */
    CLIENTS_DIFFER,
    /** The same file was imported for clients, so that rows would count twice. Arguments: names. */
    CLIENTS_SHARE_ROWS,
    /** The statement failed or took too long. */
    FAILED
  }
}
