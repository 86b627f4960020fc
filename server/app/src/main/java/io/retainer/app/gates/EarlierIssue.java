package io.retainer.app.gates;

import io.retainer.model.time.Period;
import java.util.Map;

/**
 * The report of the same kind and client that was issued last.
 *
 * @param kpis versions of its KPIs by id; empty where an older version kept none
 */
record EarlierIssue(Period period, Map<String, String> kpis) {

  EarlierIssue {
    kpis = Map.copyOf(kpis);
  }
}
