package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.Tile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Most figures of the scorecard have a value, and at least one of the report does. Of a source that
 * was never there nobody knows that it is missing, so no day of it is waited for; but a report of
 * empty tiles embarrasses who sends it, and does not go out before somebody has looked at it. Nor
 * does a correction that takes a figure away which its recipients have.
 */
final class ScorecardGate implements Gate {

  private final Function<Inspection.Draft, Set<String>> corrected;

  /**
   * @param corrected which figures have a value in the report that a draft corrects, by their
   *     titles in English
   */
  ScorecardGate(Function<Inspection.Draft, Set<String>> corrected) {
    this.corrected = corrected;
  }

  @Override
  public String name() {
    return "scorecard";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    if (draft.content().figures().stream().noneMatch(ScorecardGate::hasValue)) {
      return List.of(Found.plain("none"));
    }
    List<Tile> tiles = draft.content().tiles();
    return Stream.of(empty(tiles), lost(tiles, corrected.apply(draft)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Found> empty(List<Tile> tiles) {
    long filled = filled(tiles);
    return isMostlyEmpty(tiles)
        ? Optional.of(
            Found.of(
                filled == 0 ? "empty" : "found",
                (formats, locale) ->
                    new Object[] {formats.number(filled), formats.number(tiles.size())}))
        : Optional.empty();
  }

  private static Optional<Found> lost(List<Tile> tiles, Set<String> before) {
    List<KpiDescriptor> lost =
        tiles.stream()
            .map(Tile::figure)
            .filter(figure -> !hasValue(figure))
            .map(KpiFigure::kpi)
            .filter(kpi -> before.contains(kpi.title(Locale.ENGLISH)))
            .toList();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Found.of(
                "lost",
                (formats, locale) ->
                    new Object[] {
                      lost.stream().map(kpi -> kpi.title(locale)).collect(Collectors.joining(", "))
                    }));
  }

  /** Whether fewer than half have a value. */
  static boolean isMostlyEmpty(List<Tile> tiles) {
    return 2 * filled(tiles) < tiles.size();
  }

  private static long filled(List<Tile> tiles) {
    return tiles.stream().map(Tile::figure).filter(ScorecardGate::hasValue).count();
  }

  private static boolean hasValue(KpiFigure figure) {
    return figure.current().value().isPresent();
  }
}
