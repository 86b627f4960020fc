package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Gap;
import io.retainer.model.report.Tile;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each source is there up to the period's end. By the clock a report waits for that before it is
 * rendered; here it is seen when somebody did not wait. Of a source that was never there nobody
 * knows that it is missing; but a scorecard of which most is empty is no report.
 */
final class DataGate implements Gate {

  private static final int NAMED = 4;

  /** Of fewer figures each is there on purpose. */
  private static final int FEWEST = 3;

  private final Gaps gaps;
  private final UnaryOperator<String> sourceTitles;

  /** What a report of a period lacks. */
  interface Gaps {
    List<Gap> of(Client client, String report, Period period);
  }

  DataGate(Gaps gaps, UnaryOperator<String> sourceTitles) {
    this.gaps = gaps;
    this.sourceTitles = sourceTitles;
  }

  @Override
  public String name() {
    return "data";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.WARN;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    Stream<Found> missing =
        gaps.of(draft.client(), draft.run().report(), draft.run().period()).stream()
            .map(
                gap ->
                    Found.of(
                        "found", (formats, locale) -> values(gap, draft.run().period(), formats)));
    return Stream.concat(missing, few(draft.content().tiles()).stream()).toList();
  }

  private static Optional<Found> few(List<Tile> tiles) {
    long whole =
        tiles.stream().map(tile -> tile.figure().current()).filter(DataGate::isWhole).count();
    return tiles.size() < FEWEST || 2 * whole > tiles.size()
        ? Optional.empty()
        : Optional.of(
            Found.of(
                "few",
                (formats, locale) ->
                    new Object[] {formats.number(whole), formats.number(tiles.size())}));
  }

  private static boolean isWhole(KpiValue value) {
    return value.status() != KpiValue.Status.NO_DATA && !Change.isMissingDays(value);
  }

  private Object[] values(Gap gap, Period period, Formats formats) {
    String sources =
        gap.sources().stream()
            .map(id -> formats.source(id, sourceTitles.apply(id)))
            .collect(Collectors.joining(", "));
    String where = formats.dataset(gap.dataset()) + (sources.isEmpty() ? "" : " (" + sources + ")");
    String days =
        gap.missing().stream().limit(NAMED).map(formats::span).collect(Collectors.joining(", "));
    return new Object[] {where, days, formats.date(period.span().lastDay())};
  }
}
