package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.Tile;
import java.util.List;

/**
 * Most figures of the scorecard have a value, and at least one of the report does. Of a source that
 * was never there nobody knows that it is missing, so no day of it is waited for; but a report of
 * empty tiles embarrasses who sends it, and does not go out before somebody has looked at it.
 */
final class ScorecardGate implements Gate {

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
    long filled = filled(tiles);
    return isMostlyEmpty(tiles)
        ? List.of(
            Found.of(
                filled == 0 ? "empty" : "found",
                (formats, locale) ->
                    new Object[] {formats.number(filled), formats.number(tiles.size())}))
        : List.of();
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
