package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.CompareNumbers;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a condition holds amounts against a number, or against one of the key's first row: ten
 * euros are not ten dollars. Against zero, and against another amount of the same row, the currency
 * does not matter.
 */
public record ComparedMoney(RowSet rows) {

  public boolean in(Optional<Condition> condition) {
    return condition.filter(this::in).isPresent();
  }

  /** Whether the rows themselves are chosen so. */
  public boolean chooses() {
    return in(rows.where()) || in(rows.history().flatMap(History::where));
  }

  private boolean in(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return isMoney(compare.column()) && isAmount(compare.literal());
    } else if (condition instanceof Condition.OneOf oneOf) {
      return isMoney(oneOf.column()) && oneOf.literals().stream().anyMatch(this::isAmount);
    } else if (condition instanceof CompareNumbers numbers) {
      return isHeld(numbers.left(), numbers.right()) || isHeld(numbers.right(), numbers.left());
    } else if (condition instanceof Condition.Not not) {
      return in(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(this::in);
    }
    return condition instanceof Condition.AnyOf any && any.conditions().stream().anyMatch(this::in);
  }

  private boolean isHeld(RowValue value, RowValue against) {
    boolean isNumber = against instanceof RowValue.Constant constant && isAmount(constant.value());
    boolean isOfAnotherRow =
        areTold(NamedColumns.of(against))
            || value instanceof RowValue.Arithmetic && areTold(NamedColumns.of(value));
    return (isNumber || isOfAnotherRow) && hasMoney(NamedColumns.of(value));
  }

  private Optional<String> toldBy(String column) {
    return rows.history().flatMap(history -> history.find(column)).flatMap(History.Told::column);
  }

  private boolean isAmount(Object literal) {
    return literal instanceof BigDecimal number && number.signum() != 0;
  }

  /** Whether one of some columns holds money, the first of a history too. */
  public boolean hasMoney(Set<String> columns) {
    return columns.stream().anyMatch(this::isMoney);
  }

  /** Whether one of some columns is an amount of the key's first row. */
  boolean areTold(Set<String> columns) {
    return columns.stream().anyMatch(this::isTold);
  }

  private boolean isTold(String column) {
    return toldBy(column).isPresent() && isMoney(column);
  }

  private boolean isMoney(String column) {
    return rows.dataset()
        .find(toldBy(column).orElse(column))
        .filter(known -> known.unit() == Unit.MONEY)
        .isPresent();
  }
}
