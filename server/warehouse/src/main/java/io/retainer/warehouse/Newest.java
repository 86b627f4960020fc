package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What came last, of many clients by one question. */
final class Newest {

  private Newest() {}

  static List<Reach> reaches(Connection connection, Collection<ClientId> clients)
      throws SQLException {
    List<Reach> found = new ArrayList<>();
    if (clients.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select s.client, s.source, max(known.period_end)
            from (
              select series, period_end from presence
              union all
              select t.series, t.span_end from batch_tables t join batches b on b.id = t.batch
              where not b.undone and b.status in ('ACCEPTED', 'PARTIAL')
            ) known
            join series s on s.id = known.series
            where s.client in (%s) and known.period_end is not null
            group by s.client, s.source
            order by s.client, s.source
            """
                .formatted(places(clients)))) {
      bind(statement, 0, clients.stream().map(ClientId::value).toList());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Reach(
                  new ClientId(row.getString(1)),
                  row.getString(2),
                  row.getObject(3, LocalDate.class).minusDays(1)));
        }
      }
    }
    return found;
  }

  static List<TakenFile> taken(
      Connection connection,
      Collection<ClientId> clients,
      Collection<String> names,
      Collection<String> hashes)
      throws SQLException {
    List<TakenFile> found = new ArrayList<>();
    if (clients.isEmpty() || names.isEmpty()) {
      return found;
    }
    String sameBytes = hashes.isEmpty() ? "" : " or sha256 in (%s)".formatted(places(hashes));
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select client, file_name, sha256, imported_at from batches
            where not undone and status in ('ACCEPTED', 'PARTIAL') and client in (%s)
              and (file_name in (%s)%s)
            order by id
            """
                .formatted(places(clients), places(names), sameBytes))) {
      int next = bind(statement, 0, clients.stream().map(ClientId::value).toList());
      bind(statement, bind(statement, next, names), hashes);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new TakenFile(
                  new ClientId(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  Catalogue.instant(row, 4)));
        }
      }
    }
    return found;
  }

  private static String places(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static int bind(PreparedStatement statement, int after, Collection<String> values)
      throws SQLException {
    int place = after;
    for (String value : values) {
      statement.setString(++place, value);
    }
    return place;
  }
}
