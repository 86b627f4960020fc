package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What came last, of many clients by one question. */
final class Newest {

  private Newest() {}

  /** Asked of the tables that were imported, which are few, and not of their days or rows. */
  static List<Reach> reaches(Connection connection, Collection<ClientId> clients)
      throws SQLException {
    if (clients.isEmpty()) {
      return List.of();
    }
    return new Sql(connection)
        .list(
            row ->
                new Reach(
                    new ClientId(row.getString(1)),
                    row.getString(2),
                    row.getObject(3, LocalDate.class).minusDays(1)),
            """
            select s.client, s.source, max(greatest(t.rows_end, t.span_end))
            from batch_tables t
            join batches b on b.id = t.batch
            join series s on s.id = t.series
            where not b.undone and b.status in ('ACCEPTED', 'PARTIAL') and s.client in (%s)
              and (t.rows_end is not null or t.span_end is not null)
            group by s.client, s.source
            order by s.client, s.source
            """
                .formatted(Sql.places(clients.size())),
            values(clients).toArray());
  }

  /** Of those that were imported since: nobody looks for others. */
  static List<TakenFile> taken(
      Connection connection,
      Collection<ClientId> clients,
      Collection<String> names,
      Collection<String> hashes,
      Instant since)
      throws SQLException {
    if (clients.isEmpty() || names.isEmpty()) {
      return List.of();
    }
    String sameBytes =
        hashes.isEmpty() ? "" : " or sha256 in (%s)".formatted(Sql.places(hashes.size()));
    List<Object> values = new ArrayList<>(values(clients));
    values.add(LocalDateTime.ofInstant(since, ZoneOffset.UTC));
    values.addAll(names);
    values.addAll(hashes);
    return new Sql(connection)
        .list(
            row ->
                new TakenFile(
                    new ClientId(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    Catalogue.instant(row, 4)),
            """
            select client, file_name, sha256, imported_at from batches
            where not undone and status in ('ACCEPTED', 'PARTIAL') and client in (%s)
              and imported_at >= ? and (file_name in (%s)%s)
            order by id
            """
                .formatted(Sql.places(clients.size()), Sql.places(names.size()), sameBytes),
            values.toArray());
  }

  private static List<String> values(Collection<ClientId> clients) {
    return clients.stream().map(ClientId::value).toList();
  }
}
