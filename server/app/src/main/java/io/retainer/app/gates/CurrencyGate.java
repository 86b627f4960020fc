package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import java.util.List;
import java.util.TreeSet;

/** The amounts of a figure are of one currency: others cannot be added to them. */
final class CurrencyGate implements Gate {

  @Override
  public String name() {
    return "currency";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    return draft.content().figures().stream()
        .filter(figure -> figure.kpi().unit() == KpiUnit.MONEY)
        .filter(figure -> figure.coverage().currencies().size() > 1)
        .map(figure -> found(figure, draft.client().currency().getCurrencyCode()))
        .toList();
  }

  private static Found found(KpiFigure figure, String expected) {
    String seen = String.join(", ", new TreeSet<>(figure.coverage().currencies()));
    return Found.of(
        "found", (formats, locale) -> new Object[] {figure.kpi().title(locale), seen, expected});
  }
}
