package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.kpi.formula.RowsInCommon.Are;
import io.retainer.kpi.formula.Summand.Measure;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is added although a part of it is in the other number already: a tax to a total that has it,
 * orders by mail to orders of new customers, of which some came by mail.
 */
public final class AddedParts {

  private final Set<Formula> seen;
  private final Map<RowSet, RowsInCommon> common = new HashMap<>();

  private AddedParts(Set<Formula> seen) {
    this.seen = seen;
  }

  /** For formulas that are made of each other, none of which is then looked at twice. */
  public static Set<Formula> nothingSeen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * @param seen formulas that were looked at before, and learns of those in this one
   * @throws Refused when it adds, or takes off, a part beside its whole
   */
  public static void check(Formula formula, Set<Formula> seen) throws Refused {
    AddedParts parts = new AddedParts(seen);
    parts.in(formula);
    List<Formula> leaves = new ArrayList<>();
    formula.eachLeaf(leaves::add);
    for (Formula leaf : leaves) {
      RowSet rows = Formula.rows(leaf);
      if (rows.perKey().isPresent()) {
        for (io.retainer.model.fact.Measure result : rows.perKey().get().measures()) {
          parts.checkRow(ofDataset(rows), result.aggregation());
        }
      }
      if (leaf instanceof Formula.Aggregate aggregate) {
        parts.checkRow(rows, aggregate.aggregation());
      }
    }
  }

  private void checkRow(RowSet rows, Aggregation aggregation) throws Refused {
    Optional<RowValue> value = ofRow(aggregation);
    if (value.isPresent()) {
      List<Summand> parts = Summand.in(rows, value.get());
      checkParts(parts);
      UnlikeThings.check(parts);
      UnlikeSigns.check(parts);
    }
  }

  /** Those that an inner grouping groups. */
  private static RowSet ofDataset(RowSet rows) {
    return new RowSet(rows.dataset(), rows.where(), Optional.empty(), rows.dated(), rows.history());
  }

  private static Optional<RowValue> ofRow(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return Optional.of(sum.value());
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      return Optional.of(statistic.value());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return Optional.of(percentile.value());
    }
    return aggregation instanceof Aggregation.MaturedSum sum
        ? Optional.of(sum.value())
        : Optional.empty();
  }

  /** Terms over one whole are added as its parts are. */
  private void in(Formula formula) throws Refused {
    if (!seen.add(formula)) {
      return;
    }
    Map<List<Formula>, List<Summand>> sums = new LinkedHashMap<>();
    List<Formula> inside = new ArrayList<>();
    for (Terms.Term term : Terms.of(formula)) {
      Summand.add(term, sums.computeIfAbsent(term.over(), over -> new ArrayList<>()));
      inside.addAll(term.over());
      if (term.of() instanceof Combined combined) {
        inside.add(combined.left());
        inside.add(combined.right());
      } else if (term.of() instanceof Formula.Power power) {
        inside.add(power.base());
      }
    }
    for (List<Summand> sum : sums.values()) {
      checkParts(sum);
      UnlikeThings.check(sum);
      UnlikeSigns.check(sum);
      checkRows(sum);
    }
    for (Formula each : inside) {
      in(each);
    }
  }

  private void checkParts(List<Summand> sum) throws Refused {
    List<Summand> columns = sum.stream().filter(one -> one.column().isPresent()).toList();
    checkTakenOff(columns);
    for (Summand whole : columns) {
      Set<String> parts =
          whole.rows().dataset().relations().parts().getOrDefault(whole.column().get(), Set.of());
      if (parts.isEmpty()) {
        continue;
      }
      for (Summand part : columns) {
        if (parts.contains(part.column().get()) && isTwice(part, whole)) {
          throw new Refused(
              "%s the column %s %s %s, of which it is a part"
                  .formatted(
                      whole.isAdded() ? "adds" : "takes off",
                      part.column().get(),
                      whole.isAdded() ? "to" : "beside",
                      whole.column().get()),
              "leave %s out, or show the two side by side".formatted(part.column().get()));
        }
      }
    }
  }

  /** {@code total - discount}: a total is what is left of the price. */
  private void checkTakenOff(List<Summand> columns) throws Refused {
    for (Summand of : columns) {
      for (Summand off : columns) {
        boolean isOffAgain =
            of.isAdded()
                && !off.isAdded()
                && of.rows().dataset().relations().isWithout(of.column().get(), off.column().get())
                && off.isOfRowsOf(of)
                && canBothCount(off, of);
        if (isOffAgain) {
          throw new Refused(
              "takes %s off %s, which is without it already"
                  .formatted(off.column().get(), of.column().get()),
              "leave %s out".formatted(off.column().get()));
        }
      }
    }
  }

  /**
   * Three times the shares may stand in a score of reactions, and a fee of a total beside a tax.
   */
  private boolean isTwice(Summand part, Summand whole) {
    boolean isPlainMoney =
        whole.rows().dataset().column(whole.column().get()).unit() == Unit.MONEY
            && whole.factor().abs().compareTo(BigDecimal.ONE) == 0;
    return (isPlainMoney
            ? part.isAdded() == whole.isAdded()
            : part.factor().compareTo(whole.factor()) == 0)
        && part.measure().how().equals(whole.measure().how())
        && part.isOfRowsOf(whole)
        && canBothCount(part, whole);
  }

  private void checkRows(List<Summand> sum) throws Refused {
    Map<Measure, List<Summand>> alike = new LinkedHashMap<>();
    for (Summand one : sum) {
      if (one.isOfRows()) {
        alike.computeIfAbsent(one.measure(), measure -> new ArrayList<>()).add(one);
      }
    }
    for (List<Summand> ones : alike.values()) {
      for (int i = 0; i < ones.size(); i++) {
        for (Summand other : ones.subList(i + 1, ones.size())) {
          checkRows(ones.get(i), other, ones);
        }
      }
    }
  }

  /** Promoters and detractors of whom some are both: who is in both is in neither. */
  private void checkBalance(Summand one, Summand other) throws Refused {
    boolean isBalance =
        one.isLike(other)
            && one.factor().negate().compareTo(other.factor()) == 0
            && !Twice.isWithin(one.conditions(), other.conditions())
            && !Twice.isWithin(other.conditions(), one.conditions())
            && canBothCount(one, other);
    if (isBalance) {
      throw new Refused(
          "takes rows under one condition from rows under another, and a row that meets both counts in neither",
          "tell the two apart, like where(nps >= 9) and where(nps <= 6), or take a part from its whole,"
              + " like count() - count().where(a)");
    }
  }

  private void checkRows(Summand one, Summand other, List<Summand> all) throws Refused {
    if (all.size() == 2) {
      checkBalance(one, other);
    }
    boolean isAddedAlike =
        one.isLike(other)
            && one.factor().compareTo(other.factor()) == 0
            && !one.conditions().isEmpty()
            && !other.conditions().isEmpty()
            && canBothCount(one, other);
    if (isAddedAlike && all.stream().noneMatch(each -> isTakenOffOnce(each, one, other))) {
      throw new Refused(
          one.isAdded()
              ? "adds rows under one condition to rows under another, and a row that meets both counts twice"
              : "takes off rows under one condition and rows under another, and a row that meets both is taken off twice",
          "write one condition for both, like where(a || b), or one that leaves out what the other"
              + " has, like where(b && !(a))");
    }
  }

  private boolean canBothCount(Summand one, Summand other) {
    return common
            .computeIfAbsent(one.rows(), RowsInCommon::new)
            .under(one.conditions(), other.conditions())
        == Are.SOME;
  }

  /** {@code a + b - (a && b)}: what meets both conditions is taken off again. */
  private static boolean isTakenOffOnce(Summand taken, Summand one, Summand other) {
    Set<Condition> both = new HashSet<>(one.conditions());
    both.addAll(other.conditions());
    return taken.isLike(one)
        && taken.factor().negate().compareTo(one.factor()) == 0
        && Twice.isWithin(both, taken.conditions())
        && Twice.isWithin(taken.conditions(), both);
  }
}
