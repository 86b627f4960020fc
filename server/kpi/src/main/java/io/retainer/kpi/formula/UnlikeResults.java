package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.PerKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things of whatever kinds there are, added: results of campaigns are purchases, leads, clicks. */
final class UnlikeResults {

  /** What says of which kind the things in a column are. */
  private static final Map<String, String> KINDS = Map.of("results", "result_type");

  private UnlikeResults() {}

  static Optional<Misuse> addedIn(Formula.Aggregate leaf, List<String> by) {
    RowSet rows = leaf.rows();
    Set<String> summed =
        rows.perKey()
            .map(inner -> Columns.of(inner.measures()))
            .orElseGet(
                () ->
                    leaf.aggregation() instanceof Aggregation.Sum sum
                        ? NamedColumns.of(sum.value())
                        : Set.of());
    Set<String> looked = NamedColumns.of(rows.where());
    looked.addAll(NamedColumns.of(leaf.aggregation().where()));
    rows.perKey().ifPresent(inner -> looked.addAll(Columns.of(inner.measures())));
    rows.perKey().map(PerKey::key).ifPresent(looked::add);
    return KINDS.entrySet().stream()
        .filter(kind -> summed.contains(kind.getKey()))
        .filter(kind -> rows.dataset().find(kind.getValue()).isPresent())
        .filter(kind -> !looked.contains(kind.getValue()) && !by.contains(kind.getValue()))
        .findFirst()
        .map(kind -> misuse(kind.getKey(), kind.getValue()));
  }

  private static Misuse misuse(String column, String kind) {
    return new Misuse(
        "adds " + column + " of whatever " + kind + " there are, such as purchases and clicks",
        "say which ones: where(" + kind + " == 'purchase') after it; or write by " + kind);
  }
}
