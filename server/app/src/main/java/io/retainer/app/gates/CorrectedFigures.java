package io.retainer.app.gates;

import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.rendering.overview.ReportOverview.Card;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which figures of the scorecard had a value in the report that a draft corrects, by their titles
 * in English. None where it corrects nothing, or the earlier one kept no figures.
 */
final class CorrectedFigures implements Function<Inspection.Draft, Set<String>> {

  private final Runs runs;
  private final RunFiles files;

  CorrectedFigures(Runs runs, RunFiles files) {
    this.runs = runs;
    this.files = files;
  }

  @Override
  public Set<String> apply(Inspection.Draft draft) {
    return draft
        .run()
        .origin()
        .corrects()
        .flatMap(runs::find)
        .flatMap(earlier -> files.overview(earlier, Language.EN))
        .map(
            overview ->
                overview.cards().stream()
                    .map(Card::figure)
                    .filter(figure -> figure.known())
                    .map(figure -> figure.label())
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
