package io.retainer.app.audit;

import io.retainer.app.shell.Csv;
import io.retainer.app.shell.Page;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The log as a table for spreadsheets, in the reader's words. */
final class AuditCsv {

  private static final List<String> HEADINGS =
      List.of(
          "audit.number",
          "audit.time",
          "audit.who",
          "audit.role",
          "audit.address",
          "audit.what",
          "audit.thing",
          "audit.changes",
          "client",
          "audit.outcome",
          "audit.operation",
          "audit.path");

  private AuditCsv() {}

  static String of(List<AuditEntry> entries, AuditWords words, Page page, ZoneId zone) {
    return Csv.of(
        Stream.concat(
                Stream.of(HEADINGS.stream().map(page::text).toList()),
                entries.stream().map(entry -> row(entry, words, zone)))
            .toList());
  }

  private static List<String> row(AuditEntry entry, AuditWords words, ZoneId zone) {
    return List.of(
        Long.toString(entry.id()),
        entry.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString(),
        words.who(entry),
        joined(words.role(entry), words.way(entry)),
        entry.address(),
        words.deed(entry),
        words.thing(entry),
        String.join("; ", words.changes(entry)),
        words.client(entry),
        joined(words.outcome(entry), words.why(entry)),
        entry.what(),
        entry.path());
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
  }
}
