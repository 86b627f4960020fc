package io.retainer.workspace.destinations;

import io.retainer.workspace.ClientScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * A destination that does not take what is sent there. What it takes later does not bring back the
 * reports that failed before, and shows that the place works again: then there is no trouble.
 *
 * @param reports that were tried and did not arrive, or may not have, since the last that did
 * @param since when the first of them was tried last
 * @param answer to the latest
 */
public record Trouble(int reports, Instant since, String answer) {

  private static final String FAILING =
      """
      select recipient, updated_at, coalesce(answer, '') from delivery
      where state in ('queued', 'failed', 'unknown') and attempts > 0
        and recipient in (<recipients>)
        and not exists
          (select 1 from delivery arrived
           where arrived.recipient = delivery.recipient and arrived.state = 'sent'
             and arrived.sent_at > delivery.updated_at)
        and %s
      order by updated_at
      """
          .formatted(ClientScope.condition("delivery.client"));

  /** A failed attempt. */
  private record Failure(String recipient, Trouble trouble) {}

  /** By their recipients. */
  static Map<String, Trouble> in(Jdbi state, Collection<String> recipients) {
    Map<String, Trouble> troubles = new TreeMap<>();
    if (!recipients.isEmpty()) {
      state
          .withHandle(
              handle ->
                  ClientScope.bind(handle.createQuery(FAILING))
                      .bindList("recipients", recipients)
                      .map(
                          (row, context) ->
                              new Failure(
                                  row.getString(1),
                                  new Trouble(
                                      1,
                                      row.getObject(2, OffsetDateTime.class).toInstant(),
                                      row.getString(3))))
                      .list())
          .forEach(each -> troubles.merge(each.recipient(), each.trouble(), Trouble::and));
    }
    return troubles;
  }

  private Trouble and(Trouble later) {
    return new Trouble(reports + later.reports, since, later.answer);
  }
}
