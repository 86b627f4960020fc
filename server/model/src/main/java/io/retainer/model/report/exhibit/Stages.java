package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import java.util.List;

/**
 * Counts of one way, each by a date of its own: deals created, deals won. They are no parts of each
 * other, so there are no rates between them.
 */
public record Stages(List<KpiFigure> figures) implements Exhibit {

  public Stages {
    figures = List.copyOf(figures);
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return figures.stream().map(KpiFigure::kpi).toList();
  }
}
