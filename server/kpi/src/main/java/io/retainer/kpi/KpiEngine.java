package io.retainer.kpi;

import io.retainer.model.client.Client;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.List;
import java.util.Optional;

/** Plans and evaluates the KPIs of a library over a source of facts. */
public final class KpiEngine implements Kpis {

  private final KpiLibrary library;

  public KpiEngine(KpiLibrary library, FactSource facts) {
    this.library = library;
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return library.definitions().stream().map(KpiDefinition::descriptor).toList();
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return catalogue().stream().filter(kpi -> kpi.id().equals(id)).findFirst();
  }

  @Override
  public List<KpiFigure> figures(Client client, Period period, List<KpiId> ids) {
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

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    throw new IllegalArgumentException("No KPI is defined");
  }
}
