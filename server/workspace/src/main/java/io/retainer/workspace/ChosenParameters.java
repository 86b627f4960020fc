package io.retainer.workspace;

import io.retainer.kpi.KpiLibrary;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.ClientParameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What each client chose for the parameters of KPI scripts, read with every question. */
public final class ChosenParameters implements ClientParameters {

  private final TextsOfClients texts;

  ChosenParameters(Path folder) {
    this.texts = new TextsOfClients(folder, "{\"notRankedAs\": \"31\"}");
  }

  @Override
  public Map<String, String> of(ClientId client) {
    return texts.of(client);
  }

  /**
   * Checks values beside the client's others. One that is empty is taken back and needs no check.
   *
   * @throws IllegalArgumentException as {@link KpiLibrary#checkParameters}
   */
  public void check(ClientId client, Map<String, String> changes, KpiLibrary scripts) {
    Map<String, String> others = new TreeMap<>(of(client));
    others.keySet().removeAll(changes.keySet());
    Map<String, String> chosen = new TreeMap<>(changes);
    chosen.values().removeIf(String::isBlank);
    scripts.checkParameters(chosen, others);
  }

  /** Keeps values, and forgets those that are empty. */
  public void set(ClientId client, Map<String, String> changes) {
    texts.set(client, changes);
  }
}
