package io.retainer.workspace.destinations;

import io.retainer.workspace.ClientScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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
        and recipient in (<recipients>) and %s
      order by updated_at
      """
          .formatted(ClientScope.condition("client"));

  /** Asked apart: within the other, a database may ask it anew for each failure. */
  private static final String ARRIVED =
      """
      select recipient, max(sent_at) from delivery
      where state = 'sent' and sent_at is not null and recipient in (<recipients>)
      group by recipient
      """;

  /** A failed attempt. */
  private record Failure(String recipient, Trouble trouble) {

    boolean isAfter(Instant arrived) {
      return arrived == null || !trouble.since().isBefore(arrived);
    }
  }

  /** By their recipients. */
  static Map<String, Trouble> in(Jdbi state, Collection<String> recipients) {
    return recipients.isEmpty()
        ? Map.of()
        : state.withHandle(handle -> together(handle, failures(handle, recipients)));
  }

  private static List<Failure> failures(Handle handle, Collection<String> recipients) {
    return ClientScope.bind(handle.createQuery(FAILING))
        .bindList("recipients", recipients)
        .map(
            (row, context) ->
                new Failure(row.getString(1), new Trouble(1, time(row), row.getString(3))))
        .list();
  }

  private static Map<String, Trouble> together(Handle handle, List<Failure> failures) {
    Map<String, Trouble> troubles = new TreeMap<>();
    Map<String, Instant> arrived = arrived(handle, failures);
    failures.stream()
        .filter(each -> each.isAfter(arrived.get(each.recipient())))
        .forEach(each -> troubles.merge(each.recipient(), each.trouble(), Trouble::and));
    return troubles;
  }

  /** When the last one arrived at those that failed. */
  private static Map<String, Instant> arrived(Handle handle, List<Failure> failures) {
    Set<String> recipients = failures.stream().map(Failure::recipient).collect(Collectors.toSet());
    Map<String, Instant> arrived = new HashMap<>();
    if (!recipients.isEmpty()) {
      handle
          .createQuery(ARRIVED)
          .bindList("recipients", recipients)
          .map((row, context) -> Map.entry(row.getString(1), time(row)))
          .forEach(each -> arrived.put(each.getKey(), each.getValue()));
    }
    return arrived;
  }

  private static Instant time(ResultSet row) throws SQLException {
    return row.getObject(2, OffsetDateTime.class).toInstant();
  }

  private Trouble and(Trouble later) {
    return new Trouble(reports + later.reports, since, later.answer);
  }
}
