package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Two parts of a condition that leave no row, or no choice: a row has one status, so that it is
 * never placed and cancelled at once, and always one or the other thing than these. Only what is
 * plain from the parts themselves counts.
 */
public record Contradiction(Condition one, Condition other) {

  /**
   * Two conditions that no row meets at once, among those that all have to hold; also where one of
   * several choices consists of such.
   */
  public static Optional<Contradiction> in(Collection<Condition> all) {
    return in(all, new RowsInCommon());
  }

  private static Optional<Contradiction> in(Collection<Condition> all, RowsInCommon rows) {
    List<Condition> parts = new ArrayList<>();
    all.forEach(each -> parts.addAll(Condition.conjuncts(Optional.of(each))));
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        if (rows.areNone(parts.get(i), parts.get(j))) {
          return Optional.of(new Contradiction(parts.get(i), parts.get(j)));
        }
      }
    }
    return parts.stream()
        .filter(Condition.AnyOf.class::isInstance)
        .flatMap(part -> ((Condition.AnyOf) part).conditions().stream())
        .flatMap(choice -> in(List.of(choice), rows).stream())
        .findFirst();
  }

  /**
   * Two choices of which each row with a value meets one: {@code a != 'x' || a != 'y'}, where an
   * {@code &&} was meant.
   */
  public static Optional<Contradiction> alwaysMet(Collection<Condition> all) {
    for (Condition each : all) {
      if (each instanceof Condition.AnyOf any) {
        Optional<Contradiction> found = ofChoices(choices(any));
        if (found.isPresent()) {
          return found;
        }
      } else if (each instanceof Condition.All several) {
        Optional<Contradiction> found = alwaysMet(several.conditions());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Condition> choices(Condition.AnyOf any) {
    List<Condition> choices = new ArrayList<>();
    for (Condition each : any.conditions()) {
      if (each instanceof Condition.AnyOf inner) {
        choices.addAll(choices(inner));
      } else {
        choices.add(each);
      }
    }
    return choices;
  }

  private static Optional<Contradiction> ofChoices(List<Condition> choices) {
    RowsInCommon rows = new RowsInCommon();
    for (int i = 0; i < choices.size(); i++) {
      for (int j = i + 1; j < choices.size(); j++) {
        boolean leaveNothingOut =
            isUnequal(choices.get(i))
                && isUnequal(choices.get(j))
                && rows.areNone(
                    new Condition.Not(choices.get(i)), new Condition.Not(choices.get(j)));
        if (leaveNothingOut) {
          return Optional.of(new Contradiction(choices.get(i), choices.get(j)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUnequal(Condition condition) {
    return condition instanceof Condition.Compare compare
            && compare.comparator() == Comparator.NOT_EQUAL
        || condition instanceof Condition.Not not && not.condition() instanceof Condition.OneOf;
  }
}
