package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a client's rows without reading them: a few small tables. */
final class Catalogue {

  private Catalogue() {}

  /** The datasets of which anything of a client was ever imported: few of those that there are. */
  static List<Dataset> datasets(Connection connection, ClientId client) throws SQLException {
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select distinct dataset from series where client = ?")) {
      statement.setString(1, client.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return Datasets.all().stream().filter(dataset -> names.contains(dataset.name())).toList();
  }

  /** All series of a dataset of a client that have anything in force, in a steady order. */
  static List<Series> series(Connection connection, ClientId client, String dataset)
      throws SQLException {
    Map<Long, List<Series.Table>> tables = tables(connection, client, dataset);
    Map<Long, List<Series.Presence>> presence = presence(connection, client, dataset);
    List<Series> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id, source, account, cut, "columns", grain, keyed
            from series where client = ? and dataset = ? order by id
            """)) {
      statement.setString(1, client.value());
      statement.setString(2, dataset);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long id = row.getLong(1);
          if (tables.containsKey(id)) {
            found.add(
                new Series(
                    id,
                    row.getString(2),
                    row.getString(3),
                    words(row.getString(4)),
                    words(row.getString(5)),
                    Grain.valueOf(row.getString(6)),
                    row.getBoolean(7),
                    tables.get(id),
                    presence.getOrDefault(id, List.of())));
          }
        }
      }
    }
    return found;
  }

  private static Map<Long, List<Series.Table>> tables(
      Connection connection, ClientId client, String dataset) throws SQLException {
    Map<Long, List<Series.Table>> found = new HashMap<>();
    Map<List<Long>, Map<String, String>> thresholds = thresholds(connection, client, dataset);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select t.series, t.batch, t.complete, t."columns", t.span_start, t.span_end, t.silence,
              t.ordinal, t.gaps
            from batch_tables t
            join series s on s.id = t.series
            join batches b on b.id = t.batch
            where s.client = ? and s.dataset = ? and not b.undone
              and b.status in ('ACCEPTED', 'PARTIAL')
            order by t.batch, t.ordinal
            """)) {
      statement.setString(1, client.value());
      statement.setString(2, dataset);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
              .add(
                  new Series.Table(
                      row.getLong(2),
                      row.getBoolean(3),
                      words(row.getString(4)),
                      span(row, 5),
                      row.getInt(7),
                      thresholds.getOrDefault(List.of(row.getLong(2), row.getLong(8)), Map.of()),
                      Optional.ofNullable(row.getString(9)).map(Catalogue::words)));
        }
      }
    }
    return found;
  }

  /** By batch and number of the table, what is kept back of which column. */
  private static Map<List<Long>, Map<String, String>> thresholds(
      Connection connection, ClientId client, String dataset) throws SQLException {
    Map<List<Long>, Map<String, String>> found = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select k.batch, k.ordinal, k.column_name, k.threshold
            from suppressed_columns k
            join batch_tables t on t.batch = k.batch and t.ordinal = k.ordinal
            join series s on s.id = t.series
            where s.client = ? and s.dataset = ?
            """)) {
      statement.setString(1, client.value());
      statement.setString(2, dataset);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(List.of(row.getLong(1), row.getLong(2)), any -> new HashMap<>())
              .put(row.getString(3), row.getString(4));
        }
      }
    }
    return found;
  }

  private static Map<Long, List<Series.Presence>> presence(
      Connection connection, ClientId client, String dataset) throws SQLException {
    Map<Long, List<Series.Presence>> found = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select p.series, p.period_start, p.period_end, p.batch, p.currency, p.row_count
            from presence p join series s on s.id = p.series
            where s.client = ? and s.dataset = ?
            order by p.period_start, p.period_end, p.batch
            """)) {
      statement.setString(1, client.value());
      statement.setString(2, dataset);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
              .add(
                  new Series.Presence(
                      span(row, 2).orElseThrow(),
                      row.getLong(4),
                      Optional.ofNullable(row.getString(5)),
                      row.getLong(6)));
        }
      }
    }
    return found;
  }

  /** The accepted batches of a client by id. */
  static Map<Long, Series.Batch> batches(Connection connection, ClientId client)
      throws SQLException {
    Map<Long, Series.Batch> found = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id, connector, coalesce(account, ''), file_name, sha256, imported_at
            from batches where client = ? and not undone and status in ('ACCEPTED', 'PARTIAL')
            order by id
            """)) {
      statement.setString(1, client.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getLong(1),
              new Series.Batch(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  instant(row, 6)));
        }
      }
    }
    return found;
  }

  static Optional<DateSpan> span(ResultSet row, int column) throws SQLException {
    LocalDate start = row.getObject(column, LocalDate.class);
    LocalDate end = row.getObject(column + 1, LocalDate.class);
    return start == null ? Optional.empty() : Optional.of(new DateSpan(start, end));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, java.time.LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  static Set<String> words(String joined) {
    return joined.isEmpty() ? Set.of() : new TreeSet<>(List.of(joined.split(",")));
  }
}
