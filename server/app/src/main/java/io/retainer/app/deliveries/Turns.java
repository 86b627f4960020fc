package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose work is done by the threads there are. One client may have half of them while the others
 * leave them alone; once half are at work, whoever has a share already waits. So no client waits
 * for another one's slow mail server or long report.
 */
public final class Turns {

  private final int threads;
  private final int share;
  private final Map<ClientId, Integer> underWay = new HashMap<>();
  private int all;

  /**
   * @param threads there are
   * @param share of them that a client may have however many are at work
   */
  public Turns(int threads, int share) {
    this.threads = threads;
    this.share = share;
  }

  /**
   * @return false when it is others' turn; else it has to be ended
   */
  public synchronized boolean begin(ClientId client) {
    int has = underWay.getOrDefault(client, 0);
    if (has >= share && all >= threads / 2) {
      return false;
    }
    underWay.put(client, has + 1);
    all++;
    return true;
  }

  public synchronized void end(ClientId client) {
    all--;
    underWay.computeIfPresent(client, (same, has) -> has == 1 ? null : has - 1);
  }
}
