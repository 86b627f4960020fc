package io.retainer.model.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which columns a table must have to answer a question. A column that is only asked for as {@code
 * is_spam == false || is_spam == null} may be lacking: the author said what holds where nothing is
 * known of it, and a table without the column knows nothing of it in any row.
 */
public final class NeededColumns {

  private NeededColumns() {}

  public static Set<String> of(FactQuery query) {
    Set<String> columns = new TreeSet<>(query.by());
    query.where().ifPresent(where -> columns.addAll(of(where)));
    query.perKey().ifPresent(inner -> columns.add(inner.key()));
    List<Measure> measures = query.perKey().map(PerKey::measures).orElse(query.measures());
    Set<String> mayLack = new TreeSet<>(mayLack(query.where()));
    measures.forEach(measure -> mayLack.addAll(mayLack(measure.aggregation().where())));
    measures.forEach(measure -> columns.addAll(of(measure.aggregation(), mayLack)));
    query.dated().ifPresent(columns::add);
    query.history().ifPresent(history -> resolve(history, columns));
    return columns;
  }

  /** What one aggregation needs for itself. */
  public static Set<String> of(Aggregation aggregation) {
    return of(aggregation, Set.of());
  }

  /** What a history tells comes from its key and from the columns that it looks at. */
  private static void resolve(History history, Set<String> columns) {
    if (!history.columns().isEmpty()) {
      columns.add(history.key());
    }
    history.where().ifPresent(where -> columns.addAll(of(where)));
    for (History.Told told : history.columns()) {
      columns.remove(told.name());
      told.column().ifPresent(columns::add);
    }
  }

  private static Set<String> of(Aggregation aggregation, Set<String> mayLack) {
    boolean isOfAnother =
        aggregation instanceof Aggregation.Undecided
            || aggregation instanceof Aggregation.AbsentProfiles;
    if (isOfAnother) {
      // What decides a row is named by the question, or by the level that it is asked beside.
      return Set.of();
    }
    Set<String> columns = new TreeSet<>();
    aggregation.where().ifPresent(where -> columns.addAll(of(where)));
    Set<String> values = new TreeSet<>(NamedColumns.ofValues(aggregation));
    // What decides a row may be kept back; that is counted where there is such a column.
    if (aggregation instanceof Aggregation.Sum sum && sum.value() instanceof RowValue.Suppressed) {
      values.removeAll(mayLack);
    }
    columns.addAll(values);
    return columns;
  }

  private static Set<String> mayLack(Optional<Condition> condition) {
    Set<String> columns = new TreeSet<>(NamedColumns.of(condition));
    condition.ifPresent(where -> columns.removeAll(of(where)));
    return columns;
  }

  private static Set<String> of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream()
          .flatMap(each -> of(each).stream())
          .collect(Collectors.toSet());
    }
    return condition instanceof Condition.AnyOf any ? of(any) : NamedColumns.of(condition);
  }

  private static Set<String> of(Condition.AnyOf any) {
    List<Condition> members = new ArrayList<>();
    flatten(any, members);
    Set<String> passing =
        members.stream()
            .flatMap(member -> missing(member).stream())
            .filter(column -> members.stream().anyMatch(member -> compares(member, column)))
            .collect(Collectors.toSet());
    return members.stream()
        .filter(member -> !isAbout(member, passing))
        .flatMap(member -> of(member).stream())
        .collect(Collectors.toSet());
  }

  private static void flatten(Condition condition, List<Condition> members) {
    if (condition instanceof Condition.AnyOf any) {
      any.conditions().forEach(each -> flatten(each, members));
    } else {
      members.add(condition);
    }
  }

  private static Optional<String> missing(Condition condition) {
    return condition instanceof Condition.Missing missing
        ? Optional.of(missing.column())
        : Optional.empty();
  }

  private static boolean compares(Condition condition, String column) {
    return missing(condition).isEmpty() && NamedColumns.of(condition).equals(Set.of(column));
  }

  private static boolean isAbout(Condition condition, Set<String> passing) {
    return passing.containsAll(NamedColumns.of(condition));
  }
}
