package io.retainer.app.reports;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.MailMark;
import io.retainer.workspace.ReportFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** A run as its row has it, without its files. */
final class RunRow {

  private RunRow() {}

  static Run read(ResultSet row, StatementContext context) throws SQLException {
    Set<ReportFormat> formats =
        Arrays.stream(row.getString("formats").split(","))
            .flatMap(word -> ReportFormat.of(word).stream())
            .collect(Collectors.toSet());
    return new Run(
        row.getString("id"),
        new ClientId(row.getString("client")),
        row.getString("report"),
        Period.parse(row.getString("period")),
        Locale.forLanguageTag(row.getString("locale")),
        formats,
        Run.State.of(row.getString("state")),
        Optional.ofNullable(row.getString("reason")),
        row.getString("requested_by"),
        instant(row, "requested_at").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("attempts"),
        row.getInt("sections"),
        row.getInt("empty_sections"),
        List.of(),
        new RunOrigin(
            Optional.ofNullable(row.getString("schedule_id")),
            Optional.ofNullable(row.getString("corrects")),
            mark(row)));
  }

  private static Optional<MailMark> mark(ResultSet row) throws SQLException {
    String kind = row.getString("mark");
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new MailMark(
                MailMark.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.getString("mark_detail")));
  }

  static String word(MailMark.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
