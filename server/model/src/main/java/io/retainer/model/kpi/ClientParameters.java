package io.retainer.model.kpi;

import io.retainer.model.client.ClientId;
import java.util.Map;

/** What clients chose in the place of the defaults that KPI scripts leave to them. */
public interface ClientParameters {

  /** Nobody chose anything. */
  ClientParameters NONE = client -> Map.of();

  /** By the parameter's name, which several KPIs may share: brandTerms is one list for all. */
  Map<String, String> of(ClientId client);
}
