package io.retainer.model.target;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goals as people write them: {@code >= 100 000}, {@code at most 5 %}, {@code 2..4}. A number alone
 * is a goal in the direction in which the KPI is better.
 */
public final class GoalText {

  private static final int LONGEST = 80;
  private static final Pattern AT_LEAST =
      Pattern.compile("(?:>=|=>|\u2265|at\\s+least\\b)(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_MOST =
      Pattern.compile("(?:<=|=<|\u2264|at\\s+most\\b)(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BAND = Pattern.compile("(.+?)(?:\\.\\.|\u2026|\\bto\\b)(.+)");

  /** Nothing that is written names its KPI. */
  private static final KpiId ANY = new KpiId("any.kpi");

  private GoalText() {}

  /**
   * @param currency the client's, in which amounts of money are meant
   * @throws IllegalArgumentException saying what was seen and what can be written
   */
  public static Goal read(String written, KpiDescriptor kpi, String currency) {
    String text = written.strip();
    if (kpi.kind() == KpiKind.RANK) {
      throw new IllegalArgumentException(
          kpi.id() + " is an ordered list; a target needs a KPI that is one number");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A target has up to " + LONGEST + " characters; saw " + text.length());
    }
    AmountText amounts = new AmountText(kpi.id(), kpi.unit(), currency);
    Matcher atLeast = AT_LEAST.matcher(text);
    if (atLeast.matches()) {
      return against(kpi, Direction.LOWER, new Goal.AtLeast(amounts.read(atLeast.group(1))));
    }
    Matcher atMost = AT_MOST.matcher(text);
    if (atMost.matches()) {
      return against(kpi, Direction.HIGHER, new Goal.AtMost(amounts.read(atMost.group(1))));
    }
    Matcher band = BAND.matcher(text);
    if (band.matches()) {
      return new Goal.Band(
          amounts.readBefore(band.group(1), band.group(2)), amounts.read(band.group(2)));
    }
    return bare(text, kpi, amounts);
  }

  /** Who wants at least so much of what is better low has mistaken the KPI or the sign. */
  private static Goal against(KpiDescriptor kpi, Direction wrong, Goal goal) {
    if (kpi.better() == wrong) {
      boolean lower = wrong == Direction.LOWER;
      throw new IllegalArgumentException(
          "%s is better when it is %s; write %s, or a band like 2..4"
              .formatted(
                  kpi.id(), lower ? "lower" : "higher", lower ? "<= (at most)" : ">= (at least)"));
    }
    return goal;
  }

  private static Goal bare(String text, KpiDescriptor kpi, AmountText amounts) {
    if (text.startsWith("<") || text.startsWith(">")) {
      throw new IllegalArgumentException(
          "Saw \"" + text + "\"; a target includes its bound: write >= or <=");
    }
    BigDecimal bound = amounts.read(text);
    return switch (kpi.better()) {
      case HIGHER -> new Goal.AtLeast(bound);
      case LOWER -> new Goal.AtMost(bound);
      case NEUTRAL ->
          throw new IllegalArgumentException(
              kpi.id()
                  + " is better neither higher nor lower; write which you want: >= "
                  + text
                  + ", <= "
                  + text
                  + ", or a band like 2..4");
    };
  }

  /** The text that {@link #read} reads: {@code >= 100000 EUR}, {@code 2..4 %}. */
  public static String write(Goal goal, KpiUnit unit, Optional<String> currency) {
    AmountText amounts = new AmountText(ANY, unit, currency.orElse(""));
    if (goal instanceof Goal.Band band) {
      return amounts.number(band.from()) + ".." + amounts.write(band.to());
    }
    return goal.low().map(low -> ">= " + amounts.write(low)).orElse("")
        + goal.high().map(high -> "<= " + amounts.write(high)).orElse("");
  }
}
