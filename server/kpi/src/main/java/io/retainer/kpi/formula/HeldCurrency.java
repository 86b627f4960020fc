package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one currency that a formula's amounts are held to by its conditions: {@code
 * sum(cost).where(currency == 'EUR')}.
 */
public final class HeldCurrency {

  private static final String CURRENCY = "currency";

  private HeldCurrency() {}

  /** Empty when nothing is held, when an amount is not, or when they are held to several. */
  public static Optional<String> of(Formula formula) {
    Set<String> held = new TreeSet<>();
    boolean[] isFree = {false};
    formula.eachLeaf(
        leaf -> {
          if (isMoney(leaf)) {
            Optional<String> own = ofLeaf(leaf);
            own.ifPresent(held::add);
            isFree[0] |= own.isEmpty();
          }
        });
    return isFree[0] || held.size() != 1 ? Optional.empty() : Optional.of(held.iterator().next());
  }

  private static Optional<String> ofLeaf(Formula leaf) {
    RowSet rows = Formula.rows(leaf);
    Optional<String> ofHistory = rows.history().flatMap(History::where).flatMap(HeldCurrency::of);
    var money = new ComparedMoney(rows);
    boolean isOfFirst =
        money.areTold(columns(leaf)) || money.areTold(NamedColumns.of(rows.where()));
    if (ofHistory.isPresent() || isOfFirst) {
      // The first row's amount is in its own currency, whatever this row's is.
      return ofHistory;
    }
    Optional<String> ofRows = rows.where().flatMap(HeldCurrency::of);
    return ofRows.isPresent() || rows.perKey().isPresent()
        ? ofRows
        : aggregation(leaf).flatMap(Aggregation::where).flatMap(HeldCurrency::of);
  }

  private static Optional<Aggregation> aggregation(Formula leaf) {
    if (leaf instanceof Formula.Aggregate aggregate) {
      return Optional.of(aggregate.aggregation());
    }
    return leaf instanceof Formula.OfTotal total
        ? Optional.of(total.aggregation())
        : Optional.empty();
  }

  private static boolean isMoney(Formula leaf) {
    return new ComparedMoney(Formula.rows(leaf)).hasMoney(columns(leaf));
  }

  private static Set<String> columns(Formula leaf) {
    RowSet rows = Formula.rows(leaf);
    Set<String> columns = new TreeSet<>();
    aggregation(leaf).ifPresent(aggregation -> columns.addAll(NamedColumns.of(aggregation)));
    rows.perKey().ifPresent(inner -> columns.addAll(Columns.of(inner.measures())));
    return columns;
  }

  private static Optional<String> of(Condition condition) {
    if (condition instanceof Condition.Compare compare
        && compare.column().equals(CURRENCY)
        && compare.comparator() == Condition.Comparator.EQUAL) {
      return Optional.of(compare.literal().toString().toUpperCase(Locale.ROOT));
    }
    if (condition instanceof Condition.OneOf oneOf
        && oneOf.column().equals(CURRENCY)
        && oneOf.literals().size() == 1) {
      return Optional.of(oneOf.literals().get(0).toString().toUpperCase(Locale.ROOT));
    }
    return condition instanceof Condition.All all
        ? all.conditions().stream().flatMap(each -> of(each).stream()).findFirst()
        : Optional.empty();
  }
}
