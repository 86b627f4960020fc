package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.PerKey;
import io.retainer.spi.Dataset;
import java.util.Optional;

/**
 * The rows an aggregation is about: what a script says with {@code from}, {@code where}, {@code
 * dated}, {@code history}, {@code per}.
 */
public record RowSet(
    Dataset dataset,
    Optional<Condition> where,
    Optional<PerKey> perKey,
    Optional<String> dated,
    Optional<History> history) {}
