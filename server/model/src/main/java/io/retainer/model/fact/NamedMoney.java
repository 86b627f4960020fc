package io.retainer.model.fact;

import io.retainer.spi.Unit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a question names amounts of money, so that currencies of rows matter. */
public record NamedMoney(FactQuery query) {

  /** Whether rows know an amount of another row. */
  public boolean isTold() {
    return query.history().stream()
        .flatMap(history -> history.columns().stream())
        .anyMatch(told -> isMoney(told.name()));
  }

  /**
   * Whether amounts decide which earlier rows an aggregation uses. Then the currencies of all
   * earlier rows matter, also of those that it does not use.
   */
  public boolean chooses(Aggregation aggregation) {
    Set<String> columns = new HashSet<>(NamedColumns.of(aggregation.where()));
    if (!isSum(aggregation)) {
      columns.addAll(NamedColumns.of(query.where()));
    }
    query.history().ifPresent(history -> columns.addAll(NamedColumns.of(history.where())));
    return columns.stream().anyMatch(this::isMoney);
  }

  /**
   * The rows whose currencies matter to an aggregation: those that its own conditions leave, but
   * for conditions about amounts, which look at unlike ones. Of an inner grouping, those that any
   * of its amounts is made of.
   */
  public Optional<Condition> used(Aggregation aggregation) {
    if (query.perKey().isEmpty()) {
      return withoutAmounts(aggregation.where());
    }
    Set<Condition> any = new LinkedHashSet<>();
    for (Measure measure : query.perKey().get().measures()) {
      if (NamedColumns.of(measure.aggregation()).stream().anyMatch(this::isMoney)) {
        Optional<Condition> own = withoutAmounts(measure.aggregation().where());
        if (own.isEmpty()) {
          return own;
        }
        any.add(own.get());
      }
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(new Condition.AnyOf(List.copyOf(any)));
  }

  private Optional<Condition> withoutAmounts(Optional<Condition> where) {
    List<Condition> left =
        Condition.conjuncts(where).stream()
            .filter(each -> NamedColumns.of(each).stream().noneMatch(this::isMoney))
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(left));
  }

  /** The rows that a sum uses are known one by one. */
  private static boolean isSum(Aggregation aggregation) {
    return aggregation instanceof Aggregation.MaturedSum
        || aggregation instanceof Aggregation.OpenAtEnd;
  }

  private boolean isMoney(String column) {
    String own =
        query
            .history()
            .flatMap(history -> history.find(column))
            .flatMap(History.Told::column)
            .orElse(column);
    return query.dataset().find(own).filter(known -> known.unit() == Unit.MONEY).isPresent();
  }
}
