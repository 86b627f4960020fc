package io.retainer.workspace.destinations;

import io.retainer.workspace.sealing.SealingKey;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Destinations that were added in the browser, and which of all are paused. */
public final class KeptDestinations {

  private final Supplier<Jdbi> state;
  private final Supplier<SealingKey> key;
  private final Clock clock;

  /**
   * @param key by which secrets are sealed
   */
  public KeptDestinations(Supplier<Jdbi> state, Supplier<SealingKey> key, Clock clock) {
    this.state = state;
    this.key = key;
    this.clock = clock;
  }

  /** Who stopped it, and when. */
  public record Pause(String by, Instant at) {}

  List<Destination> all() {
    Map<String, Set<String>> clients =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select recipient, client from destination_client")
                        .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                        .collect(
                            Collectors.groupingBy(
                                row -> row.get(0),
                                Collectors.mapping(row -> row.get(1), Collectors.toSet()))));
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select recipient, name, kind, target, all_clients, host_keys from"
                            + " destination order by recipient")
                    .map((row, context) -> read(row, clients))
                    .list());
  }

  private Destination read(ResultSet row, Map<String, Set<String>> clients) throws SQLException {
    String recipient = row.getString("recipient");
    Destination.Kind kind = Destination.Kind.of(row.getString("kind")).orElseThrow();
    String hostKeys = row.getString("host_keys");
    return new Destination(
        row.getString("name"),
        kind,
        row.getString("target"),
        row.getBoolean("all_clients")
            ? Set.of(Destination.ALL)
            : clients.getOrDefault(recipient, Set.of()),
        DestinationReader.usualBase(kind).map(URI::create),
        Optional.of(() -> secret(recipient)),
        hostKeys.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(hostKeys.split(" "))),
        false);
  }

  private String secret(String recipient) {
    SealingKey.Sealed sealed =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select key_id, secret from destination where recipient = :recipient")
                        .bind("recipient", recipient)
                        .map(
                            (row, context) ->
                                new SealingKey.Sealed(
                                    row.getString("key_id"), row.getBytes("secret")))
                        .one());
    return key.get().open(sealed, recipient);
  }

  /**
   * @return false when there is one of that name and kind
   */
  boolean add(Destination destination, String secret, String by) {
    SealingKey.Sealed sealed = key.get().seal(secret, destination.recipient());
    boolean isOfAll = destination.clients().contains(Destination.ALL);
    return state
        .get()
        .inTransaction(
            handle -> {
              int added =
                  handle
                      .createUpdate(
                          """
                          insert into destination
                            (recipient, name, kind, target, all_clients, host_keys, key_id, secret,
                             added_by, added_at)
                          select :recipient, :name, :kind, :target, :all, :hostKeys, :key, :secret,
                             :by, :now
                          where not exists
                            (select 1 from destination where recipient = :recipient)
                          """)
                      .bind("recipient", destination.recipient())
                      .bind("name", destination.name())
                      .bind("kind", destination.kind().word())
                      .bind("target", destination.target())
                      .bind("all", isOfAll)
                      .bind("hostKeys", String.join(" ", destination.hostKeys()))
                      .bind("key", sealed.keyId())
                      .bind("secret", sealed.bytes())
                      .bind("by", by)
                      .bind("now", clock.instant())
                      .execute();
              if (added == 1 && !isOfAll) {
                for (String client : destination.clients()) {
                  handle.execute(
                      "insert into destination_client (recipient, client) values (?, ?)",
                      destination.recipient(),
                      client);
                }
              }
              return added == 1;
            });
  }

  /**
   * @return false when there is none
   */
  boolean remove(String recipient) {
    return state
        .get()
        .inTransaction(
            handle -> {
              handle.execute("delete from destination_client where recipient = ?", recipient);
              handle.execute("delete from destination_pause where recipient = ?", recipient);
              return handle.execute("delete from destination where recipient = ?", recipient) == 1;
            });
  }

  void pause(String recipient, String by) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into destination_pause (recipient, paused_by, paused_at)
                        select :recipient, :by, :now
                        where not exists
                          (select 1 from destination_pause where recipient = :recipient)
                        """)
                    .bind("recipient", recipient)
                    .bind("by", by)
                    .bind("now", clock.instant())
                    .execute());
  }

  void resume(String recipient) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute("delete from destination_pause where recipient = ?", recipient));
  }

  Map<String, Trouble> troubles(Collection<String> recipients) {
    return Trouble.in(state.get(), recipients);
  }

  Map<String, Pause> paused() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select recipient, paused_by, paused_at from destination_pause")
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getString(1),
                                new Pause(
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
