package io.retainer.model.report;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.Kpis;
import java.util.List;

/**
 * A figure of the scorecard.
 *
 * @param trail the same KPI over this period and those before it, oldest first, for the sparkline
 */
public record Tile(KpiFigure figure, List<Kpis.Point> trail) {

  public Tile {
    trail = List.copyOf(trail);
  }
}
