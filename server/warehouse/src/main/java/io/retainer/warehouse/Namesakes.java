package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.ReadIssue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows whose key is in force already, for another thing: each shop numbers its orders from 1, and
 * the second shop in one account would take the first one's orders away. The same thing keeps its
 * moment, but for the client's zone: that moves it by quarters of an hour within a day, and a file
 * without times of day has midnight.
 *
 * <p>Of two shops, most common numbers have other moments. Where a single one does, somebody
 * corrected it, as shops and CRMs let one: that row takes the place of the one before.
 */
final class Namesakes {

  private final FactChanges facts;
  private final Sql sql;
  private final ClientId client;
  private final String connector;

  Namesakes(FactChanges facts, Sql sql, ClientId client, String connector) {
    this.facts = facts;
    this.sql = sql;
    this.client = client;
    this.connector = connector;
  }

  /** The question to the user, if there are any. */
  Optional<ReadIssue> of(IntakeTable table) throws SQLException {
    if (table.unchanging().isEmpty() || !table.isKeyed() || table.rows() == 0) {
      return Optional.empty();
    }
    return found(table).stream()
        .filter(Namesake::isOfAnother)
        .findFirst()
        .map(each -> issue(table, each));
  }

  private record Namesake(
      long line,
      String key,
      LocalDate now,
      LocalDate before,
      String file,
      String batch,
      long all,
      long inCommon) {

    boolean isOfAnother() {
      return all * 2 >= inCommon;
    }
  }

  private List<Namesake> found(IntakeTable table) throws SQLException {
    String key = FactTable.quoted(table.key());
    String moment = FactTable.quoted(table.unchanging().orElseThrow());
    return sql.list(
        row ->
            new Namesake(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8)),
        """
        with common as (
        select waiting.line as line, waiting.%1$s as name, cast(waiting.%2$s as date) as now,
          cast(f.%2$s as date) as before, b.file_name as file, b.id as batch,
          (waiting.%2$s > f.%2$s + interval '1' day or f.%2$s > waiting.%2$s + interval '1' day
            or cast(waiting.%2$s as time) <> time '00:00:00'
              and cast(f.%2$s as time) <> time '00:00:00'
              and (%5$s - %6$s) %% 15 <> 0) as other
        from %3$s
        join %4$s f on f.%1$s = waiting.%1$s
        join series s on s.id = f.series
        join batches b on b.id = f.batch
        where f.client = ? and f.live and s.client = ? and s.dataset = ? and s.source = ?
          and s.account = ? and s.keyed)
        select line, name, now, before, file, batch, count(*) over (), (select count(*) from common)
        from common where other
        order by line
        limit 1
        """
            .formatted(
                key,
                moment,
                table.aside(),
                facts.namesakes(table, client),
                minutes("waiting." + moment),
                minutes("f." + moment)),
        client.value(),
        client.value(),
        table.header().dataset().name(),
        connector,
        table.header().account());
  }

  /** A file saved again by Excel may lack the seconds. */
  private static String minutes(String moment) {
    return "cast(floor(extract(epoch from %s) / 60) as bigint)".formatted(moment);
  }

  private static ReadIssue issue(IntakeTable table, Namesake each) {
    String more = each.all > 1 ? ", and %,d more like it".formatted(each.all - 1) : "";
    return new ReadIssue(
        each.line,
        table.key(),
        "%s of %s, which this account has as one of %s already, from %s (import %s)%s"
            .formatted(each.key, each.now, each.before, each.file, each.batch, more),
        "the numbers of one shop or account",
        "These are probably files of several shops or accounts of the platform: name an account for"
            + " each (--account, or the field Account of the upload), else what one has takes the"
            + " place of what the other has.");
  }
}
