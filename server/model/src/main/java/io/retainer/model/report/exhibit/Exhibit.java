package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import java.util.List;

/** More than a number, with a picture of its own. */
public sealed interface Exhibit
    permits Cohorts, Segments, Funnel, Ranking, Stages, Pacing, Columns, Movers, Reconciliation {

  /** The KPIs it shows, the one that names it first. */
  List<KpiDescriptor> kpis();

  default KpiDescriptor lead() {
    return kpis().get(0);
  }
}
