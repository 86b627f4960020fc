package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.List;
import java.util.Optional;

/** Is asked for groups and for nothing else. */
abstract class OnlyGroups implements Kpis {

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return catalogue().stream().filter(kpi -> kpi.id().equals(id)).findFirst();
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    return List.of();
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    return List.of();
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    return List.of();
  }
}
