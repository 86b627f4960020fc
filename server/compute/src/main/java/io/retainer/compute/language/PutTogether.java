package io.retainer.compute.language;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Sums;
import java.util.Optional;

/** What is wrong with putting the values of a series together. */
public final class PutTogether {

  private PutTogether() {}

  /** Why their total is no figure of anything; empty when it is one. */
  public static Optional<Finding> total(String series, Sums sums) {
    return switch (sums) {
      case TOTAL_AND_MEAN -> Optional.empty();
      case MEAN ->
          finding(
              "the values of '%s' are levels or people, which do not add up".formatted(series),
              "write %s.last, or mean(%s.values)".formatted(series, series));
      case NEITHER ->
          finding(
              "the values of '%s' are rates, means, ranks or scores, which do not add up"
                  .formatted(series),
              "write median(%s.values)".formatted(series));
    };
  }

  /** Why values of two series have no sum; empty when they may have one. */
  static Optional<Finding> unlike(String one, Sums sums, String other, Sums others) {
    return sums == others
        ? Optional.empty()
        : finding(
            "adds values of '%s' and of '%s', which are of two kinds: amounts, levels or people, rates"
                .formatted(one, other),
            "divide one by the other, or show them side by side");
  }

  /** Why the root of their product is no figure of anything; empty when it may be one. */
  static Optional<Finding> rootOf(String one, Sums sums, String other, Sums others) {
    return sums == others && sums != Sums.NEITHER
        ? Optional.empty()
        : finding(
            "the root of a product of '%s' and '%s' is a mean of what has none"
                .formatted(one, other),
            "divide one by the other, or show them side by side");
  }

  /** Why their mean would mislead; empty when it does not. */
  public static Optional<Finding> mean(String series, Sums sums) {
    return sums == Sums.NEITHER
        ? finding(
            "the mean of '%s' would weigh small periods like large ones".formatted(series),
            "divide the totals of the two KPIs it is made of, or write median(%s.values)"
                .formatted(series))
        : Optional.empty();
  }

  /** The same of what is made of several series, like a quotient of two. */
  static Optional<Finding> totalOfMade(String made, Sums sums) {
    return sums == Sums.TOTAL_AND_MEAN
        ? Optional.empty()
        : finding(
            sums == Sums.MEAN
                ? "%s is of levels or people, which do not add up over periods".formatted(made)
                : "%s is a rate of each period, and rates do not add up".formatted(made),
            "add up its parts first, like total(a.values) / total(b.values)");
  }

  static Optional<Finding> meanOfMade(String made, Sums sums) {
    return sums == Sums.NEITHER
        ? finding(
            "%s is a rate of each period, and their mean would weigh small periods like large ones"
                .formatted(made),
            "add up its parts first, like total(a.values) / total(b.values), or write median(…)")
        : Optional.empty();
  }

  private static Optional<Finding> finding(String message, String advice) {
    return Optional.of(new Finding(0, 0, message, advice));
  }
}
