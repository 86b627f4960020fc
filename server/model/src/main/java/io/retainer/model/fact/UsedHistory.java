package io.retainer.model.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question takes from its history. A definition may tell more for the sake of its
 * breakdowns; who asks for the whole needs none of that.
 */
public final class UsedHistory {

  private UsedHistory() {}

  /** The same question, with a history that tells what it names and nothing else. */
  public static FactQuery in(FactQuery query) {
    Set<String> named = named(query);
    Optional<History> used =
        query
            .history()
            .map(history -> telling(history, named))
            .filter(history -> !history.columns().isEmpty() || leavesOut(history, query));
    return used.equals(query.history())
        ? query
        : new FactQuery(
            query.client(),
            query.dataset(),
            query.where(),
            query.by(),
            query.perKey(),
            query.measures(),
            query.periods(),
            query.bucket(),
            query.dated(),
            used,
            query.zone());
  }

  private static History telling(History history, Set<String> named) {
    return new History(
        history.key(),
        history.where(),
        history.columns().stream().filter(told -> named.contains(told.name())).toList());
  }

  /** Whether it leaves rows out that the question itself would count. */
  private static boolean leavesOut(History history, FactQuery query) {
    return history.where().isPresent() && !history.where().equals(query.where());
  }

  private static Set<String> named(FactQuery query) {
    Set<String> named = new HashSet<>(query.by());
    named.addAll(NamedColumns.of(query.where()));
    List<Measure> ofRows = query.perKey().map(PerKey::measures).orElse(query.measures());
    ofRows.forEach(measure -> named.addAll(NamedColumns.of(measure.aggregation())));
    return named;
  }
}
