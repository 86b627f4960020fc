package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Gap;
import io.retainer.model.report.Tile;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each source is there up to the period's end. By the clock a report waits for that before it is
 * rendered; here it is seen when somebody did not wait. Of a source that was never there nobody
 * knows that it is missing, so the figures of the scorecard that lack it are named.
 */
final class DataGate implements Gate {

  private static final int NAMED = 4;

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
    List<Gap> gaps = this.gaps.of(draft.client(), draft.run().report(), draft.run().period());
    Stream<Found> missing =
        gaps.stream()
            .map(
                gap ->
                    Found.of(
                        "found", (formats, locale) -> values(gap, draft.run().period(), formats)));
    Set<String> named = gaps.stream().map(Gap::dataset).collect(Collectors.toSet());
    return Stream.concat(missing, some(draft.content().tiles(), named).stream()).toList();
  }

  /**
   * A scorecard of which a part is empty. One that is empty for the most part is not for this gate.
   *
   * @param named the datasets of which it was said already that they lack days
   */
  private static Optional<Found> some(List<Tile> tiles, Set<String> named) {
    List<KpiDescriptor> lacking =
        tiles.stream()
            .map(Tile::figure)
            .filter(figure -> !isWhole(figure.current()))
            .map(KpiFigure::kpi)
            .filter(kpi -> !named.contains(kpi.dataset()))
            .toList();
    return lacking.isEmpty() || ScorecardGate.isMostlyEmpty(tiles)
        ? Optional.empty()
        : Optional.of(
            Found.of(
                "some",
                (formats, locale) ->
                    new Object[] {
                      formats.number(lacking.size()),
                      formats.number(tiles.size()),
                      titles(lacking, locale)
                    }));
  }

  private static boolean isWhole(KpiValue value) {
    return value.status() != KpiValue.Status.NO_DATA && !Change.isMissingDays(value);
  }

  private static String titles(List<KpiDescriptor> kpis, Locale locale) {
    return kpis.stream()
            .limit(NAMED)
            .map(kpi -> kpi.title(locale))
            .collect(Collectors.joining(", "))
        + (kpis.size() > NAMED ? ", …" : "");
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
