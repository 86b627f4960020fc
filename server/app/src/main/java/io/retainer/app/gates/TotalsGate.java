package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.fact.Coverage;
import io.retainer.model.imports.ImportResult;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of each import behind the report add up to the totals that its source states. */
final class TotalsGate implements Gate {

  private final Function<String, Optional<ImportResult>> imports;

  /**
   * @param imports what an import said, by its batch
   */
  TotalsGate(Function<String, Optional<ImportResult>> imports) {
    this.imports = imports;
  }

  @Override
  public String name() {
    return "totals";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    Set<String> batches =
        draft.content().figures().stream()
            .flatMap(figure -> figure.coverage().inputs().stream())
            .map(Coverage.Input::batch)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return batches.stream()
        .flatMap(batch -> imports.apply(batch).stream())
        .flatMap(result -> result.reconciliation().stream().map(one -> found(result, one)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Found> found(ImportResult result, ImportResult.Reconciliation one) {
    return one.verdict() == ImportResult.Verdict.DIFFERENT
        ? Optional.of(
            Found.of(
                "found",
                (formats, locale) ->
                    new Object[] {
                      result.file(),
                      one.metric(),
                      formats.number(one.sum(), decimals(one.sum())),
                      formats.number(one.total(), decimals(one.total()))
                    }))
        : Optional.empty();
  }

  private static int decimals(BigDecimal number) {
    return Math.min(2, Math.max(0, number.stripTrailingZeros().scale()));
  }
}
