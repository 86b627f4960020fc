package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The largest parts of a whole, and all others together.
 *
 * @param dimension what the parts are
 */
public record Ranking(
    KpiDescriptor kpi, Optional<String> currency, String dimension, List<Place> places)
    implements Exhibit {

  public Ranking {
    places = List.copyOf(places);
  }

  /**
   * @param name empty where rows state none
   * @param isOther whether it is all others together
   * @param share of the whole; empty when the whole is zero
   */
  public record Place(String name, boolean isOther, BigDecimal value, Optional<BigDecimal> share) {}

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }
}
