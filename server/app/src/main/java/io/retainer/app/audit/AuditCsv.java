package io.retainer.app.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log as a table for spreadsheets, in which no text becomes a formula. */
final class AuditCsv {

  private AuditCsv() {}

  static String of(List<AuditEntry> entries) {
    return "number,time,who,address,what,path,client,outcome,status\r\n"
        + entries.stream().map(AuditCsv::line).collect(Collectors.joining());
  }

  private static String line(AuditEntry entry) {
    return Stream.of(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.who(),
                entry.address(),
                entry.what(),
                entry.path(),
                entry.client().orElse(""),
                entry.outcomeWord(),
                entry.outcome().map(each -> Integer.toString(each.status())).orElse(""))
            .map(AuditCsv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\r\n].*")
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }
}
