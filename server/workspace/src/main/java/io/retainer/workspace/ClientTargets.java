package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.target.Targets;
import io.retainer.model.time.Period;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The targets that were set for clients. */
public final class ClientTargets implements Targets {

  private final Jdbi jdbi;
  private final Clock clock;

  ClientTargets(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** All of the client's, by KPI, kind of period and first day. */
  @Override
  public List<Target> of(ClientId client) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from client_target where client_id = :client
                    order by kpi, period, valid_from
                    """)
                .bind("client", client.value())
                .map(ClientTargets::read)
                .list());
  }

  /** Sets a target in the place of the one of the same KPI, kind of period and first day. */
  public void set(ClientId client, Target target) {
    jdbi.useTransaction(
        handle -> {
          // A form sent twice at once: the second waits, and takes the place of the first.
          handle
              .createQuery("select id from client where id = :client for update")
              .bind("client", client.value())
              .mapTo(String.class)
              .one();
          remove(handle, client, target.kpi(), target.period(), Optional.of(target.from()));
          handle
              .createUpdate(
                  """
                  insert into client_target
                    (client_id, kpi, period, valid_from, low, high, currency, set_at)
                  values (:client, :kpi, :period, :from, :low, :high, :currency, :setAt)
                  """)
              .bind("client", client.value())
              .bind("kpi", target.kpi().value())
              .bind("period", target.periodWord())
              .bind("from", target.from())
              .bind("low", target.goal().low().orElse(null))
              .bind("high", target.goal().high().orElse(null))
              .bind("currency", target.currency().orElse(null))
              .bind("setAt", clock.instant())
              .execute();
        });
  }

  /**
   * Removes targets, for the past too.
   *
   * @param from the one that begins with this day; all of them when empty
   * @return how many there were
   */
  public int remove(ClientId client, KpiId kpi, Period.Kind period, Optional<LocalDate> from) {
    return jdbi.inTransaction(handle -> remove(handle, client, kpi, period, from));
  }

  private static int remove(
      org.jdbi.v3.core.Handle handle,
      ClientId client,
      KpiId kpi,
      Period.Kind period,
      Optional<LocalDate> from) {
    return handle
        .createUpdate(
            """
            delete from client_target
            where client_id = :client and kpi = :kpi and period = :period
              and valid_from between :first and :last
            """)
        .bind("client", client.value())
        .bind("kpi", kpi.value())
        .bind("period", period.name().toLowerCase(java.util.Locale.ROOT))
        .bind("first", from.orElse(Target.ALWAYS))
        .bind("last", from.orElse(LocalDate.of(9999, 12, 31)))
        .execute();
  }

  private static Target read(ResultSet row, StatementContext context) throws SQLException {
    return new Target(
        new KpiId(row.getString("kpi")),
        Target.kind(row.getString("period")),
        goal(
            Optional.ofNullable(row.getBigDecimal("low")),
            Optional.ofNullable(row.getBigDecimal("high"))),
        Optional.ofNullable(row.getString("currency")),
        row.getObject("valid_from", LocalDate.class));
  }

  private static Goal goal(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    if (low.isPresent() && high.isPresent()) {
      return new Goal.Band(low.get(), high.get());
    }
    return low.<Goal>map(Goal.AtLeast::new).orElseGet(() -> new Goal.AtMost(high.orElseThrow()));
  }
}
