package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.client.Client;
import io.retainer.model.report.Gap;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Each source is there up to the period's end. By the clock a report waits for that before it is
 * rendered; here it is seen when somebody did not wait.
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
    return gaps.of(draft.client(), draft.run().report(), draft.run().period()).stream()
        .map(
            gap ->
                Found.of("found", (formats, locale) -> values(gap, draft.run().period(), formats)))
        .toList();
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
