package io.retainer.model.fact;

import io.retainer.spi.Unit;
import java.util.HashSet;
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
