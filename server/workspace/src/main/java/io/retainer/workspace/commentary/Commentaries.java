package io.retainer.workspace.commentary;

import io.retainer.model.client.ClientId;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What people wrote into reports. Versions are added and never changed. */
public final class Commentaries {

  private static final String OF_REPORT =
      " from commentary where client_id = :client and report = :report and period = :period";

  private final Jdbi jdbi;
  private final Clock clock;

  public Commentaries(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The words in force. */
  public Commentary of(WordsOf report) {
    Map<String, Map<String, SectionCommentary>> byLanguage = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            bound(handle, "select *" + OF_REPORT + " order by version", report)
                .map(
                    (row, context) ->
                        byLanguage
                            .computeIfAbsent(
                                row.getString("language"), any -> new LinkedHashMap<>())
                            .put(row.getString("section"), read(row)))
                .list());
    byLanguage.values().forEach(sections -> sections.values().removeIf(SectionCommentary::isEmpty));
    byLanguage.values().removeIf(Map::isEmpty);
    Map<String, SectionCommentary> sections = byLanguage.remove(report.language());
    return new Commentary(sections == null ? Map.of() : sections, List.copyOf(byLanguage.keySet()));
  }

  /** All words of a client that are in force, by section; an empty section was emptied again. */
  public Map<WordsOf, Map<String, SectionCommentary>> inForce(ClientId client) {
    Map<WordsOf, Map<String, SectionCommentary>> words = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select * from commentary where client_id = :client order by version")
                .bind("client", client.value())
                .map(
                    (row, context) ->
                        words
                            .computeIfAbsent(report(client, row), any -> new TreeMap<>())
                            .put(row.getString("section"), read(row)))
                .list());
    return words;
  }

  /** Every version of a section's words, the latest first. */
  public List<SectionCommentary> history(WordsOf report, String section) {
    return jdbi.withHandle(
        handle ->
            bound(
                    handle,
                    "select *"
                        + OF_REPORT
                        + " and language = :language and section = :section order by version desc",
                    report)
                .bind("language", report.language())
                .bind("section", section)
                .map((row, context) -> read(row))
                .list());
  }

  /** The reports of a client that somebody wrote into, the latest first. */
  public List<WordsOf> written(ClientId client, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select report, period, language, max(written_at) as latest from commentary
                    where client_id = :client group by report, period, language
                    order by latest desc limit :most
                    """)
                .bind("client", client.value())
                .bind("most", most)
                .map((row, context) -> report(client, row))
                .list());
  }

  private static WordsOf report(ClientId client, ResultSet row) throws SQLException {
    return new WordsOf(
        client,
        row.getString("report"),
        Period.parse(row.getString("period")),
        row.getString("language"));
  }

  /** The words of the report that were written last, of whatever section. */
  public Optional<SectionCommentary> latest(WordsOf report) {
    return jdbi.withHandle(
        handle ->
            bound(
                    handle,
                    "select *"
                        + OF_REPORT
                        + " and language = :language order by written_at desc limit 1",
                    report)
                .bind("language", report.language())
                .map((row, context) -> read(row))
                .findOne());
  }

  /**
   * Writes a version of each, if nobody wrote one of any meanwhile.
   *
   * @param words by section; the version of each is the one that the writer had before the eyes
   * @return the section that somebody else wrote; then nothing is kept
   */
  Optional<String> write(WordsOf report, Map<String, SectionCommentary> words) {
    return jdbi.inTransaction(
        handle -> {
          // Of two who save at once, the second waits here and finds the first.
          handle
              .createQuery("select id from client where id = :client for update")
              .bind("client", report.client().value())
              .mapTo(String.class)
              .one();
          Optional<String> overtaken =
              words.entrySet().stream()
                  .filter(one -> latest(handle, report, one.getKey()) != one.getValue().version())
                  .map(Map.Entry::getKey)
                  .findFirst();
          if (overtaken.isEmpty()) {
            words.forEach((section, one) -> add(handle, report, section, one));
          }
          return overtaken;
        });
  }

  private static int latest(Handle handle, WordsOf report, String section) {
    return bound(
            handle,
            "select coalesce(max(version), 0)"
                + OF_REPORT
                + " and language = :language and section = :section",
            report)
        .bind("language", report.language())
        .bind("section", section)
        .mapTo(Integer.class)
        .one();
  }

  private void add(Handle handle, WordsOf report, String section, SectionCommentary words) {
    handle
        .createUpdate(
            """
            insert into commentary
              (client_id, report, period, language, section, version, words, written_by,
               written_at)
            values
              (:client, :report, :period, :language, :section, :version, :words, :by, :now)
            """)
        .bind("client", report.client().value())
        .bind("report", report.report())
        .bind("period", report.period().toString())
        .bind("language", report.language())
        .bind("section", section)
        .bind("version", words.version() + 1)
        .bind("words", CommentaryText.write(words))
        .bind("by", words.by())
        .bind("now", clock.instant())
        .execute();
  }

  private static Query bound(Handle handle, String sql, WordsOf report) {
    return handle
        .createQuery(sql)
        .bind("client", report.client().value())
        .bind("report", report.report())
        .bind("period", report.period().toString());
  }

  private static SectionCommentary read(ResultSet row) throws SQLException {
    Instant at = row.getObject("written_at", OffsetDateTime.class).toInstant();
    return CommentaryText.read(
        row.getString("words"), row.getInt("version"), row.getString("written_by"), at);
  }
}
