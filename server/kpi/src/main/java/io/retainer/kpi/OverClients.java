package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.LooksBack;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.RolledUp.How;
import io.retainer.spi.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be done with the parts of a formula over several clients. Rows belong to one client
 * each, so sums and counts of them add, and so do levels. People do not belong to one client, and
 * statistics are not made of statistics.
 */
final class OverClients {

  /** Keys of people, who may be with several clients. */
  private static final Set<String> PEOPLE = Set.of("customer_key", "lead_key");

  private OverClients() {}

  /** Why the parts cannot be added over clients; empty when they can. */
  static Optional<Reason> obstacle(Formula formula) {
    List<Reason> found = new ArrayList<>();
    formula.eachLeaf(leaf -> obstacleOf(leaf).ifPresent(found::add));
    return found.stream().findFirst();
  }

  static How how(Way way, KpiKind kind) {
    if (obstacle(way.formula()).isPresent()) {
      return How.NONE;
    }
    return switch (kind) {
      case FLOW, DISTINCT -> How.ADDED;
      case STOCK -> How.LEVELS_ADDED;
      case RATIO, WMEAN -> How.RECOMPUTED;
      case DISTRIBUTION, RANK, SCORE -> How.NONE;
    };
  }

  private static Optional<Reason> obstacleOf(Formula leaf) {
    if (leaf instanceof Formula.AsCounted counted) {
      return Optional.of(Reasons.clientsOverlap(counted.column()));
    }
    RowSet rows = Formula.rows(leaf);
    Aggregation aggregation = Way.aggregation(leaf);
    if (aggregation instanceof Aggregation.Statistic
        || aggregation instanceof Aggregation.Percentile
        || aggregation instanceof Aggregation.Furthest
        || aggregation instanceof Aggregation.WeightedMean) {
      return Optional.of(Reasons.clientsStatistic());
    }
    return rows.perKey()
        .map(PerKey::key)
        .or(() -> LooksBack.anyKey(aggregation))
        .filter(key -> !isOfOneClient(key))
        .map(Reasons::clientsOverlap);
  }

  /** Orders, deals and posts are a client's own: what some dataset tells its rows apart by. */
  private static boolean isOfOneClient(String key) {
    return !PEOPLE.contains(key)
        && Datasets.all().stream().anyMatch(dataset -> dataset.key().equals(List.of(key)));
  }

  /** Whether values add, whatever way each of them was computed by. */
  static boolean adds(KpiKind kind) {
    return kind == KpiKind.FLOW || kind == KpiKind.STOCK;
  }
}
