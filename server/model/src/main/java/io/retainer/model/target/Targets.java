package io.retainer.model.target;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets that clients have. */
@FunctionalInterface
public interface Targets {

  /** Nobody has any. */
  Targets NONE = client -> List.of();

  List<Target> of(ClientId client);

  /**
   * The figures that have a target, assessed.
   *
   * @param today in the client's zone
   */
  default Map<KpiId, Assessment> assess(
      Client client, Collection<KpiFigure> figures, LocalDate today) {
    List<Target> targets = of(client.id());
    Map<KpiId, Assessment> assessed = new LinkedHashMap<>();
    for (KpiFigure figure : figures) {
      KpiId id = figure.kpi().id();
      Target.inForce(targets, id, figure.period())
          .ifPresent(target -> assessed.put(id, Assessment.of(target, figure, today)));
    }
    return assessed;
  }
}
