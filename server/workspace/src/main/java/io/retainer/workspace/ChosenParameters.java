package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.ClientParameters;
import java.nio.file.Path;
import java.util.Map;

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

  /** Keeps values, and forgets those that are empty. */
  public void set(ClientId client, Map<String, String> changes) {
    texts.set(client, changes);
  }
}
