package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What earlier imports have of the things and days that a file is about, and the file has not. A
 * shop deletes an order, and its next export lacks it: the order goes on counting, since an export
 * that leaves it out may as well be one of a part. A report with fewer columns takes the place of a
 * row that had more. Neither may happen without a word.
 */
public final class LeftByFile {

  private static final int MOST_TABLES = 64;

  private final FactChanges facts;
  private final Sql sql;
  private final ClientId client;
  private final String connector;

  LeftByFile(FactChanges facts, Sql sql, ClientId client, String connector) {
    this.facts = facts;
    this.sql = sql;
    this.client = client;
    this.connector = connector;
  }

  /**
   * Rows of the days of a file that it lacks, while it has most of those days' rows.
   *
   * @param key the column that names them
   * @param example the first of them
   * @param batch the import that brought it
   */
  public record Absent(String key, long rows, String example, LocalDate day, String batch) {}

  /**
   * Rows of which a file lacks columns that they had.
   *
   * @param columns those that had a number
   */
  public record Narrowed(String key, long rows, List<String> columns) {}

  /** What is found of one list of the file. */
  public record Found(Optional<Absent> absent, Optional<Narrowed> narrowed) {}

  List<Found> of(List<IntakeTable> tables) throws SQLException {
    List<Found> found = new ArrayList<>();
    for (List<IntakeTable> list : lists(tables)) {
      DateSpan days = days(list);
      if (hasEarlier(list.get(0), days)) {
        found.add(ofList(list, days));
      }
    }
    return found;
  }

  /** An archive may hold the list of an account in several tables: they lack it together. */
  private static List<List<IntakeTable>> lists(List<IntakeTable> tables) {
    Map<List<String>, List<IntakeTable>> lists = new LinkedHashMap<>();
    for (IntakeTable table : tables) {
      boolean isOfThings = table.isKeyed() && table.header().grain() == Grain.EVENT;
      if (isOfThings && table.rows() > 0) {
        lists
            .computeIfAbsent(
                List.of(table.header().dataset().name(), table.header().account()),
                any -> new ArrayList<>())
            .add(table);
      }
    }
    return lists.values().stream().filter(each -> each.size() <= MOST_TABLES).toList();
  }

  private static DateSpan days(List<IntakeTable> list) {
    List<DateSpan> spans = list.stream().map(table -> table.span().orElseThrow()).toList();
    return new DateSpan(
        spans.stream().map(DateSpan::start).min(Comparator.naturalOrder()).orElseThrow(),
        spans.stream().map(DateSpan::end).max(Comparator.naturalOrder()).orElseThrow());
  }

  private boolean hasEarlier(IntakeTable table, DateSpan days) throws SQLException {
    return sql.number(
            """
            select count(*) from series s join presence p on p.series = s.id
            where s.client = ? and s.dataset = ? and s.source = ? and s.account = ? and s.keyed
              and p.period_start < ? and p.period_end > ?
            """,
            client.value(),
            table.header().dataset().name(),
            connector,
            table.header().account(),
            days.end(),
            days.start())
        > 0;
  }

  private Found ofList(List<IntakeTable> list, DateSpan days) throws SQLException {
    IntakeTable first = list.get(0);
    List<String> lacking = list.size() == 1 ? lacking(first) : List.of();
    String within = within(list, days, lacking);
    Object[] values = {
      client.value(),
      client.value(),
      first.header().dataset().name(),
      connector,
      first.header().account(),
      days.start(),
      days.end()
    };
    boolean isWhole = list.stream().allMatch(table -> table.header().complete());
    return new Found(
        isWhole ? absent(first.key(), within, values) : Optional.empty(),
        narrowed(first.key(), lacking, within, values));
  }

  private Optional<Absent> absent(String key, String within, Object[] values) throws SQLException {
    List<Long> counts =
        sql.list(
                row -> List.of(row.getLong(1), row.getLong(2)),
                "select coalesce(sum(case when is_here then 0 else 1 end), 0),"
                    + " coalesce(sum(case when is_here then 1 else 0 end), 0) from "
                    + within
                    + " where is_inside",
                values)
            .get(0);
    // A part of a list lacks most of it: nothing that it lacks was deleted.
    if (counts.get(0) == 0 || counts.get(0) > counts.get(1)) {
      return Optional.empty();
    }
    return sql
        .list(
            row ->
                new Absent(
                    key,
                    counts.get(0),
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3)),
            "select name, day, batch from "
                + within
                + " where is_inside and not is_here order by day, name limit 1",
            values)
        .stream()
        .findFirst();
  }

  private static List<String> lacking(IntakeTable table) {
    return table.header().dataset().columns().stream()
        .filter(
            column -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL)
        .map(Column::name)
        .filter(name -> !table.header().columns().contains(name))
        .toList();
  }

  private Optional<Narrowed> narrowed(
      String key, List<String> lacking, String within, Object[] values) throws SQLException {
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    String counts =
        lacking.stream()
            .map(name -> "count(" + FactTable.quoted(name) + ")")
            .collect(Collectors.joining(", "));
    Map<String, Long> lost = new LinkedHashMap<>();
    sql.list(
        row -> {
          for (int i = 0; i < lacking.size(); i++) {
            lost.put(lacking.get(i), row.getLong(i + 1));
          }
          return true;
        },
        "select " + counts + " from " + within + " where is_here",
        values);
    lost.values().removeIf(rows -> rows == 0);
    return lost.values().stream()
        .max(Comparator.naturalOrder())
        .map(rows -> new Narrowed(key, rows, List.copyOf(lost.keySet())));
  }

  /**
   * Rows in force of the days: whether the list has them, and whether they lie between its first
   * and its last moment.
   */
  private String within(List<IntakeTable> list, DateSpan days, List<String> more)
      throws SQLException {
    IntakeTable first = list.get(0);
    String key = FactTable.quoted(first.key());
    boolean hasMoments = list.stream().allMatch(table -> table.unchanging().isPresent());
    String moment = hasMoments ? first.unchanging().orElseThrow() : "period_start";
    List<String> waiting = new ArrayList<>();
    for (IntakeTable table : list) {
      waiting.add(
          "select %s as name, %s as moment from %s"
              .formatted(key, FactTable.quoted(moment), table.aside()));
    }
    List<String> columns = new ArrayList<>(more);
    columns.add(0, moment);
    return """
    (select f.%1$s as name, f.period_start as day, cast(f.batch as varchar) as batch%5$s,
      h.name is not null as is_here, (%4$s) as is_inside
    from %2$s f
    join series s on s.id = f.series
    cross join (select min(moment) as begins, max(moment) as ends from (%3$s) as w) as d
    left join (select distinct name from (%3$s) as w) as h on h.name = f.%1$s
    where f.client = ? and f.live and s.client = ? and s.dataset = ? and s.source = ?
      and s.account = ? and s.keyed and f.period_start >= ? and f.period_start < ?)
      as of_days
    """
        .formatted(
            key,
            facts.within(first, days, client, columns),
            String.join(" union all ", waiting),
            // Without moments the first and the last day may be cut off: nothing is known of them.
            (hasMoments
                    ? "f.%1$s >= d.begins and f.%1$s <= d.ends"
                    : "f.%1$s > d.begins and f.%1$s < d.ends")
                .formatted(FactTable.quoted(moment)),
            more.stream()
                .map(name -> ", f." + FactTable.quoted(name))
                .collect(Collectors.joining()));
  }
}
