package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.KpiDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Each KPI means what it meant in the last report that was issued. */
final class DefinitionGate implements Gate {

  private static final int SHOWN = 12;

  private final Function<Inspection.Draft, Optional<EarlierIssue>> last;

  DefinitionGate(Function<Inspection.Draft, Optional<EarlierIssue>> last) {
    this.last = last;
  }

  @Override
  public String name() {
    return "definition";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.WARN;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    Optional<EarlierIssue> earlier = last.apply(draft);
    if (earlier.isEmpty()) {
      return List.of();
    }
    Map<String, String> before = earlier.get().kpis();
    return draft.content().glossary().stream()
        .filter(kpi -> before.containsKey(kpi.id().value()))
        .filter(kpi -> !before.get(kpi.id().value()).equals(kpi.version()))
        .map(kpi -> found(kpi, before.get(kpi.id().value()), earlier.get()))
        .toList();
  }

  private static Found found(KpiDescriptor kpi, String before, EarlierIssue earlier) {
    return Found.of(
        "found",
        (formats, locale) ->
            new Object[] {
              kpi.title(locale),
              kpi.id().value(),
              shown(before),
              shown(kpi.version()),
              formats.period(earlier.period())
            });
  }

  private static String shown(String version) {
    return version.substring(0, Math.min(SHOWN, version.length()));
  }
}
