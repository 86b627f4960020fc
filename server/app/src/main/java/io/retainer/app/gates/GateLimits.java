package io.retainer.app.gates;

import io.retainer.model.client.ClientId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The limits of the agency, a client or a schedule, where they differ from the usual. */
public final class GateLimits {

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public GateLimits(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** A schedule's own comes first, then its client's, then the agency's, then the usual. */
  public BigDecimal inForce(GateLimit limit, ClientId client, Optional<String> schedule) {
    return schedule
        .flatMap(id -> own(GateLevels.Owner.SCHEDULE, id, limit))
        .or(() -> own(GateLevels.Owner.CLIENT, client.value(), limit))
        .or(() -> own(GateLevels.Owner.AGENCY, GateLevels.AGENCY, limit))
        .orElse(limit.usual());
  }

  /** How long a schedule's report waits for its data. */
  public Duration patience(ClientId client, String schedule) {
    return hours(GateLimit.PATIENCE_HOURS, client, schedule);
  }

  /** How late a schedule's report may be and still go out by the clock. */
  public Duration window(ClientId client, String schedule) {
    return hours(GateLimit.LATE_HOURS, client, schedule);
  }

  /** The same for many schedules, in one question. */
  public BiFunction<ClientId, String, Duration> windows() {
    record Owner(String kind, String id) {}
    Map<Owner, BigDecimal> said = new HashMap<>();
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        "select owner_kind, owner_id, amount from gate_limit where name = :name")
                    .bind("name", GateLimit.LATE_HOURS.word())
                    .map(
                        (row, context) ->
                            Map.entry(
                                new Owner(row.getString("owner_kind"), row.getString("owner_id")),
                                row.getBigDecimal("amount")))
                    .forEach(each -> said.put(each.getKey(), each.getValue())));
    return (client, schedule) ->
        Stream.of(
                new Owner(GateLevels.Owner.SCHEDULE.word(), schedule),
                new Owner(GateLevels.Owner.CLIENT.word(), client.value()),
                new Owner(GateLevels.Owner.AGENCY.word(), GateLevels.AGENCY))
            .filter(said::containsKey)
            .findFirst()
            .map(owner -> Duration.ofHours(said.get(owner).longValue()))
            .orElseGet(() -> Duration.ofHours(GateLimit.LATE_HOURS.usual().longValue()));
  }

  private Duration hours(GateLimit limit, ClientId client, String schedule) {
    return Duration.ofHours(inForce(limit, client, Optional.of(schedule)).longValue());
  }

  /** What holds for this owner where it says nothing itself. */
  BigDecimal inherited(GateLevels.Owner owner, GateLimit limit, Optional<ClientId> client) {
    return switch (owner) {
      case AGENCY -> limit.usual();
      case CLIENT -> own(GateLevels.Owner.AGENCY, GateLevels.AGENCY, limit).orElse(limit.usual());
      case SCHEDULE -> inForce(limit, client.orElseThrow(), Optional.empty());
    };
  }

  private Optional<BigDecimal> own(GateLevels.Owner owner, String id, GateLimit limit) {
    return Optional.ofNullable(of(owner, id).get(limit));
  }

  /** What was said for this owner. */
  Map<GateLimit, BigDecimal> of(GateLevels.Owner owner, String id) {
    return state
        .get()
        .withHandle(
            handle -> {
              Map<GateLimit, BigDecimal> limits = new EnumMap<>(GateLimit.class);
              handle
                  .createQuery(
                      "select name, amount from gate_limit where owner_kind = :kind and owner_id = :id")
                  .bind("kind", owner.word())
                  .bind("id", id)
                  .map(
                      (row, context) ->
                          Map.entry(row.getString("name"), row.getBigDecimal("amount")))
                  .forEach(
                      each ->
                          Arrays.stream(GateLimit.values())
                              .filter(limit -> limit.word().equals(each.getKey()))
                              .forEach(limit -> limits.put(limit, plain(each.getValue()))));
              return limits;
            });
  }

  private static BigDecimal plain(BigDecimal kept) {
    BigDecimal plain = kept.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Says all of them anew; what is not named is as usual again. */
  void set(GateLevels.Owner owner, String id, Map<GateLimit, BigDecimal> wanted, String by) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute(
                  "delete from gate_limit where owner_kind = ? and owner_id = ?", owner.word(), id);
              wanted.forEach(
                  (limit, amount) ->
                      handle
                          .createUpdate(
                              """
                              insert into gate_limit
                                (owner_kind, owner_id, name, amount, set_by, set_at)
                              values (:kind, :id, :name, :amount, :by, :now)
                              """)
                          .bind("kind", owner.word())
                          .bind("id", id)
                          .bind("name", limit.word())
                          .bind("amount", amount)
                          .bind("by", by)
                          .bind("now", clock.instant())
                          .execute());
            });
  }
}
