package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * By the clock a report is about a later period than the last one that was issued, and nobody gets
 * the same one twice.
 */
final class PeriodGate implements Gate {

  private final Function<Inspection.Draft, Optional<EarlierIssue>> last;
  private final Function<Inspection.Draft, Optional<LocalDate>> received;

  /**
   * @param last what the schedule has issued before
   * @param received when what recipients have of the same period was issued, by any schedule
   */
  PeriodGate(
      Function<Inspection.Draft, Optional<EarlierIssue>> last,
      Function<Inspection.Draft, Optional<LocalDate>> received) {
    this.last = last;
    this.received = received;
  }

  @Override
  public String name() {
    return "period";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    Period now = draft.run().period();
    if (!draft.run().requestedBy().equals("schedule")) {
      return List.of();
    }
    return last
        .apply(draft)
        .filter(issue -> !now.span().start().isAfter(issue.period().span().start()))
        .map(
            issue ->
                Found.of(
                    "found",
                    (formats, locale) ->
                        new Object[] {formats.period(now), formats.period(issue.period())}))
        .or(
            () ->
                received
                    .apply(draft)
                    .map(
                        day ->
                            Found.of(
                                "again",
                                (formats, locale) ->
                                    new Object[] {formats.period(now), formats.date(day)})))
        .stream()
        .toList();
  }
}
