package io.retainer.model.fact;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which columns a part of a question names, in the order they stand. */
public final class NamedColumns {

  private final Set<String> columns = new LinkedHashSet<>();

  private NamedColumns() {}

  public static Set<String> of(Aggregation aggregation) {
    NamedColumns named = new NamedColumns();
    named.add(aggregation);
    return named.columns;
  }

  /** Those that it computes with, its own condition aside. */
  public static Set<String> ofValues(Aggregation aggregation) {
    NamedColumns named = new NamedColumns();
    named.addValues(aggregation);
    return named.columns;
  }

  public static Set<String> of(RowValue value) {
    NamedColumns named = new NamedColumns();
    named.add(value);
    return named.columns;
  }

  public static Set<String> of(Condition condition) {
    NamedColumns named = new NamedColumns();
    named.add(condition);
    return named.columns;
  }

  public static Set<String> of(Optional<Condition> condition) {
    return condition.map(NamedColumns::of).orElseGet(LinkedHashSet::new);
  }

  private void add(Aggregation aggregation) {
    aggregation.where().ifPresent(this::add);
    addValues(aggregation);
  }

  private void addValues(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      add(sum.value());
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      add(statistic.value());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      add(percentile.value());
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      add(mean.value());
      add(mean.weight());
    } else if (aggregation instanceof Aggregation.Distinct distinct) {
      columns.add(distinct.column());
    } else if (aggregation instanceof Aggregation.Level level) {
      columns.add(level.column());
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      add(sum.value());
    } else if (aggregation instanceof Aggregation.SumOfCounts sum) {
      columns.add(sum.column());
    } else if (aggregation instanceof Aggregation.Undecided undecided) {
      add(undecided.lack());
    } else if (aggregation instanceof Aggregation.ExistingKeys keys) {
      columns.add(keys.key());
    } else if (aggregation instanceof Aggregation.RetainedKeys keys) {
      columns.add(keys.key());
    } else {
      addLookingBack(aggregation);
    }
  }

  private void addLookingBack(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.ActiveKeys keys) {
      columns.add(keys.key());
    } else if (aggregation instanceof Aggregation.LostKeys keys) {
      columns.add(keys.key());
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      columns.add(keys.key());
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      columns.add(sum.key());
      add(sum.value());
    } else if (aggregation instanceof Aggregation.Furthest furthest) {
      furthest.steps().forEach(this::add);
    } else if (aggregation instanceof Aggregation.OpenAtEnd open) {
      columns.add(open.ended());
      open.value().ifPresent(this::add);
    }
  }

  private void add(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      columns.add(column.column());
    } else if (value instanceof RowValue.Arithmetic arithmetic) {
      add(arithmetic.left());
      add(arithmetic.right());
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      add(ifMissing.value());
      add(ifMissing.otherwise());
    } else if (value instanceof RowValue.Suppressed suppressed) {
      columns.add(suppressed.column());
    } else if (value instanceof RowValue.Lacking lacking) {
      add(lacking.value());
    } else if (value instanceof RowValue.Elapsed elapsed) {
      columns.add(elapsed.from());
      columns.add(elapsed.to());
    } else if (value instanceof RowValue.OfMoment moment) {
      columns.add(moment.column());
    }
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      columns.add(compare.column());
    } else if (condition instanceof Condition.CompareNumbers numbers) {
      add(numbers.left());
      add(numbers.right());
    } else if (condition instanceof Condition.OneOf oneOf) {
      columns.add(oneOf.column());
    } else if (condition instanceof Condition.Exactly exactly) {
      columns.add(exactly.column());
    } else if (condition instanceof Condition.Matches matches) {
      columns.add(matches.column());
    } else if (condition instanceof Condition.Missing missing) {
      columns.add(missing.column());
    } else if (condition instanceof Condition.Not not) {
      add(not.condition());
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(this::add);
    } else if (condition instanceof Condition.AnyOf any) {
      any.conditions().forEach(this::add);
    }
  }
}
