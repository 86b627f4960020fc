package io.retainer.kpi.formula;

import io.retainer.kpi.formula.RowsInCommon.Are;
import java.util.List;
import java.util.Optional;

/**
 * Whether two rates that are compared are those of two groups: the successes of each are counted
 * over the rows of its trials, and no row is in both. What conditions and columns do not tell is
 * not known, and nothing is said of it.
 */
public final class TwoGroups {

  private static final String SAME_ROWS =
      "write the same where(…) after both, like sum(conversions).where(variant == '%1$s') and"
          + " sum(participants).where(variant == '%1$s')";

  private static final String APART =
      "tell the two apart by one column, like where(variant == 'A') after both parts of A and"
          + " where(variant == 'B') after both of B";

  private TwoGroups() {}

  /**
   * @throws Meaning.Refused when the comparison would be one of other things
   */
  public static void check(Block.Uplift uplift) throws Meaning.Refused {
    checkGroup("A", uplift.successesA(), uplift.trialsA());
    checkGroup("B", uplift.successesB(), uplift.trialsB());
    Optional<List<Summand>> trials = Summand.in(uplift.trialsA());
    Optional<List<Summand>> others = Summand.in(uplift.trialsB());
    boolean areMixed =
        uplift.trialsA().equals(uplift.trialsB())
            || trials.isPresent()
                && others.isPresent()
                && trials.get().stream()
                    .anyMatch(one -> others.get().stream().anyMatch(other -> meet(one, other)));
    if (areMixed) {
      throw new Meaning.Refused("compares groups of which one may have rows of the other", APART);
    }
    boolean areUnlike =
        trials.isPresent()
            && others.isPresent()
            && trials.get().stream()
                .noneMatch(
                    one ->
                        others.get().stream()
                            .anyMatch(other -> other.measure().equals(one.measure())));
    if (areUnlike) {
      throw new Meaning.Refused("compares groups whose trials are different things", APART);
    }
  }

  private static boolean meet(Summand one, Summand other) {
    if (!one.rows().dataset().equals(other.rows().dataset())) {
      return true;
    }
    boolean isOfKeys = one.rows().perKey().isPresent() || other.rows().perKey().isPresent();
    return (!isOfKeys || one.rows().equals(other.rows()))
        && new RowsInCommon(one.rows()).under(one.conditions(), other.conditions()) == Are.SOME;
  }

  private static void checkGroup(String name, Formula successes, Formula trials)
      throws Meaning.Refused {
    if (successes.equals(trials)) {
      throw new Meaning.Refused(
          "the successes of " + name + " are its trials, and every one succeeds",
          "count who took part as trials, like sum(participants), and who did it as successes");
    }
    Optional<List<Summand>> above = Summand.in(successes);
    Optional<List<Summand>> below = Summand.in(trials);
    if (above.isEmpty() || below.isEmpty()) {
      return;
    }
    for (Summand part : above.get()) {
      if (below.get().stream().noneMatch(whole -> isOver(part, whole))) {
        throw new Meaning.Refused(
            "the successes of " + name + " are counted over other rows than its trials",
            SAME_ROWS.formatted(name));
      }
    }
  }

  /** Of what is counted in another way, a condition of its own would take rows from one side. */
  private static boolean isOver(Summand part, Summand whole) {
    return part.isOfRowsOf(whole)
        && Twice.isWithin(part.conditions(), whole.conditions())
        && (part.measure().equals(whole.measure())
            || Twice.isWithin(whole.conditions(), part.conditions()));
  }
}
