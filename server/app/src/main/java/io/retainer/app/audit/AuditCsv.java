package io.retainer.app.audit;

import io.retainer.app.shell.Csv;
import java.util.List;
import java.util.stream.Stream;

/** The log as a table for spreadsheets. */
final class AuditCsv {

  private static final List<String> HEADINGS =
      List.of("number", "time", "who", "address", "what", "path", "client", "outcome", "status");

  private AuditCsv() {}

  static String of(List<AuditEntry> entries) {
    return Csv.of(Stream.concat(Stream.of(HEADINGS), entries.stream().map(AuditCsv::row)).toList());
  }

  private static List<String> row(AuditEntry entry) {
    return List.of(
        Long.toString(entry.id()),
        entry.at().toString(),
        entry.who(),
        entry.address(),
        entry.what(),
        entry.path(),
        entry.client().orElse(""),
        entry.outcomeWord(),
        entry.outcome().map(each -> Integer.toString(each.status())).orElse(""));
  }
}
