package io.retainer.model.target;

import java.util.Locale;

/** How a figure stands to its target. */
public enum Verdict {
  MET,
  MISSED,
  WITHIN_BAND,
  OUTSIDE_BAND,
  /** There is no figure that could be judged yet; see {@link Assessment#why}. */
  NOT_JUDGED;

  /** Why a figure is not judged. */
  public enum Why {
    /** There is no value, for one of the reasons that values have. */
    NO_VALUE,
    /** Days or rows are missing. */
    PARTIAL,
    /** The period is not over. */
    RUNNING,
    /** The base is too small to judge. */
    SMALL_BASE,
    /** The value is in another currency than the target. */
    OTHER_CURRENCY;

    /** The word the command line and the API print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public boolean isGood() {
    return this == MET || this == WITHIN_BAND;
  }

  public boolean isBad() {
    return this == MISSED || this == OUTSIDE_BAND;
  }

  /** The word the command line and the API print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Says the same as the word, so that colour need not. */
  public String sign() {
    return isGood() ? "\u2713" : isBad() ? "\u2717" : "\u2013";
  }
}
